import Foundation
import TestSupport
import Testing

/// From a draft to an issued report, and what comes afterwards.
@Suite struct IssueTests {
  private static let words = """
    # UUDIEM
    Các đơn vị triển khai đồng bộ.
    # HANCHE
    Một số đơn vị gửi chậm.
    # PHUONGHUONG
    Tiếp tục thực hiện.
    """

  /// The demo's year with the plan's number and the office's words.
  private struct Scene {
    private let demo: DemoCopy
    var folder: Folder { demo.folder }
    var w: String { demo.w }

    init() throws {
      demo = try DemoCopy()
      try folder.write("loi.txt", IssueTests.words)
      try apply(#"{"office": {"plan": {"number": "1234/KH-SGDĐT", "date": "2026-06-26"}}}"#)
    }

    /// Writes the office's file and records it: settings count once they are in the ledger.
    func apply(_ settings: String) throws {
      try folder.write("w/tonghop.json", settings)
      let applied = try run(["settings", "apply"])
      #expect(applied.status == 0, "\(applied.remarks)")
    }

    func run(_ arguments: [String], now: String = "2027-06-16T09:00:00+07:00") throws -> Program.Outcome {
      try demo.run(arguments, now: now)
    }

    func draft(_ more: [String] = []) throws -> String {
      let made = try run(["report", "half-year", "2027-1", "--to", "ubnd-tinh", "--save"] + more)
      #expect(made.status == 0, "\(made.remarks)")
      return made.text.trimmingCharacters(in: .newlines)
    }

    func issue(_ draft: String) throws -> Program.Outcome {
      try run([
        "report", "issue", draft, "--number", "05/BC-SGDĐT", "--date", "2027-06-16", "--signer", "Nguyễn Văn Mẫu",
        "--capacity", "KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC",
      ])
    }
  }

