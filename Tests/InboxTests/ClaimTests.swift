import DurableFiles
import Foundation
import Inbox
import TestSupport
import Testing

/// Files on their way from the inbox into the ledger.
@Suite struct ClaimTests {
  /// An inbox beside the folder of claims.
  private struct Desk {
    let folder: Folder
    let claims: ClaimFolder
    var inbox: String { folder.path + "/inbox" }
    var claimed: String { folder.path + "/.claimed" }

    init() throws {
      folder = try Folder()
      try FileManager.default.createDirectory(atPath: folder.path + "/inbox", withIntermediateDirectories: true)
      claims = ClaimFolder(folder: folder.path + "/.claimed", inbox: folder.path + "/inbox")
    }

    /// A file of the inbox, as a scan finds it.
    func file(_ name: String, unit: String? = nil) throws -> InboxScan.File {
      let path = (unit.map { $0 + "/" } ?? "") + name
      try folder.write("inbox/" + path, path)
      return try #require(try scan().files.first { $0.delivery.path.hasSuffix("/" + path) })
    }

    func scan() throws -> InboxScan {
      try InboxScan(of: InboxFolder(inbox), checkFolder: "kiem-tra", now: DurableFiles.realTime())
    }

    @discardableResult
    func claim(_ file: InboxScan.File, slot: Int) throws -> ClaimFolder.Claim {
      try claims.claim(file, in: InboxFolder(inbox), slot: slot, largest: 1 << 20)
    }
  }

  @Test func aClaimKeepsNameAndUnit() throws {
    let desk = try Desk()
    let long = String(repeating: "d", count: 251) + ".zip"
    try desk.claim(desk.file("a.zip"), slot: 1)
    try desk.claim(desk.file(long, unit: "so-1"), slot: 2)
    #expect(try desk.scan().files.isEmpty)
    let all = try desk.claims.all()
    #expect(all.map { $0.delivery?.fileName } == ["a.zip", long])
    #expect(all.map { $0.delivery?.folderUnit } == [nil, "SO-1"])
    #expect(all.map(\.tries) == [1, 1])
    #expect(try desk.claims.nextSlot() == 3)
  }

  @Test func numberedClaimsComeFirstInOrder() throws {
    let desk = try Desk()
    let made = try (1...12).map { try desk.claim(desk.file("\($0).zip"), slot: $0) }
    let numbered = try desk.claims.number(made[10], 10)
    _ = try desk.claims.number(made[11], 9)
    _ = try desk.claims.number(nil, 11)
    #expect(numbered.delivery.map { DurableFiles.exists($0.path) } == true)
    let all = try desk.claims.all()
    #expect(all.map(\.receipt) == [9, 10, 11] + Array(repeating: nil, count: 10))
    #expect(all.prefix(3).map { $0.delivery?.fileName } == ["12.zip", "11.zip", nil])
    #expect(all.dropFirst(3).map { $0.delivery?.fileName } == (1...10).map { "\($0).zip" })
    let back = try desk.claims.unnumber(all[0], slot: 40)
    #expect(back.receipt == nil && back.delivery.map { DurableFiles.exists($0.path) } == true)
  }

  /// One that ends the process at every try keeps none of the others waiting.
  @Test func thoseTriedLeastComeFirst() throws {
    let desk = try Desk()
    let made = try (1...3).map { try desk.claim(desk.file("\($0).zip"), slot: $0) }
    let second = try desk.claims.trying(made[0])
    _ = try desk.claims.trying(desk.claims.trying(made[1]))
    let all = try desk.claims.all()
    #expect(all.map { $0.delivery?.fileName } == ["3.zip", "1.zip", "2.zip"] && all.map(\.tries) == [1, 2, 3])
    #expect(try desk.claims.untried(second).tries == 1)
    #expect(try desk.claims.number(desk.claims.all()[2], 7).tries == 3)
  }

