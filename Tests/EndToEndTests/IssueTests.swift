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

    func issue(
      _ draft: String, number: String = "05/BC-SGDĐT", date: String = "2027-06-16", signer: String = "Nguyễn Văn Mẫu",
      more: [String] = ["--yes"]
    ) throws -> Program.Outcome {
      try run(
        [
          "report", "issue", draft, "--number", number, "--date", date, "--signer", signer,
          "--capacity", "KT. GIÁM ĐỐC/PHÓ GIÁM ĐỐC",
        ] + more)
    }
  }

  @Test func aDraftBecomesAnIssuedReport() throws {
    let scene = try Scene()
    #expect(try scene.issue("half-year-2027-1-ubnd-tinh-n1").status == 66)
    #expect(try scene.issue("../reports").status == 66)
    // Without the office's own words there are places to be filled in.
    #expect(try scene.issue(scene.draft()).status == 65)
    let draft = try scene.draft(["--text", scene.folder.path + "/loi.txt"])
    // The one without words keeps its place.
    #expect(draft == "half-year-2027-1-ubnd-tinh-n114-2")
    let issued = try scene.issue(draft)
    #expect(issued.status == 0, "\(issued.remarks)")
    let id = "half-year-2027-1-ubnd-tinh-v1"
    #expect(issued.text == id + "\n")
    // What the record forbids is 65; it was 73 before the contract said so.
    #expect(try scene.issue(draft).status == 65)
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
    #expect((drafts["reports"] as? [Object])?.count == 3)
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
    for (draft, number) in [(first, "05/BC-SGDĐT"), (second, "06/BC-SGDĐT")] {
      let issued = try scene.issue(draft, number: number)
      #expect(issued.status == 0, "\(issued.remarks)")
    }
    #expect(try scene.issue(first).status == 65)
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
    #expect(try scene.issue(again).status == 65)
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

  /// What cannot be right is said before anything is frozen, and nobody is asked where nobody can answer.
  @Test func issuingIsGuarded() throws {
    let scene = try Scene()
    let draft = try scene.draft(["--text", scene.folder.path + "/loi.txt"])
    for (number, date, signer, status) in [
      ("5", "2027-06-16", "A", 64), ("05/BC-VP", "2027-06-16", "A", 64), ("0/BC-SGDĐT", "2027-06-16", "A", 64),
      ("x/BC-SGDĐT", "2027-06-16", "A", 64), ("05/BC-SGDĐT", "2027-06-13", "A", 64),
      ("05/BC-SGDĐT", "2027-06-17", "A", 64), ("05/BC-SGDĐT", "2027-06-16", " ", 64),
    ] as [(String, String, String, Int32)] {
      let refused = try scene.issue(draft, number: number, date: date, signer: signer)
      #expect(refused.status == status, "\(number) \(date) \(signer): \(refused.remarks)")
    }
    let unasked = try scene.issue(draft, more: [])
    #expect(unasked.status == 64 && unasked.remarks.contains("--yes"))
    // What would be frozen is shown.
    #expect(unasked.remarks.contains("05/BC-SGDĐT") && unasked.remarks.contains("mục 114"), "\(unasked.remarks)")
    #expect(try scene.run(["report", "list"]).text.contains("half-year") == false)
    try scene.apply(
      #"{"office": {"plan": {"number": "1/KH", "date": "2026-06-26"}, "legalBases": ["Căn cứ Quyết định số 1169/QĐ-TTg ngày 16/6/2025;"]}}"#
    )
    let bare = try scene.draft(["--text", scene.folder.path + "/loi.txt"])
    let refused = try scene.issue(bare)
    #expect(refused.status == 65 && refused.remarks.contains("trích yếu"), "\(refused.remarks)")
    #expect(try scene.issue(draft).status == 0)
    // A number is a report's own within a year.
    try scene.apply(#"{"office": {"plan": {"number": "1/KH", "date": "2026-06-26"}}}"#)
    let made = try scene.run([
      "report", "half-year", "2027-1", "--to", "bo-gddt", "--save", "--text", scene.folder.path + "/loi.txt",
    ])
    let other = made.text.trimmingCharacters(in: .newlines)
    let used = try scene.issue(other, number: "5/BC-SGDĐT")
    #expect(used.status == 65 && used.remarks.contains("ubnd-tinh-v1"), "\(used.remarks)")
    #expect(try scene.issue(other, number: "06/BC-SGDĐT").status == 0)
  }

  /// A wrong content is replaced by a report of the same form that says what it replaces, why, and what moved (Điều 18).
  @Test func aReportIsReplaced() throws {
    let scene = try Scene()
    let id = "half-year-2027-1-ubnd-tinh-v1"
    #expect(try scene.run(["report", "amend", id, "--reason", "x", "--yes"]).status == 66)
    #expect(try scene.issue(try scene.draft(["--text", scene.folder.path + "/loi.txt"])).status == 0)
    let frozen = try scene.folder.data("w/reports/\(id)/\(id).json")
    #expect(try scene.run(["withdraw", "18", "--reason", "gửi nhầm"]).status == 0)
    #expect(try scene.run(["report", "amend", id, "--reason", "một báo cáo bị rút"]).status == 64)
    #expect(try scene.run(["report", "amend", id, "--reason", " ", "--yes"]).status == 64)
    let amended = try scene.run(["report", "amend", id, "--reason", "một báo cáo bị rút", "--yes"])
    #expect(amended.status == 0, "\(amended.remarks)")
    let draft = amended.text.trimmingCharacters(in: .newlines)
    #expect(draft.hasPrefix("half-year-2027-1-ubnd-tinh-v2-n"))
    // An ordinary draft of the same key cannot take its place.
    let ordinary = try scene.draft(["--text", scene.folder.path + "/loi.txt"])
    #expect(try scene.issue(ordinary, number: "06/BC-SGDĐT").status == 65)
    let issued = try scene.issue(draft, number: "06/BC-SGDĐT")
    #expect(issued.status == 0 && issued.text == "half-year-2027-1-ubnd-tinh-v2\n", "\(issued.remarks)")
    let new = "half-year-2027-1-ubnd-tinh-v2"
    let document = try Program.run(
      "/usr/bin/unzip", ["-p", scene.w + "/reports/\(new)/\(new).docx", "word/document.xml"]
    ).text.replacing("\u{A0}", with: " ").replacing("</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">", with: "-")
    for text in [
      "(thay thế Báo cáo số 05/BC-SGDĐT ngày 16/6/2027)", "Lý do: một báo cáo bị rút.", "hết giá trị sử dụng",
      "CÁC SỐ LIỆU THAY ĐỔI", "có báo cáo bị rút",
    ] {
      #expect(document.contains(text), "\(text)")
    }
    let report = try #require(
      JSONSerialization.jsonObject(with: scene.folder.data("w/reports/\(new)/\(new).json")) as? Object)
    #expect((report["replaces"] as? Object)?["id"] as? String == id)
    // What each entry moved adds up to what moved.
    let moved = try #require(report["moved"] as? [Object])
    #expect(moved.count >= 4)
    for change in moved {
      func number(_ value: Any?) -> Decimal { (value as? String).flatMap { Decimal(string: $0) } ?? 0 }
      let parts = try #require(change["parts"] as? [Object])
      let sum = parts.reduce(Decimal(0)) { $0 + number($1["value"]) }
      #expect(sum == number(change["to"]) - number(change["from"]), "\(change)")
      #expect(parts.allSatisfy { $0["cause"] as? String == "withdrawal" }, "\(change)")
    }
    #expect(try scene.folder.data("w/reports/\(id)/\(id).json") == frozen)
    #expect(try scene.run(["report", "amend", id, "--reason", "x", "--yes"]).status == 65)
  }

  /// The signed copy is kept whatever its name; files that were lost come back from the store.
  @Test func theSignedCopyIsKept() throws {
    let scene = try Scene()
    let id = "half-year-2027-1-ubnd-tinh-v1"
    #expect(try scene.run(["report", "attach", id, scene.folder.path + "/loi.txt"]).status == 66)
    #expect(try scene.issue(try scene.draft(["--text", scene.folder.path + "/loi.txt"])).status == 0)
    try scene.folder.write("Bản ký (1) ‘Mẫu’.PDF", "%PDF-1.4 x")
    let path = scene.folder.path + "/Bản ký (1) ‘Mẫu’.PDF"
    #expect(try scene.run(["report", "attach", id, path]).status == 0)
    let again = try scene.run(["report", "attach", id, path])
    #expect(again.status == 0 && again.remarks.contains("đã được đính kèm"))
    #expect(try scene.run(["report", "attach", id, scene.folder.path + "/none.pdf"]).status == 66)
    let kept = try FileManager.default.contentsOfDirectory(atPath: scene.w + "/store").contains {
      (try? String(contentsOfFile: scene.w + "/store/" + $0, encoding: .utf8)) == "%PDF-1.4 x"
    }
    #expect(kept)
    try FileManager.default.removeItem(atPath: scene.w + "/reports/\(id)/\(id).docx")
    #expect(try scene.run(["report", "amend", id, "--reason", "x", "--yes"]).status == 0)
    #expect(FileManager.default.fileExists(atPath: scene.w + "/reports/\(id)/\(id).docx"))
  }

  /// Other words of the office make another draft; the first stays as it was read.
  @Test func aDraftIsNotOverwritten() throws {
    let scene = try Scene()
    let first = try scene.draft(["--text", scene.folder.path + "/loi.txt"])
    #expect(try scene.draft(["--text", scene.folder.path + "/loi.txt"]) == first)
    let second = try scene.draft()
    #expect(second == first + "-2")
    #expect(try scene.draft() == second)
    #expect(try scene.issue(first).status == 0)
  }
}
