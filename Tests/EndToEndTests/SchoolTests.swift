import Foundation
import TestSupport
import Testing

/// What a school sees: checks before it sends, receipts, and nothing of a person's numbers anywhere.
@Suite struct SchoolTests {
  static let bundles = CommandTests.samples + "/bundles/"
  static let now = ["TONGHOP_NOW": "2027-01-20T08:00:00+07:00"]

  private func workspace() throws -> (folder: Folder, path: String) {
    let folder = try Folder()
    let made = try Program.run(
      ["init", folder.path + "/w", "--units", CommandTests.samples + "/units.csv"],
      environment: ["TONGHOP_NOW": "2026-09-01T08:00:00+07:00"])
    #expect(made.status == 0, "\(made.remarks)")
    return (folder, folder.path + "/w")
  }

  /// A bundle with one document, stored as it is.
  private func zip(_ files: [String: String], to path: String) throws {
    let folder = try Folder()
    for (name, text) in files {
      try text.write(to: URL(filePath: folder.path + "/" + name), atomically: true, encoding: .utf8)
    }
    #expect(try Program.run("/usr/bin/zip", ["-q", "-r", path, "."], in: folder.path).status == 0)
  }

  private func document(unit: String = "SO-THPT-001", title: String, area: String = "ND3", staff: Int = 62) -> String {
    let indicators = [
      ("CT08", 45), ("CT09", 1250), ("CT12", 0), ("CT13", 3), ("CT14", staff), ("CT15", 40), ("CT16", 900),
      ("CT17", 120), ("CT18", 1), ("CT19", 2), ("CT20", 12_500_000), ("CT21", 1), ("CT23", 10_000_000),
    ]
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <baoCao xmlns="urn:tonghop:bao-cao:1" phienBan="1.0">
        <thongTin><cheDo>LD-NQ57</cheDo><donVi>\(unit)</donVi><ky loai="HK1" namHoc="2026-2027"/>
          <nguoiLap>Người lập Mẫu</nguoiLap><nguoiKy>Người ký Mẫu</nguoiKy><ngayLap>2027-01-15</ngayLap></thongTin>
        <hoatDong><muc ma="HD01" ngay="2026-10-20" nhiemVu="NV05" noiDung="\(area)" hinhThuc="HT2" sanPham="NGOAIKHOA"
          soLuong="1" soNguoi="120"><ten>\(title)</ten></muc></hoatDong>
        <chiTieu>\(indicators.map { "<muc ma=\"\($0.0)\">\($0.1)</muc>" }.joined())</chiTieu>
        <moHinh><muc ma="MH01" noiDung="ND3"><ten>Mô hình Mẫu</ten>
          <moTa>\(title) \(String(repeating: "Học sinh tự làm thí nghiệm và ghi nhật ký. ", count: 12))</moTa></muc></moHinh>
        <thuyetMinh><muc ma="KETQUA">\(title)</muc></thuyetMinh>
      </baoCao>
      """
  }

  @Test func whatLiesInTheCheckFolderIsCheckedAndNeverIngested() throws {
    let (folder, w) = try workspace()
    let place = w + "/inbox/kiem-tra/"
    for name in ["2027-01-20/thpt001-hk1.zip", "2027-01-22/thpt004-hk1.zip"] {
      try FileManager.default.copyItem(
        atPath: Self.bundles + name, toPath: place + name.split(separator: "/").map(String.init)[1])
    }
    let outcome = try Program.run(["ingest", "--json", "--workspace", w], environment: Self.now)
    #expect(outcome.status == 0)
    #expect(try #require(try outcome.json() as? [Object]).isEmpty)
    #expect(folder.files(below: "w/inbox/kiem-tra") == ["thpt001-hk1.zip", "thpt004-hk1.zip"])
    let receipts = folder.files(below: "w/outbox").filter { $0.hasSuffix(".json") }
    #expect(
      receipts == [
        "SO-THPT-001/thpt001-hk1.zip.KIEM-TRA.bien-nhan.json", "SO-THPT-004/thpt004-hk1.zip.KIEM-TRA.bien-nhan.json",
      ])
    let page = String(
      decoding: try folder.data("w/outbox/SO-THPT-004/thpt004-hk1.zip.KIEM-TRA.bien-nhan.html"), as: UTF8.self)
    #expect(page.contains("CHƯA TÍNH LÀ NỘP") && page.contains("ô B3"))
    let status = try #require(
      try Program.run(
        ["status", "--period", "HK1/2026-2027", "--json", "--workspace", w], environment: Self.now
      ).json() as? Object)
    let states = (status["units"] as? [Object] ?? []).compactMap { $0["receivedAt"] as? String }
    #expect(states.isEmpty)
  }

  @Test func numbersOfPeopleAppearNowhere() throws {
    let (folder, w) = try workspace()
    let secrets = ["0912 345 678", "079201001234"]
    let title = "Ngày hội STEM (liên hệ \(secrets[0]), CCCD \(secrets[1]))"
    try zip(["bao-cao.xml": document(title: title)], to: w + "/inbox/hk1.zip")
    let taken = try Program.run(["ingest", "--json", "--workspace", w], environment: Self.now)
    #expect(taken.status == 0, "\(taken.text)")
    #expect(taken.text.contains("CSV-PERSONAL"))
    let made = try Program.run(
      [
        "report", "half-year", "2027-1", "--to", "ubnd-tinh", "--format", "json,html,docx", "--out",
        folder.path + "/w/reports", "--workspace", w,
      ], environment: ["TONGHOP_NOW": "2027-06-16T08:00:00+07:00"])
    #expect(made.status == 0, "\(made.remarks)")
    let document = try #require(folder.files(below: "w/reports").first { $0.hasSuffix(".docx") })
    let unpacked = try Program.run("/usr/bin/unzip", ["-p", w + "/reports/" + document])
    #expect(unpacked.text.contains("Mô hình Mẫu"))
    var written = [("docx", unpacked.text), ("stdout", taken.text)]
    for name in folder.files(below: "w/outbox") + folder.files(below: "w/reports") where name.contains(".") {
      let place = FileManager.default.fileExists(atPath: w + "/outbox/" + name) ? "w/outbox/" : "w/reports/"
      // A proof holds the delivery's entry, which names none of what was told.
      if !name.hasSuffix(".docx"), !name.hasSuffix(".tlog-proof") {
        written.append((name, String(decoding: try folder.data(place + name), as: UTF8.self)))
      }
    }
    #expect(written.count == 6)
    for (name, text) in written {
      #expect(text.contains("Ngày hội STEM") || text.contains("Mô hình Mẫu"), "\(name)")
      for secret in secrets + secrets.map({ $0.replacingOccurrences(of: " ", with: "") }) {
        #expect(!text.contains(secret), "\(secret) in \(name)")
      }
    }
  }

  @Test func aSecondReceiptSaysWhatChanged() throws {
    let (folder, w) = try workspace()
    try zip(["bao-cao.xml": document(title: "Ngày hội STEM")], to: w + "/inbox/lan-1.zip")
    #expect(try Program.run(["ingest", "--workspace", w], environment: Self.now).status == 0)
    try zip(["bao-cao.xml": document(title: "Ngày hội STEM", staff: 65)], to: w + "/inbox/lan-2.zip")
    #expect(try Program.run(["ingest", "--workspace", w], environment: Self.now).status == 0)
    let page = String(
      decoding: try folder.data("w/outbox/SO-THPT-001/lan-2.zip.BN-000002.bien-nhan.html"), as: UTF8.self)
    let start = try #require(page.range(of: "So với lần nộp trước"))
    let end = try #require(page.range(of: "Số liệu đã đọc được"))
    let section = page[start.lowerBound..<end.lowerBound]
    #expect(section.contains("CT14") && section.contains("62") && section.contains("65"))
    #expect(!section.contains("CT15"))
  }

  /// The page stands alone: no script, nothing fetched, rules for paper and for a phone.
  @Test func theReceiptIsOnePageOnItsOwn() throws {
    let (folder, w) = try workspace()
    try zip(
      ["bao-cao.xml": document(title: "Ngày hội <b>STEM</b>".replacingOccurrences(of: "<", with: "&lt;"), area: "ND9")],
      to: w + "/inbox/hk1.zip")
    #expect(try Program.run(["ingest", "--workspace", w], environment: Self.now).status == 1)
    let page = String(
      decoding: try folder.data("w/outbox/SO-THPT-001/hk1.zip.BN-000001.bien-nhan.html"), as: UTF8.self)
    for absent in ["<script", "http://", "https://", "url(", "@import", "<b>STEM"] {
      #expect(!page.contains(absent), "\(absent)")
    }
    for present in ["lang=\"vi\"", "@media print", "size:A4", "name=\"viewport\"", "ACT-CODE", "ND9"] {
      #expect(page.contains(present), "\(present)")
    }
    // The activity is there, though one of its codes is not: nothing says that there is none.
    for consequence in ["ACT-NONE", "RULE-R05"] { #expect(!page.contains(consequence), "\(consequence)") }
  }
}
