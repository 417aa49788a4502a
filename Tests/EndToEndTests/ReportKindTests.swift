import Foundation
import TestSupport
import Testing

/// Every kind of report on the year of the demo.
@Suite struct ReportKindTests {
  private static let w = DemoTests.folder.path + "/demo"

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
    #expect(!semester.contains("giải trình cảnh báo"))
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
