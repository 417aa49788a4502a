import Foundation
import TestSupport
import Testing

/// The whole road on the sample bundles, held against a calculation by hand (Samples/LD-NQ57/tinh-tay.md spells it out too).
@Suite struct DemoTests {
  static let folder: Folder = {
    do {
      let folder = try Folder()
      _ = try Program.run(["demo", folder.path + "/demo", "--drafts", "--samples", Program.root + "/Samples/LD-NQ57"])
      return folder
    } catch {
      fatalError("\(error)")
    }
  }()

  static func report(_ key: String = "2027-1") throws -> Object {
    let data = try folder.data("demo/reports/half-year-\(key)-ubnd-tinh.json")
    return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  static func row(_ list: String, _ code: String, in report: Object) throws -> Object {
    let rows = try #require(report[list] as? [Object])
    return try #require(rows.first { $0["code"] as? String == code })
  }

  @Test func demoEndsWithAReportToOpen() throws {
    for key in ["2026-2", "2027-1"] {
      for format in ["docx", "html", "json"] {
        #expect(try Self.folder.data("demo/reports/half-year-\(key)-ubnd-tinh.\(format)").count > 1000)
      }
    }
    for name in ["request-BC12-2026.docx", "remind-HK1-2026-2027.docx", "remind-HK1-2026-2027.csv"] {
      #expect(try Self.folder.data("demo/reports/" + name).count > 100)
    }
    #expect(Self.folder.left(inInboxOf: "demo") == [])
  }

  /// CT09 is a flow: each unit adds up to what it said last for the year, or for semester I where it told no year.
  @Test func flowByHand() throws {
    // SO-THPT-004 told 300 for the year, less than 400 before.
    let thptYear = 250 * (1 + 2 + 3) + 300 + 250 * (5 + 6 + 8)
    let thptSemesterOnly = 100 * 7  // SO-THPT-007 told semester I alone
    let gdtx = 120 + 40
    let privateSchool = 150
    let communeYear = 50 * (1 + 2 + 3 + 4) + 50 * (6 + 7 + 8 + 9 + 10 + 11 + 12 + 13)
    let communeSemesterOnly = 20 * 5
    let total = thptYear + thptSemesterOnly + gdtx + privateSchool + communeYear + communeSemesterOnly
    let row = try Self.row("indicators", "CT09", in: Self.report())
    #expect(total == 11_960)
    // What the request of December gathered is in the report of December, and not again in that of June.
    let december = 60 * (1 + 2 + 3 + 4 + 5 + 8) + 5 * (1 + 2)
    let before = try Self.row("indicators", "CT09", in: Self.report("2026-2"))
    #expect(before["value"] as? String == String(december))
    #expect(before["units"] as? Int == 9)
    #expect(row["value"] as? String == String(total - december))
    #expect(row["units"] as? Int == 24)
  }

  /// CT14 and CT15 are stocks: each unit's last live submission, the year's where there is one.
  @Test func stocksAndRatioByHand() throws {
    let thptStaff = [1, 2, 3, 4, 5, 6, 8].reduce(0) { $0 + 42 + $1 } + (40 + 7)
    let thptTrained = [1, 2, 3, 4, 5, 6, 8].reduce(0) { $0 + 30 + $1 } + (20 + 7)
    let others = (staff: 30 + 12 + 25, trained: 20 + 6 + 10)  // SO-GDTX-001, SO-GDTX-002, TT-001
    let commune = (1...13).reduce((staff: 0, trained: 0)) { ($0.staff + 20 + $1, $0.trained + 10 + $1) }
    let staff = thptStaff + others.staff + commune.staff
    let trained = thptTrained + others.trained + commune.trained
    let report = try Self.report()
    #expect(try Self.row("indicators", "CT14", in: report)["value"] as? String == String(staff))
    #expect(try Self.row("indicators", "CT15", in: report)["value"] as? String == String(trained))
    #expect((staff, trained) == (788, 523))
    // 523 / 788 = 66,3705… %
    #expect(try Self.row("ratios", "TL01", in: report)["value"] as? String == "66.37")
  }

  /// Activities count by their own dates: those of 15/12/2026 to 14/06/2027, told twice but counted once.
  @Test func activitiesByHand() throws {
    // 2 news items each of 5 January and later from the schools with semester I or the year: 1 2 3 4 5 6 7 8.
    let news = 2 * 8
    let portal = 10 + 4  // the office's series and its notices
    let section = 2  // P-GDTRH, 20 December
    let report = try Self.report()
    #expect(try Self.row("indicators", "CT01", in: report)["value"] as? String == String(news + portal + section))
    // School assemblies of March: 50 i pupils in the schools that told the year.
    let assemblies = [1, 2, 3, 4, 5, 6, 8].reduce(0) { $0 + 50 * $1 }
    #expect(try Self.row("tasks", "NV06", in: report)["soNguoi"] as? Int == assemblies)
    let total = try #require(report["total"] as? Object)
    // 60 at SO-GDTX-001 on 16 December, 40 at SO-GDTX-002 on 22 April.
    #expect(total["soNguoi"] as? Int == assemblies + 60 + 40)
  }

  @Test func completenessByHand() throws {
    let report = try Self.report()
    let periods = try #require(report["completeness"] as? [Object])
    func counts(_ period: String) -> [Int] {
      let row = periods.first { $0["period"] as? String == period } ?? [:]
      return ["required", "reported", "onTime", "late", "rejected", "missing", "invitedReported"].map {
        row[$0] as? Int ?? -1
      }
    }
    // Required: 4 sections and 10 schools directly under the department.
    // Semester I came from P-GDTRH, P-CTTT, THPT 001 002 003 004 007, GDTX 001 002; 007 was late, 005 never right.
    #expect(counts("HK1/2026-2027") == [14, 9, 8, 1, 1, 4, 7])
    // The year came from three sections and all schools but THPT 007.
    #expect(counts("NAM/2026-2027") == [14, 12, 12, 0, 0, 2, 16])
    // The request: P-GDTRH, THPT 001 to 005 and 008, GDTX 002; 008 came a day late; VP and two schools of XA-01 were invited.
    let called = try #require(try Self.report("2026-2")["completeness"] as? [Object])
    #expect(called.map { $0["period"] as? String } == ["CD/BC12-2026"])
    #expect(
      ["required", "onTime", "late", "missing", "invitedReported"].map { called[0][$0] as? Int } == [14, 7, 1, 6, 3])
    #expect(periods.map { $0["period"] as? String } == ["HK1/2026-2027", "HK2/2026-2027", "NAM/2026-2027"])
  }

