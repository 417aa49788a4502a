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
    try InboxScan(of: InboxFolder(folder.path), checkFolder: "kiem-tra", now: DurableFiles.realTime()).files
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
      #expect(look.ready.isEmpty && !look.waiting.contains { $0.isOverdue })
    }
    #expect(asked == 1)
    let told = try look(60_000)
    #expect(told.waiting.map(\.waited) == [60_000] && told.waiting.allSatisfy { $0.isOverdue && $0.isStill })
    #expect(told.ready.isEmpty)
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

  /// The system's own time of the last change is as good as having watched; nobody can set it back.
  @Test func whatStoodBeforeItWasSeenIsLookedIntoAtOnce() throws {
    let folder = try Folder()
    try folder.write("a.zip", "PK")
    let file = try #require(try scan(folder).first)
    func look(_ seconds: Int64) -> StabilityTracker.Look {
      var tracker = StabilityTracker(patience)
      return tracker.look(at: [file], now: 0, realTime: file.status.changed + seconds * 1_000_000_000) { _ in false }
    }
    #expect(look(1).waiting.map(\.isStill) == [false])
    #expect(look(3).waiting.map(\.isStill) == [true])
    #expect(look(3).waiting.map(\.isOverdue) == [false] && look(61).waiting.map(\.isOverdue) == [true])
    #expect(look(599).ready.isEmpty && look(600).ready.count == 1)
    // A clock that goes wrong makes nothing ready.
    #expect(look(-1000).waiting.map(\.isStill) == [false])
  }

  @Test func anEmptyFileIsNeverTaken() throws {
    let folder = try Folder()
    try folder.write("a.zip", "")
    var tracker = StabilityTracker(patience)
    for now in [0, 2000, 1_000_000] as [Int64] {
      let look = tracker.look(at: try scan(folder), now: now) { _ in true }
      #expect(look.ready.isEmpty && look.waiting.count == 1)
    }
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