  @Test func anEndedClaimLeavesNothing() throws {
    let desk = try Desk()
    let claim = try desk.claim(desk.file("a.zip", unit: "SO-1"), slot: 1)
    try desk.claims.finish(desk.claims.number(claim, 1))
    #expect(try desk.claims.all().isEmpty && !DurableFiles.exists(desk.claimed))
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.inbox) == ["SO-1"])
  }

  @Test func aFileGoesBackUnlessItsNameIsTaken() throws {
    let desk = try Desk()
    desk.claims.putBack(try desk.claim(desk.file("a.zip", unit: "so-1"), slot: 1))
    #expect(DurableFiles.exists(desk.inbox + "/so-1/a.zip"))
    let claim = try desk.claim(desk.file("b.zip"), slot: 2)
    try desk.folder.write("inbox/b.zip", "another")
    desk.claims.putBack(claim)
    #expect(try desk.claims.all() == [claim])
    #expect(try String(contentsOfFile: desk.inbox + "/b.zip", encoding: .utf8) == "another")
    // Its folder may be a link by now, which leads elsewhere.
    let third = try desk.claim(desk.file("c.zip", unit: "SO-3"), slot: 3)
    try FileManager.default.removeItem(atPath: desk.inbox + "/SO-3")
    try FileManager.default.createSymbolicLink(atPath: desk.inbox + "/SO-3", withDestinationPath: desk.folder.path)
    desk.claims.putBack(third)
    #expect(try desk.claims.all() == [claim, third] && !DurableFiles.exists(desk.folder.path + "/c.zip"))
  }

  @Test func whatCannotBeMovedStaysAndLeavesNoClaim() throws {
    let desk = try Desk()
    let gone = try desk.file("gone.zip")
    try FileManager.default.removeItem(atPath: gone.delivery.path)
    #expect(throws: FileFault.self) { try desk.claim(gone, slot: 1) }
    #expect(try desk.claims.all().isEmpty && !DurableFiles.exists(desk.claimed))
  }

  /// Between the look and the claim anybody who may write to the inbox can put something else into the place of what was seen.
  @Test func onlyWhatWasFoundIsTaken() throws {
    let desk = try Desk()
    let secret = desk.folder.path + "/ledger.sqlite"
    try desk.folder.write("ledger.sqlite", "secret")
    // Another file.
    let file = try desk.file("a.zip", unit: "SO-1")
    try FileManager.default.removeItem(atPath: file.delivery.path)
    try desk.folder.write("inbox/SO-1/b.tmp", "SO-1/a.zip")
    try FileManager.default.moveItem(atPath: desk.inbox + "/SO-1/b.tmp", toPath: file.delivery.path)
    #expect(throws: FileFault.replaced(file.delivery.path)) { try desk.claim(file, slot: 1) }
    #expect(DurableFiles.exists(file.delivery.path))
    // The same one, grown.
    let grown = try desk.file("c.zip")
    try desk.folder.write("inbox/c.zip", "c.zip and more")
    #expect(throws: FileFault.self) { try desk.claim(grown, slot: 2) }
    // A link to something of the program's own.
    let linked = try desk.file("ledger.sqlite", unit: "SO-2")
    try FileManager.default.removeItem(atPath: desk.inbox + "/SO-2")
    try FileManager.default.createSymbolicLink(atPath: desk.inbox + "/SO-2", withDestinationPath: desk.folder.path)
    #expect(throws: FileFault.self) { try desk.claim(linked, slot: 3) }
    #expect(throws: FileFault.self) { _ = try InboxFolder(desk.inbox).open(linked).status }
    #expect(DurableFiles.exists(secret))
    #expect(try desk.claims.all().isEmpty)
  }
}

/// Events end a wait, and so does the bell.
@Suite struct EventTests {
  @Test func aNewFileEndsTheWait() throws {
    let folder = try Folder()
    let events = try FolderEvents()
    #expect(events.listen(to: [folder.path]))
    try folder.write("a.zip", "PK")
    let start = ContinuousClock.now
    events.wait(milliseconds: 20_000)
    #expect(ContinuousClock.now - start < .seconds(10))
    events.ring()
    events.wait(milliseconds: 20_000)
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(!events.listen(to: [folder.path + "/none"]))
  }
}
