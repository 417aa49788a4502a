import Foundation
import TestSupport
import Testing

/// `remind` on the year of the demo.
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
    // The texts of the mails have lines of their own.
    let rows = table.split(separator: "\r\n").map(String.init)
    #expect(rows[0].hasSuffix("ma,ten,email,ky,han,hanMoi,tinhTrang,nguyenNhan,soPhieu,tieuDe,noiDung"))
    // As `tinh-tay.md` counts by hand: fourteen owe HK1, nine have reported, one is refused.
    #expect(
      rows.dropFirst().map { $0.prefix { $0 != "," } } == [
        "P-GDTH", "P-TCCB", "SO-THPT-005", "SO-THPT-006", "SO-THPT-008",
      ])
    #expect(rows.first { $0.hasPrefix("SO-THPT-005") }?.contains("(54)") == true)
    // What is to be mended is said by name, never by code.
    #expect(!table.contains("CT15"))
    let document = try Program.run(
      "/usr/bin/unzip", ["-p", folder.path + "/remind-HK1-2026-2027.docx", "word/document.xml"])
    for text in [
      "V/v đôn đốc", "57-NQ/TW học kỳ I, năm học 2026-2027", "9/14\u{A0}đơn vị", "10/02/2027", "SO-THPT-008",
      "VI.2, VI.4, VI.5", "yêu cầu Thủ trưởng các đơn vị có tên trong danh sách:", "DANH SÁCH ĐƠN VỊ",
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
    for (unit, told) in [("SO-THPT-001", "SO-THPT-01"), ("SO-THPT-002", "SO-THPT-002")] {
      let inbox = w + "/inbox/" + unit
      try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
      try Program.zip(
        [
          ("thong-tin.csv", "che_do,don_vi,loai_ky,nam_hoc,ngay_lap\nLD-NQ57,\(told),HK1,2026-2027,2027-01-18\n"),
          ("thuyet-minh.csv", "muc,noi_dung\nKETQUA,Tốt\n"),
        ], to: inbox + "/goi.zip")
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
    #expect(!second.contains("CT14") && second.contains("Chưa có ") && second.contains("BN-000002"))
  }

  @Test func aPeriodThatIsNotThere() throws {
    let folder = try Folder()
    #expect(
      try Program.run(
        ["remind", "--period", "HK9/2026-2027", "--until", "2027-02-10", "--out", folder.path, "--workspace", Self.w]
      ).status == 64)
  }
}