  @Test func tasksByHand() throws {
    let report = try Self.report()
    func task(_ code: String) throws -> [String?] {
      let row = try Self.row("tasks", code, in: report)
      return [row["status"] as? String, row["lead"] as? String]
    }
    // The plan was issued on 20 June 2026, before the window: done, but the lead told nothing in the window.
    #expect(try task("NV01") == ["done", "silent"])
    #expect(try task("NV03") == ["done", "told"])
    #expect(try task("NV10") == ["none", "silent"])
    #expect(try task("NV07") == ["done", "told"])
    let negative = try #require(report["negativeIncrements"] as? [Object])
    #expect(negative.count == 1)
    #expect(negative.first?["unit"] as? String == "SO-THPT-004")
    #expect(negative.first?["value"] as? String == "-100")
  }

  /// Every sample bundle gets the verdict that its author meant.
  @Test func verdictsAreAsMeant() throws {
    let meant = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(filePath: Program.root + "/Samples/LD-NQ57/bundles/verdicts.json"))) as? [Object])
    var receipts: [String: Object] = [:]
    for name in Self.folder.files(below: "demo/outbox") where name.hasSuffix(".json") {
      let receipt = try #require(
        try JSONSerialization.jsonObject(with: Self.folder.data("demo/outbox/" + name)) as? Object)
      receipts[try #require(receipt["file"] as? String)] = receipt
    }
    for row in meant {
      let bundle = try #require(row["bundle"] as? String).split(separator: "/").last.map(String.init) ?? ""
      let receipt = try #require(receipts[bundle], "\(bundle)")
      let submissions = try #require(receipt["submissions"] as? [Object])
      let submission = try #require(submissions.first { $0["path"] as? String == row["path"] as? String }, "\(bundle)")
      #expect(submission["status"] as? String == row["verdict"] as? String, "\(bundle)")
      let codes = (submission["issues"] as? [Object] ?? []).compactMap { $0["code"] as? String }
      for code in row["codes"] as? [String] ?? [] { #expect(codes.contains(code), "\(bundle)") }
    }
    #expect(meant.count == 59)
  }

  /// The same bundles give the same bytes: another folder, another time zone, another locale. This one goes on to the end: a
  /// report is issued, and every audit of it holds.
  @Test func sameBytesElsewhere() throws {
    let other = try Folder()
    let outcome = try Program.run(
      ["demo", other.path + "/demo", "--samples", Program.root + "/Samples/LD-NQ57"],
      environment: ["TZ": "America/New_York", "LANG": "tr_TR.UTF-8", "SWIFT_DETERMINISTIC_HASHING": ""])
    #expect(outcome.status == 0)
    for verb in ["verify", "rerun", "export", "replay"] { #expect(outcome.text.contains("$ tonghop audit \(verb) ")) }
    let checks = outcome.text.split(separator: "\n").filter { $0.hasPrefix("   ✓") }
    #expect(checks.count > 20 && !outcome.text.contains("✗"), "\(outcome.text)")
    for format in ["docx", "html", "json"] {
      let name = "demo/reports/half-year-2027-1-ubnd-tinh.\(format)"
      #expect(try Self.folder.data(name) == other.data(name), "\(format)")
    }
    #expect(Self.folder.files(below: "demo/outbox") == other.files(below: "demo/outbox"))
  }

  /// An independent program in another language comes to the same figures.
  @Test(arguments: [
    ("2026-2", ["2026-06-15", "2026-12-14", "2026-12-18"]), ("2027-1", ["2026-12-15", "2027-06-14", "2027-06-14"]),
  ])
  func secondOpinionAgrees(key: String, days: [String]) throws {
    let script = Program.root + "/Samples/LD-NQ57/expected.py"
    let expected = try Program.run("/usr/bin/env", ["python3", script] + days)
    #expect(expected.status == 0, "\(expected.remarks)")
    let second = try #require(try expected.json() as? Object)
    let report = try Self.report(key)
    for key in [
      "total", "tasks", "contentAreas", "channels", "products", "topics", "indicators", "ratios", "byKind", "byLevel",
      "byRegion", "byCommune", "byMonth", "completeness", "missingUnits", "negativeIncrements", "narratives",
      "exemplars", "areaByChannel", "taskProducts",
    ] {
      let ours = try #require(report[key]), theirs = try #require(second[key], "\(key)")
      #expect(Self.isEqual(ours, theirs), "\(key): \(ours) — \(theirs)")
    }
  }

  private static func isEqual(_ left: Any, _ right: Any) -> Bool {
    func canonical(_ value: Any) -> Data? {
      try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
    }
    return canonical(left) == canonical(right)
  }

  /// The sample bundles in the repository are those that their script writes.
  @Test func samplesAreWhatTheirScriptWrites() throws {
    let copy = try Folder()
    let source = Program.root + "/Samples/LD-NQ57"
    try FileManager.default.copyItem(atPath: source + "/make.py", toPath: copy.path + "/make.py")
    let made = try Program.run("/usr/bin/env", ["python3", copy.path + "/make.py"])
    #expect(made.status == 0, "\(made.remarks)")
    let names = copy.files(below: "bundles")
    #expect(names.count { $0.hasSuffix(".zip") } == 50)
    for name in names where name.hasSuffix(".zip") {
      #expect(
        try copy.data("bundles/" + name) == Data(contentsOf: URL(filePath: source + "/bundles/" + name)), "\(name)")
    }
    #expect(try copy.data("units.csv") == Data(contentsOf: URL(filePath: source + "/units.csv")))
  }
}
