import DurableFiles
import Foundation
import Inbox
import TestSupport
import Testing

/// Files on their way from the inbox into the ledger.
@Suite struct ClaimTests {
  private func delivery(_ folder: Folder, _ name: String, unit: String? = nil) throws -> Delivery {
    let path = (unit.map { $0 + "/" } ?? "") + name
    try folder.write(path, path)
    return Delivery(path: folder.path + "/" + path, fileName: name, folderUnit: unit, isInInbox: true)
  }

  @Test func aClaimKeepsNameAndUnit() throws {
    let folder = try Folder()
    let claims = ClaimFolder(inbox: folder.path)
    let long = String(repeating: "d", count: 251) + ".zip"
    _ = try claims.claim(delivery(folder, "a.zip"), slot: 1)
    _ = try claims.claim(delivery(folder, long, unit: "SO-1"), slot: 2)
    #expect(try InboxScan(of: folder.path, checkFolder: "kiem-tra").deliveries.isEmpty)
    let all = try claims.all()
    #expect(all.map { $0.delivery?.fileName } == ["a.zip", long])
    #expect(all.map { $0.delivery?.folderUnit } == [nil, "SO-1"])
    #expect(try claims.nextSlot() == 3)
  }

  @Test func numberedClaimsComeFirstInOrder() throws {
    let folder = try Folder()
    let claims = ClaimFolder(inbox: folder.path)
    let made = try (1...12).map { try claims.claim(delivery(folder, "\($0).zip"), slot: $0) }
    let numbered = try claims.number(made[10], 10)
    _ = try claims.number(made[11], 9)
    _ = try claims.number(nil, 11)
    #expect(numbered.delivery.map { DurableFiles.exists($0.path) } == true)
    let all = try claims.all()
    #expect(all.map(\.receipt) == [9, 10, 11] + Array(repeating: nil, count: 10))
    #expect(all.prefix(3).map { $0.delivery?.fileName } == ["12.zip", "11.zip", nil])
    #expect(all.dropFirst(3).map { $0.delivery?.fileName } == (1...10).map { "\($0).zip" })
    let back = try claims.unnumber(all[0], slot: 40)
    #expect(back.receipt == nil && back.delivery.map { DurableFiles.exists($0.path) } == true)
  }

  @Test func anEndedClaimLeavesNothing() throws {
    let folder = try Folder()
    let claims = ClaimFolder(inbox: folder.path)
    let claim = try claims.claim(delivery(folder, "a.zip", unit: "SO-1"), slot: 1)
    try claims.finish(claims.number(claim, 1))
    #expect(try claims.all().isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["SO-1"])
  }

  @Test func aFileGoesBackUnlessItsNameIsTaken() throws {
    let folder = try Folder()
    let claims = ClaimFolder(inbox: folder.path)
    claims.putBack(try claims.claim(delivery(folder, "a.zip", unit: "SO-1"), slot: 1))
    #expect(DurableFiles.exists(folder.path + "/SO-1/a.zip"))
    let claim = try claims.claim(delivery(folder, "b.zip"), slot: 2)
    try folder.write("b.zip", "another")
    claims.putBack(claim)
    #expect(try claims.all() == [claim])
    #expect(try String(contentsOfFile: folder.path + "/b.zip", encoding: .utf8) == "another")
  }

  @Test func whatCannotBeMovedStaysAndLeavesNoClaim() throws {
    let folder = try Folder()
    let claims = ClaimFolder(inbox: folder.path)
    let gone = Delivery(path: folder.path + "/gone.zip", fileName: "gone.zip", folderUnit: nil, isInInbox: true)
    #expect(throws: FileFault.self) { try claims.claim(gone, slot: 1) }
    #expect(try claims.all().isEmpty)
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
