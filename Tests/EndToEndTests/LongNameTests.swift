import Foundation
import TestSupport
import Testing

/// A file may be called anything; its receipts must find room for their own names.
@Suite struct LongNameTests {
  /// 172 letters of Vietnamese are 229 bytes: with the receipt's number and ending more than a file system takes.
  private static let name =
    "Báo cáo kết quả truyền thông thực hiện Nghị quyết số 57-NQ-TW học kỳ I năm học 2026-2027 của "
    + "Trường Trung học phổ thông Mẫu Một tỉnh Lâm Đồng (bản đã ký, gửi lại lần 2).zip"

  private func workspace() throws -> (folder: Folder, w: String) {
    let folder = try Folder()
    let w = folder.path + "/w"
    let made = try Program.run(
      ["init", w, "--units", CommandTests.samples + "/units.csv", "--now", "2026-09-01T08:00:00+07:00"])
    #expect(made.status == 0, "\(made.remarks)")
    return (folder, w)
  }

  private func drop(_ name: String, _ source: String?, in w: String) throws {
    if let source {
      try FileManager.default.copyItem(
        atPath: CommandTests.samples + "/bundles/" + source, toPath: w + "/inbox/" + name)
    } else {
      try Data("Rar!\u{1A}\u{7}\u{1}\u{0}".utf8).write(to: URL(filePath: w + "/inbox/" + name))
    }
  }

  @Test func aLongNameStopsNobody() throws {
    #expect(Self.name.utf8.count == 229)
    let (folder, w) = try workspace()
    try drop(Self.name, "2027-01-20/thpt001-hk1.zip", in: w)
    try drop("zz.zip", "2027-01-21/Báo cáo học kỳ I - THPT 003.zip", in: w)
    let taken = try Program.run(
      ["ingest", "--json", "--workspace", w, "--now", "2027-01-22T08:00:00+07:00"])
    #expect(taken.status == 0, "\(taken.remarks)")
    let receipts = try #require(try taken.json() as? [Object])
    #expect(Set(receipts.compactMap { $0["file"] as? String }) == [Self.name, "zz.zip"])
    #expect(folder.left(inInboxOf: "w") == [])
    let written = folder.files(below: "w/outbox").filter { $0.hasSuffix(".bien-nhan.json") }
    #expect(written.count == 2)
    let long = try #require(written.first { !$0.contains("zz.zip") })
    let file = try #require(long.split(separator: "/").last)
    #expect(Self.name.hasPrefix(try #require(file.components(separatedBy: ".BN-").first)))
    #expect(file.utf8.count <= 160 + ".BN-000001.bien-nhan.json".utf8.count)
  }

  /// What is no bundle keeps its name as far as there is room, with its receipt beside it.
  @Test func theSameInQuarantineAndInTheCheckFolder() throws {
    let (folder, w) = try workspace()
    try drop(Self.name, nil, in: w)
    try drop("kiem-tra/" + Self.name, "2027-01-20/thpt001-hk1.zip", in: w)
    let taken = try Program.run(["ingest", "--workspace", w, "--now", "2027-01-22T08:00:00+07:00"])
    #expect(taken.status == 1, "\(taken.remarks)")
    #expect(folder.files(below: "w/quarantine").count == 4)
    #expect(folder.files(below: "w/outbox").filter { $0.contains("KIEM-TRA") }.count == 2)
  }
}
