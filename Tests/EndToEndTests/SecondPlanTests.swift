import Foundation
import TestSupport
import Testing

/// Another plan is another file: Resolution 71 with three tasks, its own indicators and a report each quarter, in one workspace
/// with the first plan.
@Suite struct SecondPlanTests {
  private static let plan = Program.root + "/Samples/NQ71"

  private struct Scene {
    let folder: Folder
    var workspace: String { folder.path + "/w" }

    init() throws {
      folder = try Folder()
      let opening = ["TONGHOP_NOW": "2027-01-05T08:00:00+07:00"]
      #expect(
        try Program.run(
          ["init", folder.path + "/w", "--units", CommandTests.samples + "/units.csv"], environment: opening
        ).status == 0)
      #expect(
        try Program.run(
          ["regime", "import", SecondPlanTests.plan + "/regime.xml", "--workspace", folder.path + "/w"],
          environment: opening
        ).status == 0)
      for day in try FileManager.default.contentsOfDirectory(atPath: SecondPlanTests.plan + "/bundles").sorted() {
        let bundles = SecondPlanTests.plan + "/bundles/" + day
        let files = try FileManager.default.contentsOfDirectory(atPath: bundles).sorted().map { bundles + "/" + $0 }
        _ = try Program.run(
          ["ingest"] + files + ["--workspace", folder.path + "/w", "--now", day + "T08:00:00+07:00"])
      }
    }

    func run(_ arguments: [String]) throws -> Program.Outcome {
      try Program.run(
        arguments + ["--workspace", workspace, "--regime", "LD-NQ71", "--now", "2027-03-20T08:00:00+07:00"])
    }
  }

  @Test func aPlanIsAFile() throws {
    for verb in ["check", "test"] {
      #expect(try Program.run(["regime", verb, Self.plan + "/regime.xml"]).status == 0)
    }
    let scene = try Scene()
    let status = try #require(try scene.run(["status", "--period", "Q1/2027", "--json"]).json() as? Object)
    let units = try #require(status["units"] as? [Object])
    func told(_ unit: String) -> String? { units.first { $0["unit"] as? String == unit }?["status"] as? String }
    #expect(status["due"] as? String == "2027-03-18")
    #expect(
      ["SO-THPT-001", "SO-THPT-002", "SO-THPT-003", "SO-GDTX-001", "SO-THPT-004", "VP", "P-GDTH"].map(told) == [
        "onTime", "onTime", "onTime", "late", "missing", "reported", "invited",
      ])
  }

  @Test func theQuarterByHand() throws {
    let scene = try Scene()
    let made = try scene.run(["report", "quarter", "2027-1", "--to", "ubnd-tinh", "--out", scene.folder.path + "/r"])
    #expect(made.status == 0)
    for format in ["docx", "html"] {
      #expect(try scene.folder.data("r/LD-NQ71-quarter-2027-1-ubnd-tinh.\(format)").count > 1000)
    }
    let data = try scene.folder.data("r/LD-NQ71-quarter-2027-1-ubnd-tinh.json")
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? Object)
    #expect(report["kind"] as? String == "quarter")
    #expect((report["regime"] as? Object)?["id"] as? String == "LD-NQ71")
    #expect((report["window"] as? Object) as? [String: String] == ["from": "2026-12-15", "to": "2027-03-14"])
    func value(_ code: String) throws -> String? {
      try DemoTests.row("indicators", code, in: report)["value"] as? String
    }
    // S1: 4 + 3 materials; S2: 60 + 70 + 80 + 0; S4: 20 + 24 + 20 + 10; S5: 18 + 24 + 18 + 5; S6: 1,5 + 0,5.
    #expect(
      try ["S1", "S2", "S3", "S4", "S5", "S6", "S7"].map(value) == [
        "7", "210", "200", "74", "65", "2", "3500000",
      ])
    // 65 / 74 = 87,837… %
    #expect(try DemoTests.row("ratios", "T1", in: report)["value"] as? String == "87.84")
    let total = try #require(report["total"] as? Object)
    #expect(["records", "soLuong", "soNguoi", "units"].map { total[$0] as? Int } == [6, 16, 210, 5])
  }

  @Test func theLettersAreItsOwn() throws {
    let scene = try Scene()
    let out = scene.folder.path + "/l"
    #expect(try scene.run(["remind", "--period", "Q1/2027", "--until", "2027-03-25", "--out", out]).status == 0)
    let rows = try String(contentsOfFile: out + "/remind-Q1-2027.csv", encoding: .utf8).split(separator: "\r\n")
    #expect(rows.count == 1 + 6)
    // A plan that brings no letter of its own has those that serve every plan; they were written anew with the letters' own texts.
    func letter(_ name: String) throws -> String {
      try Program.run("/usr/bin/unzip", ["-p", "\(out)/\(name).docx", "word/document.xml"]).text
        .replacing(/<\/w:t><w:noBreakHyphen\/><w:t[^>]*>/, with: "-").replacing("\u{A0}", with: " ")
    }
    let reminder = try letter("remind-Q1-2027")
    #expect(reminder.contains("Nghị quyết số 71-NQ/TW quý I năm 2027") && reminder.contains("4/10 đơn vị"))
    #expect(
      reminder.contains("yêu cầu Thủ trưởng các đơn vị có tên trong danh sách:") && !reminder.contains("57-NQ/TW"))
    let opened = try scene.run([
      "request", "open", "AI", "--title", "Câu lạc bộ AI", "--from", "2027-03-01", "--to", "2027-03-10", "--due",
      "2027-03-12",
    ])
    #expect(opened.status == 0)
    #expect(try scene.run(["request", "letter", "AI", "--out", out]).status == 0)
    let request = try letter("request-AI")
    #expect(request.contains("V/v báo cáo chuyên đề, đột xuất «Câu lạc bộ AI»"))
    #expect(
      request.contains(
        "yêu cầu các cơ sở giáo dục trực thuộc Sở báo cáo câu lạc bộ AI: hoạt động thực hiện từ ngày 01/3/2027"))
    // The first plan has nothing to do with it.
    let other =
      try Program.run(
        ["status", "--period", "HK1/2026-2027", "--json", "--workspace", scene.workspace]).json() as? Object
    #expect((other?["units"] as? [Object])?.contains { $0["sequence"] is Int } == false)
  }

  /// The office's words have a block for each content area of the plan, and nothing that it wrote is dropped in silence.
  @Test func theOfficeWritesByThePlansAreas() throws {
    let scene = try Scene()
    func draft(_ words: String) throws -> Program.Outcome {
      try scene.folder.write("loi.txt", words)
      return try scene.run([
        "report", "quarter", "2027-1", "--to", "ubnd-tinh", "--text", scene.folder.path + "/loi.txt",
      ])
    }
    #expect(try draft("\u{FEFF}# PB\nĐã phổ biến.\n\n# UUDIEM\nTốt.\n").status == 0)
    #expect(try draft("# ND1\nĐã phổ biến.\n").status == 65)
    let lost = try draft("\nĐã phổ biến.\n# UUDIEM\nTốt.\n")
    #expect(lost.status == 65 && lost.remarks.contains("chữ trước khối đầu tiên"))
  }

  /// The office knows the plan alone, without the one that is built in.
  @Test func aWorkspaceMayHaveThisPlanOnly() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(
      try Program.run([
        "init", w, "--units", Self.plan + "/units.csv", "--regime", Self.plan + "/regime.xml",
      ]).status == 0)
    let asked = ["status", "--workspace", w, "--json", "--now", "2027-03-01T08:00:00+07:00"]
    let status = try #require(try Program.run(asked).json() as? Object)
    #expect(status["period"] as? String == "Q1/2027")
    let draft = ["report", "quarter", "2027-1", "--to", "ubnd-tinh", "--format", "docx", "--workspace", w, "--save"]
    #expect(try Program.run(draft).status == 0)
  }
}
