import Foundation
import TestSupport
import Testing

/// `remind` and `request` on the year of the demo.
@Suite struct RemindTests {
  private static let w = DemoTests.folder.path + "/demo"
  private static let now = ["TONGHOP_NOW": "2027-02-04T09:00:00+07:00"]

  @Test func theLetterNamesWhoOwesAndNobodyElse() throws {
    let folder = try Folder()
    let outcome = try Program.run(
      [
        "remind", "--period", "HK1/2026-2027", "--until", "2027-02-10", "--out", folder.path, "--workspace", Self.w,
      ], environment: Self.now)
    #expect(outcome.status == 0, "\(outcome.remarks)")
    let table = String(decoding: try folder.data("remind-HK1-2026-2027.csv"), as: UTF8.self)
    let rows = table.split(whereSeparator: \.isNewline).map(String.init)
    #expect(rows[0].hasSuffix("ma,ten,email,ky,han,hanMoi,tinhTrang,nguyenNhan,soPhieu"))
    // As `tinh-tay.md` counts by hand: fourteen owe HK1, nine have reported, one is refused.
    #expect(
      rows.dropFirst().map { $0.prefix { $0 != "," } } == [
        "P-GDTH", "P-TCCB", "SO-THPT-005", "SO-THPT-006", "SO-THPT-008",
      ])
    #expect(rows.first { $0.hasPrefix("SO-THPT-005") }?.contains("CT15 = 54") == true)
    let document = try Program.run(
      "/usr/bin/unzip", ["-p", folder.path + "/remind-HK1-2026-2027.docx", "word/document.xml"])
    for text in [
      "V/v đôn đốc", "57-NQ/TW học kỳ I, năm học 2026 - 2027", "9/14 báo cáo", "10/02/2027", "SO-THPT-008",
      "VI.2, VI.4, VI.5", "yêu cầu Thủ trưởng các đơn vị, đề nghị Trưởng các phòng thuộc Sở:",
    ] {
      #expect(document.text.contains(text), "\(text)")
    }
    #expect(!document.text.contains("XA-01"))
    let again = try Folder()
    _ = try Program.run(
      ["remind", "--period", "HK1/2026-2027", "--until", "2027-02-10", "--out", again.path, "--workspace", Self.w],
      environment: Self.now)
    #expect(try again.data("remind-HK1-2026-2027.docx") == folder.data("remind-HK1-2026-2027.docx"))
  }

  /// The letter is Vietnamese whoever took the report in, and a mistyped code does not lose the causes.
  @Test func causesAreFoundAndAreVietnamese() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    let script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], 'w'); z.writestr('thong-tin.csv', 'che_do,don_vi,loai_ky,nam_hoc,ngay_lap\\nLD-NQ57,' + sys.argv[2] + ',HK1,2026-2027,2027-01-18\\n'); "
      + "z.writestr('thuyet-minh.csv', 'muc,noi_dung\\nKETQUA,Tốt\\n'); z.close()"
    for (unit, told) in [("SO-THPT-001", "SO-THPT-01"), ("SO-THPT-002", "SO-THPT-002")] {
      let inbox = w + "/inbox/" + unit
      try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
      #expect(try Program.run("/usr/bin/env", ["python3", "-c", script, inbox + "/goi.zip", told]).status == 0)
    }
    let taken = try Program.run(
      ["ingest", "--workspace", w, "--lang", "en", "--now", "2027-01-20T08:00:00+07:00"])
    #expect(
      taken.status == 1 && taken.text.contains("There is no") == false && taken.text.contains("error [UNIT-UNKNOWN]"))
    let asked = [
      "remind", "--period", "HK1/2026-2027", "--until", "2027-02-10", "--out", folder.path, "--workspace", w,
    ]
    #expect(try Program.run(asked, environment: Self.now).status == 0)
    let rows = try String(decoding: folder.data("remind-HK1-2026-2027.csv"), as: UTF8.self).split(separator: "\r\n")
    let first = try #require(rows.first { $0.hasPrefix("SO-THPT-001,") })
    #expect(first.contains("Mã đơn vị «SO-THPT-01» không có trong danh mục") && first.contains("BN-000001"))
    let second = try #require(rows.first { $0.hasPrefix("SO-THPT-002,") })
    #expect(second.contains("Chưa có CT14") && second.contains("BN-000002"))
  }

  @Test func aPeriodThatIsNotThere() throws {
    let folder = try Folder()
    #expect(
      try Program.run(
        ["remind", "--period", "HK9/2026-2027", "--until", "2027-02-10", "--out", folder.path, "--workspace", Self.w]
      ).status == 64)
  }

  @Test func requestsAreOpenedListedAndClosed() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    func open(_ code: String, _ more: [String] = []) throws -> Int32 {
      try Program.run(
        [
          "request", "open", code, "--title", "Số liệu 6 tháng cuối năm", "--from", "2026-06-15", "--to", "2026-12-14",
          "--due", "2026-12-17", "--workspace", w,
        ] + more
      ).status
    }
    #expect(try open("BC12-2026", ["--part-of", "HK1/2026-2027"]) == 0)
    #expect(try open("BC12-2026") == 64)
    #expect(try open("BC 12") == 64)
    #expect(try open("HAI", ["--part-of", "HK1/2026-2027"]) == 64)
    #expect(try open("BA", ["--part-of", "HK2/2026-2027"]) == 64)
    // A request has no figures of its own for the windows, and cannot be a whole.
    #expect(try open("SAU", ["--part-of", "CD/BC12-2026"]) == 64)
    // The school year has its semesters as parts: what they tell would count twice.
    #expect(try open("BAY", ["--part-of", "NAM/2026-2027"]) == 64)
    #expect(try open("BON", ["--kind", "TRUONG"]) == 64)
    #expect(try open("NAM", ["--units", "SO-THPT-001,SO-THPT-002"]) == 0)
    let listed = try #require(try Program.run(["request", "list", "--json", "--workspace", w]).json() as? Object)
    let requests = try #require(listed["requests"] as? [Object])
    #expect(requests.map { $0["code"] as? String } == ["BC12-2026", "NAM"])
    #expect(requests[0]["partOf"] as? String == "HK1/2026-2027")
    #expect(try Program.run(["request", "close", "NAM", "--workspace", w]).status == 0)
    #expect(try Program.run(["request", "close", "NAM", "--workspace", w]).status == 64)
    let status = try Program.run(["status", "--period", "CD/BC12-2026", "--json", "--workspace", w])
    #expect((try status.json() as? Object)?["due"] as? String == "2026-12-17")
  }

  @Test func registriesAreFilteredAndCompared() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    func codes(_ more: [String]) throws -> [String] {
      let listed = try Program.run(["units", "list", "--json", "--workspace", w] + more).json() as? Object
      return (listed?["units"] as? [Object] ?? []).compactMap { $0["ma"] as? String }
    }
    #expect(try Set(codes([])).count == 40)
    #expect(try codes(["--kind", "VP"]) == ["VP"])
    let schools = try codes(["--kind", "CSGD_SO", "--level", "THPT", "--region", "Vùng 1"])
    #expect(!schools.isEmpty && schools.allSatisfy { $0.hasPrefix("SO-THPT-") })
    #expect(try codes(["--on", "2027-01-31"]).count == 39)
    let text = try String(contentsOfFile: CommandTests.samples + "/units.csv", encoding: .utf8)
    try text.replacingOccurrences(of: "Trường THPT Mẫu 003,", with: "Trường THPT Mẫu 003 mới,").write(
      toFile: folder.path + "/moi.csv", atomically: true, encoding: .utf8)
    let planned = try Program.run(["units", "diff", folder.path + "/moi.csv", "--workspace", w])
    let lines = planned.text.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("- SO-THPT-003,Trường THPT Mẫu 003,"))
    #expect(lines[1].hasPrefix("+ SO-THPT-003,Trường THPT Mẫu 003 mới,"))
    #expect(try Program.run(["units", "import", folder.path + "/moi.csv", "--workspace", w]).status == 0)
    #expect(try Program.run(["units", "diff", "--as-of", "2", "--workspace", w]).text == planned.text)
    #expect(try Program.run(["units", "diff", "--workspace", w]).status == 64)
  }

  @Test func regimesAreTestedAndAmended() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    #expect(try Program.run(["regime", "test"]).status == 0)
    let plan = try String(contentsOfFile: Program.root + "/Schemas/plans/LD-NQ57/regime.xml", encoding: .utf8)
    let amended = plan.replacingOccurrences(
      of: "<viDu dat=\"true\" bao=\"CT14=69 CT15=69\"/>", with: "<viDu dat=\"true\" bao=\"CT14=69 CT15=70\"/>")
    #expect(amended != plan)
    try amended.write(toFile: folder.path + "/sai.xml", atomically: true, encoding: .utf8)
    let tested = try Program.run(["regime", "test", folder.path + "/sai.xml"], environment: ["TONGHOP_LANG": "en"])
    #expect(tested.status == 1 && tested.text.contains("R01.1  WRONG"))
    let later = plan.replacingOccurrences(of: "han=\"1/01-31\"", with: "han=\"1/02-15\"")
    try later.write(toFile: folder.path + "/moi.xml", atomically: true, encoding: .utf8)
    #expect(try Program.run(["regime", "import", folder.path + "/moi.xml", "--workspace", w]).status == 0)
    let status = try Program.run(["status", "--period", "HK1/2026-2027", "--json", "--workspace", w])
    #expect((try status.json() as? Object)?["due"] as? String == "2027-02-15")
    let before = try Program.run(
      ["status", "--period", "HK1/2026-2027", "--json", "--as-of", "2", "--workspace", w])
    #expect((try before.json() as? Object)?["due"] as? String == "2027-02-01")
  }

  /// An amendment applies to periods that end on its day or later; those before keep the version they had.
  @Test func anAmendmentHasItsDay() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    let plan = try String(contentsOfFile: Program.root + "/Schemas/plans/LD-NQ57/regime.xml", encoding: .utf8)
    let amended = plan.replacingOccurrences(
      of: "phienBan=\"1\" apDungTu=\"2026-06-01\"", with: "phienBan=\"2\" apDungTu=\"2027-06-01\""
    ).replacingOccurrences(of: "han=\"1/01-31\"", with: "han=\"1/02-15\"")
    try amended.write(toFile: folder.path + "/moi.xml", atomically: true, encoding: .utf8)
    #expect(try Program.run(["regime", "import", folder.path + "/moi.xml", "--workspace", w]).status == 0)
    func due(_ period: String) throws -> String? {
      let status = try Program.run(["status", "--period", period, "--json", "--workspace", w])
      return (try status.json() as? Object)?["due"] as? String
    }
    #expect(try due("HK1/2026-2027") == "2027-02-01")
    #expect(try due("HK1/2027-2028") == "2028-02-15")
    let shown = try Program.run(["regime", "show", "--workspace", w], environment: ["TONGHOP_LANG": "en"]).text
    let versions = try #require(shown.firstRange(of: "Versions\n")).upperBound
    #expect(
      shown[versions...].split(separator: "\n").dropFirst().map {
        $0.split(separator: " ").prefix(3).joined(separator: " ")
      } == [
        "1 01/6/2026 30/6/2026", "2 01/6/2027 30/6/2026",
      ])
    // A report is made by the version of its last day, and says which.
    func digest(_ key: String) throws -> String? {
      let report = try Program.run(["report", "half-year", key, "--to", "ubnd-tinh", "--workspace", w])
      return ((try report.json() as? Object)?["regime"] as? Object)?["sha256"] as? String
    }
    #expect(try digest("2026-2") != digest("2027-2"))
    #expect(try digest("2027-1") == digest("2027-2"))
  }

  /// A changed rule is held against what lives before it is put in force.
  @Test func aChangedRuleTellsWhatItWouldTurn() throws {
    let folder = try Folder()
    let plan = try String(contentsOfFile: Program.root + "/Schemas/plans/LD-NQ57/regime.xml", encoding: .utf8)
    let stricter = plan.replacingOccurrences(
      of: "if CT20 &gt; 0 then CT20 ≥ 100000<", with: "if CT20 &gt; 0 then CT20 ≥ 4000000<")
    #expect(stricter != plan)
    try stricter.write(toFile: folder.path + "/moi.xml", atomically: true, encoding: .utf8)
    let trial = try Program.run(
      ["regime", "test", folder.path + "/moi.xml", "--workspace", Self.w], environment: ["TONGHOP_LANG": "en"])
    // Told for the year: THPT 001 three million, XA-04 one; for semester I: VP two, THPT 001 to 003 one, two and three.
    let turned = trial.text.split(separator: "\n").filter { $0.contains("  R06  ") }.map { line in
      line.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(
      turned == [
        "SO-THPT-001 HK1/2026-2027", "SO-THPT-001 NAM/2026-2027", "SO-THPT-002 HK1/2026-2027",
        "SO-THPT-003 HK1/2026-2027", "VP HK1/2026-2027", "XA-04 NAM/2026-2027",
      ])
    #expect(trial.remarks.contains("6 times"))
    let same = try Program.run(["regime", "test", "--workspace", Self.w], environment: ["TONGHOP_LANG": "en"])
    #expect(same.status == 0 && same.remarks.contains(" 0 times"))
  }

  /// What the status says beside the figures: entered afterwards, nothing arose, a warning explained.
  @Test func theStatusSaysWhy() throws {
    let folder = try Folder()
    let w = folder.path + "/w"
    #expect(try Program.run(["init", w, "--units", CommandTests.samples + "/units.csv"]).status == 0)
    let bundle = CommandTests.samples + "/bundles/2027-02-03/thpt007-hk1.zip"
    let entered = try Program.run([
      "ingest", bundle, "--received-at", "2027-01-30T16:00:00+07:00", "--reason", "Gửi qua thư điện tử", "--workspace",
      w,
      "--now", "2027-02-03T08:00:00+07:00",
    ])
    #expect(entered.status == 0, "\(entered.remarks)")
    let future = try Program.run([
      "ingest", bundle, "--received-at", "2027-02-03T08:00:01+07:00", "--reason", "Gửi qua thư điện tử", "--workspace",
      w, "--now", "2027-02-03T08:00:00+07:00",
    ])
    #expect(future.status == 64)
    let early = try Program.run(
      ["status", "--period", "HK1/2026-2027", "--workspace", w, "--now", "2027-02-01T08:00:00+07:00"])
    #expect(early.text.contains("chưa đến hạn 13;") && !early.text.contains("chưa gửi 13"))
    let asked = ["status", "--period", "HK1/2026-2027", "--workspace", w, "--now", "2027-02-04T08:00:00+07:00"]
    let status = try #require(try Program.run(asked + ["--json"]).json() as? Object)
    let unit = try #require((status["units"] as? [Object])?.first { $0["unit"] as? String == "SO-THPT-007" })
    #expect(unit["status"] as? String == "onTime")
    let late = try #require((status["lateEntries"] as? [Object])?.first)
    #expect(late["reason"] as? String == "Gửi qua thư điện tử")
    #expect(late["receivedAt"] as? String == "2027-01-30T16:00:00+07:00")
    #expect(try Program.run(asked).text.contains("nhập sau: Gửi qua thư điện tử"))
    #expect(try Program.run(asked + ["--csv"]).text.contains("Gửi qua thư điện tử"))

    let year = try Program.run(["status", "--period", "NAM/2026-2027", "--json", "--workspace", Self.w])
    let explained = try #require((try year.json() as? Object)?["explanations"] as? [Object])
    #expect(explained.map { $0["unit"] as? String } == ["SO-THPT-004"])
    #expect(explained[0]["rule"] as? String == "R07")
    let page = DemoTests.folder.files(below: "demo/outbox/SO-THPT-004").first {
      $0.hasPrefix("thpt004-nam.zip") && $0.hasSuffix(".html")
    }
    let receipt = try DemoTests.folder.data("demo/outbox/SO-THPT-004/" + (try #require(page)))
    #expect(String(decoding: receipt, as: UTF8.self).contains("đơn vị giải trình: «Học kỳ I đã tính cả học sinh"))
    #expect((try DemoTests.report()["explanations"] as? [Object])?.count == 1)
  }

  /// Names of units that owe a report and what units say of warnings stand in the department's copy alone.
  @Test func explanationsAreForTheDepartment() throws {
    let folder = try Folder()
    func words(_ arguments: [String], _ name: String) throws -> String {
      let made = try Program.run(
        ["report"] + arguments + ["--format", "docx", "--out", folder.path, "--workspace", Self.w])
      #expect(made.status == 0, "\(made.remarks)")
      return try Program.run("/usr/bin/unzip", ["-p", "\(folder.path)/\(name).docx", "word/document.xml"]).text
    }
    let said = "Học kỳ I đã tính cả học sinh"
    let year = try words(["school-year", "2026-2027"], "school-year-2026-2027-so-gddt")
    #expect(year.contains(said) && year.contains("R07 (VI.5)") && year.contains("Trường THPT Mẫu 004"))
    let own = try words(["half-year", "2027-1", "--to", "so-gddt"], "half-year-2027-1-so-gddt")
    #expect(own.contains(said) && own.contains("Chưa gửi"))
    let outside = try words(["half-year", "2027-1", "--to", "ubnd-tinh"], "half-year-2027-1-ubnd-tinh")
    #expect(!outside.contains(said) && !outside.contains("SO-THPT-006") && !outside.contains("Trường THPT Mẫu 006"))
    let semester = try words(["semester", "HK1/2026-2027"], "semester-HK1-2026-2027-so-gddt")
    #expect(semester.contains("Đã gửi, chưa đạt yêu cầu") && semester.contains("Trường THPT Mẫu 005"))
    #expect(semester.contains("Không đơn vị nào giải trình cảnh báo."))
    let asked = try words(["ad-hoc", "--request", "BC12-2026"], "ad-hoc-BC12-2026-so-gddt")
    #expect(asked.contains("Đơn vị phải báo cáo chưa gửi"))
    let given = try words(["ad-hoc", "--request", "BC12-2026", "--to", "ubnd-tinh"], "ad-hoc-BC12-2026-ubnd-tinh")
    #expect(!given.contains("Đơn vị phải báo cáo chưa gửi"))
  }

  /// Every kind of report, by the window of its own; within the department no copy need be named.
  @Test func everyReportHasItsWindow() throws {
    func report(_ arguments: [String]) throws -> Object {
      let made = try Program.run(["report"] + arguments + ["--workspace", Self.w])
      #expect(made.status == 0, "\(arguments) \(made.remarks)")
      return try #require(try made.json() as? Object)
    }
    func value(_ report: Object, _ code: String = "CT09") throws -> String? {
      try DemoTests.row("indicators", code, in: report)["value"] as? String
    }
    let semester = try report(["semester", "HK1/2026-2027"])
    #expect(semester["to"] as? String == "so-gddt")
    #expect((semester["window"] as? [String: String]) == ["from": "2026-09-05", "to": "2027-01-17"])
    // As told: THPT 1 to 4 and 7, GDTX 60 and 0, five schools of XA-01, TT-001.
    let told = [100, 200, 300, 400, 700, 60, 0, 20, 40, 60, 80, 100, 100]
    #expect(try value(semester) == String(told.reduce(0, +)))
    let year = try report(["school-year", "2026-2027"])
    #expect(try value(year) == "11960")
    #expect(
      (year["completeness"] as? [Object])?.compactMap { $0["period"] as? String } == [
        "CD/BC12-2026", "HK1/2026-2027", "HK2/2026-2027", "NAM/2026-2027",
      ])
    let calendar = try report(["year", "2027", "--to", "ubnd-tinh"])
    #expect(try value(calendar) == "10565")
    #expect((calendar["parts"] as? [Object])?.compactMap { $0["key"] as? String } == ["2027-1", "2027-2"])
    let asked = try report(["ad-hoc", "--request", "BC12-2026"])
    #expect(asked["key"] as? String == "BC12-2026" && asked["title"] as? String == "Số liệu 6 tháng cuối năm 2026")
    #expect(try value(asked) == "1395")
    let any = try report([
      "ad-hoc", "--from", "2026-12-15", "--to", "2027-06-14", "--to", "ubnd-tinh", "--title", "Cấp THPT", "--where",
      "cap=THPT", "--by", "vung",
    ])
    #expect(any["to"] as? String == "ubnd-tinh")
    #expect((any["rows"] as? [Object])?.compactMap { $0["vung"] as? String } == ["Vùng 1", "Vùng 2", "Vùng 3"])
    // The schools' year without December's 1380, and the private school.
    #expect(try value(any) == String(7250 - 1380 + 150))
    for wrong in [
      ["semester", "CD/BC12-2026"], ["school-year", "2026"], ["year", "2027"], ["ad-hoc", "--title", "x"],
      ["ad-hoc", "--request", "KHONG"], ["quarter", "2027-9", "--to", "ubnd-tinh"],
    ] {
      #expect(try Program.run(["report"] + wrong + ["--workspace", Self.w]).status == 64, "\(wrong)")
    }
  }
}