  @Test func aDraftBecomesAnIssuedReport() throws {
    let scene = try Scene()
    #expect(try scene.issue("half-year-2027-1-ubnd-tinh-n1").status == 66)
    #expect(try scene.issue("../reports").status == 66)
    // Without the office's own words there are places to be filled in.
    #expect(try scene.issue(scene.draft()).status == 65)
    let draft = try scene.draft(["--text", scene.folder.path + "/loi.txt"])
    #expect(draft == "half-year-2027-1-ubnd-tinh-n114")
    let issued = try scene.issue(draft)
    #expect(issued.status == 0, "\(issued.remarks)")
    let id = "half-year-2027-1-ubnd-tinh-v1"
    #expect(issued.text == id + "\n")
    #expect(try scene.issue(draft).status == 73)
    let folder = "w/reports/\(id)/\(id)"
    // Its figures are those of the draft, byte for byte; its document bears number, day and name.
    #expect(
      try scene.folder.data(folder + ".json")
        == scene.folder.data("w/reports/\(draft)/half-year-2027-1-ubnd-tinh.json"))
    let document = try Program.run(
      "/usr/bin/unzip", ["-p", scene.folder.path + "/" + folder + ".docx", "word/document.xml"])
    for text in ["05/BC-SGDĐT", "ngày 16 tháng 6 năm 2027", "Nguyễn Văn Mẫu"] {
      #expect(document.text.contains(text), "\(text)")
    }
    #expect(!document.text.contains("w:highlight"))
    let listed = try #require(try scene.run(["report", "list", "--json"]).json() as? Object)
    let row = try #require((listed["reports"] as? [Object])?.first)
    #expect(listed["schema"] as? String == "tonghop.reports/1")
    #expect(
      Set(row.keys) == [
        "id", "kind", "key", "to", "version", "state", "number", "date", "signer", "asOf", "sha256", "ledgerHead",
      ])
    #expect(row["state"] as? String == "issued" && row["asOf"] as? Int == 114 && row["version"] as? Int == 1)
    let drafts = try #require(try scene.run(["report", "list", "--json", "--drafts"]).json() as? Object)
    #expect((drafts["reports"] as? [Object])?.count == 2)
  }

  @Test func aChangedDraftIsNotIssued() throws {
    let scene = try Scene()
    let draft = try scene.draft(["--text", scene.folder.path + "/loi.txt"])
    let file = scene.w + "/reports/\(draft)/half-year-2027-1-ubnd-tinh.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(of: "10565", with: "20565").write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try scene.issue(draft).status == 65)
    try "{".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try scene.issue(draft).status == 65)
  }

  /// What the office has read is what is issued: a draft keeps the settings of its N. (They were the file's own once; then a
  /// changed file refused the issue.)
  @Test func laterSettingsChangeNoDraft() throws {
    let scene = try Scene()
    let draft = try scene.draft(["--text", scene.folder.path + "/loi.txt"])
    try scene.apply(#"{"office": {"plan": {"number": "999/KH-SGDĐT", "date": "2026-06-26"}}}"#)
    let issued = try scene.issue(draft)
    #expect(issued.status == 0, "\(issued.remarks)")
    let id = issued.text.trimmingCharacters(in: .newlines)
    let document = try Program.run(
      "/usr/bin/unzip", ["-p", scene.w + "/reports/\(id)/\(id).docx", "word/document.xml"])
    #expect(document.text.contains("1234/KH-SGDĐT") && !document.text.contains("999/KH-SGDĐT"))
  }

  /// Reports of the same days that ask different things are different reports; one of some units closes nothing for the others.
  @Test func reportsThatAskDifferentThingsAreTold() throws {
    let scene = try Scene()
    func save(_ title: String, _ filter: String) throws -> String {
      let made = try scene.run([
        "report", "ad-hoc", "--from", "2026-12-15", "--to", "2027-06-14", "--to", "ubnd-tinh", "--title", title,
        "--where", filter, "--text", scene.folder.path + "/loi.txt", "--save",
      ])
      #expect(made.status == 0, "\(made.remarks)")
      return made.text.trimmingCharacters(in: .newlines)
    }
    try (IssueTests.words + "\n# CHIDAO\nCông văn số 1/UBND\n").write(
      toFile: scene.folder.path + "/loi.txt", atomically: true, encoding: .utf8)
    let (first, second) = (try save("A", "loai=CSGD_SO"), try save("B", "loai=PHONG"))
    let again = try save("A", "loai=CSGD_SO")
    #expect(first != second && first == again)
    for draft in [first, second] {
      let issued = try scene.issue(draft)
      #expect(issued.status == 0, "\(issued.remarks)")
    }
    #expect(try scene.issue(first).status == 73)
    let status = try scene.run(["status", "--period", "NAM/2026-2027", "--json"]).json() as? Object
    #expect(status?["afterClosing"] == nil)
  }

  /// What came after the figures were taken and before the report was issued is in none of its figures.
  @Test func whatCameBeforeIssuingWaitsToo() throws {
    let scene = try Scene()
    let draft = try scene.draft(["--text", scene.folder.path + "/loi.txt"])
    let bundle = scene.folder.path + "/thpt007-nam.zip"
    let script =
      "import sys; sys.path.insert(0, sys.argv[1]); import make; make.write_zip(sys.argv[2], [('bao-cao.xml', make.write_xml(make.thpt_nam(7)))])"
    #expect(try Program.run("/usr/bin/python3", ["-B", "-c", script, CommandTests.samples, bundle]).status == 0)
    #expect(try scene.run(["ingest", bundle]).status == 0)
    #expect(try scene.issue(draft).status == 0)
    let status = try scene.run(["status", "--period", "NAM/2026-2027", "--json"]).json() as? Object
    #expect(status?["afterClosing"] as? [String] == ["SO-THPT-007"])
  }

  /// One report is issued once, whatever `tonghop.json` calls the usual regime.
  @Test func anIssuedReportKeepsItsName() throws {
    let scene = try Scene()
    #expect(try scene.issue(scene.draft(["--text", scene.folder.path + "/loi.txt"])).status == 0)
    #expect(try scene.run(["regime", "import", Program.root + "/Samples/NQ71/regime.xml"]).status == 0)
    try scene.apply(
      #"{"office": {"regime": "LD-NQ71", "plan": {"number": "1234/KH-SGDĐT", "date": "2026-06-26"}}}"#)
    let again = try scene.draft(["--text", scene.folder.path + "/loi.txt", "--regime", "LD-NQ57"])
    #expect(again.hasPrefix("half-year-2027-1-ubnd-tinh-n"))
    #expect(try scene.issue(again).status == 73)
    // An unknown regime in the file is refused when it is applied, and nothing else fails because of it.
    try scene.folder.write("w/tonghop.json", #"{"office": {"regime": "LD-NQ99"}}"#)
    #expect(try scene.run(["settings", "check"]).status == 65 && scene.run(["settings", "apply"]).status == 65)
    let shown = try scene.run(["regime", "show"])
    #expect(shown.status == 0 && shown.remarks.contains("tonghop.json"))
  }

  /// What comes for a period of an issued report is accepted, marked, and waits for the next one.
  @Test func whatComesAfterClosingIsMarked() throws {
    let scene = try Scene()
    #expect(try scene.issue(scene.draft(["--text", scene.folder.path + "/loi.txt"])).status == 0)
    let late = scene.folder.path + "/thpt007-nam.zip"
    let made = try Program.run(
      "/usr/bin/python3",
      [
        "-B", "-c",
        "import sys; sys.path.insert(0, sys.argv[1]); import make; make.write_zip(sys.argv[2], [('bao-cao.xml', make.write_xml(make.thpt_nam(7)))])",
        CommandTests.samples, late,
      ])
    #expect(made.status == 0, "\(made.remarks)")
    let receipts = try #require(
      try scene.run(["ingest", late, "--json"], now: "2027-06-25T08:00:00+07:00").json() as? [Object])
    let line = try #require((receipts[0]["submissions"] as? [Object])?.first)
    #expect(line["status"] as? String == "accepted")
    #expect((line["issues"] as? [Object] ?? []).compactMap { $0["code"] as? String }.contains("PERIOD-ISSUED"))
    let status = try #require(
      try scene.run(["status", "--period", "NAM/2026-2027", "--json"], now: "2027-06-25T09:00:00+07:00").json()
        as? Object)
    #expect(status["afterClosing"] as? [String] == ["SO-THPT-007"])
    // The issued report stays as it is; the task of reporting is done by it.
    let data = try scene.folder.data("w/reports/half-year-2027-1-ubnd-tinh-v1/half-year-2027-1-ubnd-tinh-v1.json")
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? Object)
    #expect(try DemoTests.row("indicators", "CT09", in: report)["value"] as? String == "10565")
    let next = try #require(
      try scene.run(["report", "half-year", "2027-2", "--to", "ubnd-tinh"]).json() as? Object)
    #expect(try DemoTests.row("tasks", "NV10", in: next)["status"] as? String == "done")
  }
}
