import DurableFiles
import Foundation
import Inbox
import TestSupport
import Testing

/// When a file counts as finished, on a clock that the test turns.
@Suite struct StabilityTests {
  private let patience = StabilityTracker.Patience(quiet: 2000, told: 60_000, most: 600_000)

  /// A scan of a folder in which a file was just written.
  private func scan(_ folder: Folder) throws -> [InboxScan.File] {
    try InboxScan(of: folder.path, checkFolder: "kiem-tra").files
  }

  @Test func aFileStandsStillBeforeItIsLookedInto() throws {
    let folder = try Folder()
    try folder.write("a.zip", "PK")
    var tracker = StabilityTracker(patience)
    var asked = 0
    func look(_ now: Int64) throws -> StabilityTracker.Look {
      tracker.look(at: try scan(folder), now: now) { _ in
        asked += 1
        return true
      }
    }
    #expect(try look(0).ready.isEmpty)
    #expect(try look(1999).ready.isEmpty && asked == 0)
    try folder.write("a.zip", "PK more")
    let grown = try look(2500)
    #expect(grown.ready.isEmpty && asked == 0 && grown.nextChange == 2000)
    #expect(try look(4499).ready.isEmpty)
    #expect(try look(4500).ready.count == 1 && asked == 1)
  }

  @Test func anotherFileOfTheSameNameStartsAnew() throws {
    let folder = try Folder()
    try folder.write("a.zip", "one")
    var tracker = StabilityTracker(patience)
    _ = tracker.look(at: try scan(folder), now: 0) { _ in true }
    try folder.write("b.part", "two")
    try FileManager.default.removeItem(atPath: folder.path + "/a.zip")
    try FileManager.default.moveItem(atPath: folder.path + "/b.part", toPath: folder.path + "/a.zip")
    #expect(tracker.look(at: try scan(folder), now: 2000) { _ in true }.ready.isEmpty)
    #expect(tracker.look(at: try scan(folder), now: 4000) { _ in true }.ready.count == 1)
  }

  @Test func whatLacksItsEndIsToldAndAtLastTaken() throws {
    let folder = try Folder()
    try folder.write("a.zip", "PK\u{3}\u{4}")
    var tracker = StabilityTracker(patience)
    var asked = 0
    func look(_ now: Int64) throws -> StabilityTracker.Look {
      tracker.look(at: try scan(folder), now: now) { _ in
        asked += 1
        return false
      }
    }
    for now in [0, 2000, 30_000, 59_999] as [Int64] {
      let look = try look(now)
      #expect(look.ready.isEmpty && look.overdue.isEmpty)
    }
    #expect(asked == 1)
    let told = try look(60_000)
    #expect(told.overdue.map(\.waited) == [60_000] && told.ready.isEmpty)
    #expect(try look(600_000).ready.count == 1)
  }

  @Test func aMarkerMakesItReadyAtOnce() throws {
    let folder = try Folder()
    try folder.write("a.zip", "PK")
    try folder.write("a.zip.done", "")
    try folder.write("b.zip", "PK")
    var tracker = StabilityTracker(patience)
    let look = tracker.look(at: try scan(folder), now: 0) { _ in nil }
    #expect(look.ready.map(\.delivery.fileName) == ["a.zip"])
  }

  @Test func whatCannotBeToldIsAskedAgain() throws {
    let folder = try Folder()
    try folder.write("a.zip", "PK")
    var tracker = StabilityTracker(patience)
    var answers: [Bool?] = [nil, nil, true]
    var ready: [Int] = []
    for now in [0, 2000, 3000, 4000] as [Int64] {
      ready.append(tracker.look(at: try scan(folder), now: now) { _ in answers.removeFirst() }.ready.count)
    }
    #expect(ready == [0, 0, 0, 1])
  }
}

/// What is found in an inbox, and what is left alone.
@Suite struct ScanTests {
  @Test func namesKindsAndUnits() throws {
    let folder = try Folder()
    for name in [
      "a.zip", "b.part", "c.tmp", "d.filepart", "~$e.zip", ".f.zip", "g.crdownload", "SO-1/h.zip", "so-2/i.zip",
      "SO-1/deep/j.zip", "kiem-tra/k.zip", "kiem-tra/SO-1/l.zip", ".claimed/1/m.zip",
    ] { try folder.write(name, name) }
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/n.zip", withDestinationPath: "/etc/passwd")
    #expect(unsafe mkfifo(folder.path + "/o.zip", 0o600) == 0)
    let scan = try InboxScan(of: folder.path, checkFolder: "kiem-tra")
    #expect(Set(scan.deliveries.map(\.fileName)) == ["a.zip", "h.zip", "i.zip"])
    #expect(scan.deliveries.first { $0.fileName == "i.zip" }?.folderUnit == "SO-2")
    #expect(Set(scan.checks.map(\.delivery.fileName)) == ["k.zip", "l.zip"])
    #expect(scan.checks.allSatisfy { !$0.delivery.isInInbox })
    let passed = scan.passed.map { "\(DurableFiles.name(of: $0.path)) \($0.reason)" }.sorted()
    #expect(passed == ["deep deepFolder", "n.zip link", "o.zip special"])
  }

  @Test func orderIsThatOfTheirTimesThenNames() throws {
    let folder = try Folder()
    for (name, seconds) in [("b.zip", 20), ("a.zip", 20), ("c.zip", 10), ("SO-1/d.zip", 15)] as [(String, Int64)] {
      try folder.write(name, name)
      try DurableFiles.setModified(folder.path + "/" + name, seconds: seconds)
    }
    let names = try InboxScan(of: folder.path, checkFolder: "kiem-tra").deliveries.map(\.fileName)
    #expect(names == ["c.zip", "d.zip", "a.zip", "b.zip"])
  }

  @Test func aNameThatIsNoUnicodeIsToldAbout() throws {
    let folder = try Folder()
    let name: [CChar] = (folder.path + "/").utf8CString.dropLast() + [CChar(bitPattern: 0xE9), 46, 122, 0]
    let descriptor = unsafe open(name, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    let scan = try InboxScan(of: folder.path, checkFolder: "kiem-tra")
    #expect(scan.deliveries.isEmpty && scan.passed.map(\.reason) == [.name])
  }

  @Test func anInboxThatIsNotThereIsAFault() throws {
    let folder = try Folder()
    #expect(throws: FileFault.self) { try InboxScan(of: folder.path + "/none", checkFolder: "kiem-tra") }
  }
}
