import DurableFiles
import Foundation
import Inbox
import TestSupport
import Testing

/// What is found in an inbox, and what is left alone.
@Suite struct ScanTests {
  private func scan(_ folder: Folder) throws -> InboxScan {
    try InboxScan(of: InboxFolder(folder.path), checkFolder: "kiem-tra", now: DurableFiles.realTime())
  }

  /// Path below the inbox and reason of what is passed over.
  private func passed(_ scan: InboxScan, _ folder: Folder) -> [String] {
    scan.passed.map { "\($0.path.dropFirst(folder.path.count + 1)) \($0.reason.code) \($0.unit ?? "-")" }.sorted()
  }

  @Test func namesKindsAndUnits() throws {
    let folder = try Folder()
    for name in [
      "a.zip", "b.part", "c.tmp", "d.filepart", "~$e.zip", ".f.zip", "g.crdownload", "SO-1/h.zip", "so-2/i.zip",
      "SO-1/deep/j.zip", "kiem-tra/k.zip", "kiem-tra/SO-1/l.zip", ".claimed/1/m.zip", "q.zip.done",
    ] { try folder.write(name, name) }
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/n.zip", withDestinationPath: "/etc/passwd")
    #expect(unsafe mkfifo(folder.path + "/o.zip", 0o600) == 0)
    let scan = try scan(folder)
    #expect(Set(scan.deliveries.map(\.fileName)) == ["a.zip", "h.zip", "i.zip"])
    #expect(scan.deliveries.first { $0.fileName == "i.zip" }?.folderUnit == "SO-2")
    #expect(scan.files.first { $0.delivery.fileName == "i.zip" }?.place == ["so-2"])
    #expect(Set(scan.checks.map(\.delivery.fileName)) == ["k.zip", "l.zip"])
    #expect(scan.checks.allSatisfy { !$0.delivery.isInInbox })
    #expect(scan.checks.first { $0.delivery.fileName == "l.zip" }?.place == ["kiem-tra", "SO-1"])
    #expect(passed(scan, folder) == ["SO-1/deep/j.zip deep SO-1", "n.zip link -", "o.zip special -"])
  }

  @Test func whatLiesTooDeepOrIsNotZipped() throws {
    let folder = try Folder()
    for name in ["SO-1/2027/a.zip", "SO-1/Báo cáo HK1/thong-tin.csv", "Trường Thử/b.zip", "SO-2/nhieu/1.zip"] {
      try folder.write(name, name)
    }
    for number in 2...30 { try folder.write("SO-2/nhieu/\(number).zip", "x") }
    try FileManager.default.createDirectory(atPath: folder.path + "/SO-2/trong", withIntermediateDirectories: true)
    #expect(
      try passed(scan(folder), folder) == [
        "SO-1/2027/a.zip deep SO-1", "SO-1/Báo cáo HK1 unzipped SO-1", "SO-2/nhieu deep SO-2",
        "Trường Thử/b.zip deep -",
      ])
  }

  @Test func aDownloadThatWasNeverFinishedIsToldAfterADay() throws {
    let folder = try Folder()
    let now = DurableFiles.realTime() / 1_000_000_000
    for (name, age) in [("SO-1/a.zip.crdownload", 90_000), ("b.PART", 90_000), ("c.tmp", 80_000)] as [(String, Int64)] {
      try folder.write(name, name)
      try DurableFiles.setModified(folder.path + "/" + name, seconds: now - age)
    }
    #expect(try passed(scan(folder), folder) == ["SO-1/a.zip.crdownload temporary SO-1", "b.PART temporary -"])
  }

  @Test func linksInThePlaceOfFoldersAreNotFollowed() throws {
    let folder = try Folder()
    try folder.write("ngoai/a.zip", "x")
    try FileManager.default.createDirectory(atPath: folder.path + "/hop/", withIntermediateDirectories: true)
    for name in ["SO-1", ".claimed", "kiem-tra"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/hop/" + name, withDestinationPath: folder.path + "/ngoai")
    }
    let scan = try InboxScan(
      of: InboxFolder(folder.path + "/hop"), checkFolder: "kiem-tra", now: DurableFiles.realTime())
    #expect(scan.files.isEmpty && scan.checks.isEmpty)
    #expect(scan.passed.map(\.reason) == [.link, .link, .link])
  }

  @Test func orderIsThatOfTheirTimesThenNames() throws {
    let folder = try Folder()
    for (name, seconds) in [("b.zip", 20), ("a.zip", 20), ("c.zip", 10), ("SO-1/d.zip", 15)] as [(String, Int64)] {
      try folder.write(name, name)
      try DurableFiles.setModified(folder.path + "/" + name, seconds: seconds)
    }
    #expect(try scan(folder).deliveries.map(\.fileName) == ["c.zip", "d.zip", "a.zip", "b.zip"])
  }

  @Test func aNameThatIsNoUnicodeIsToldAbout() throws {
    let folder = try Folder()
    let name: [CChar] = (folder.path + "/").utf8CString.dropLast() + [CChar(bitPattern: 0xE9), 46, 122, 0]
    let descriptor = unsafe open(name, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    let scan = try scan(folder)
    #expect(scan.deliveries.isEmpty && scan.passed.map(\.reason) == [.name])
  }

  @Test func anInboxThatIsNotThereIsAFault() throws {
    let folder = try Folder()
    #expect(throws: FileFault.self) { try InboxFolder(folder.path + "/none") }
  }
}
