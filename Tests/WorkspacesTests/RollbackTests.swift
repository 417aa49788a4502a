import Foundation
import TestSupport
import Testing

/// Taking up a ledger that went back, and going on beside a `keys/head` that says nothing.
@Suite struct RollbackTests {
  private static let accept = ["doctor", "--accept-rollback", "--reason", "đĩa hỏng"]

  @Test func aLedgerThatWentBackIsTakenUp() throws {
    let desk = try Desk()
    try Older.put(desk)
    let known = try #require(try JSONSerialization.jsonObject(with: desk.folder.data("w/keys/head")) as? Object)
    let accepted = try desk.run(Self.accept)
    #expect(accepted.status == 0 && accepted.remarks.contains("entry \(Desk.end + 1)"), "\(accepted.remarks)")
    let line = try desk.sql("SELECT line FROM entry ORDER BY sequence DESC LIMIT 1")
    let entry = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Object)
    let payload = try #require(entry["payload"] as? Object)
    #expect(entry["kind"] as? String == "rollback" && entry["operator"] as? String == "vp02")
    #expect(payload["knownSequence"] as? Int == Desk.end + 2)
    #expect(payload["knownSha256"] as? String == known["sha256"] as? String)
    #expect(payload["reason"] as? String == "đĩa hỏng")
    // Four receipts are in the ledger: the next would be the fifth.
    #expect(payload["nextReceipt"] as? Int == 1005)

    for reader in HeadTests.readers { #expect(try desk.run(reader).status == 0, "\(reader)") }
    let receipts = try desk.run(["ingest", desk.bundle("TR-00003"), "--json"]).json() as? [Object]
    #expect(receipts?.first?["receipt"] as? String == "BN-001005")
    #expect(try desk.run(["doctor"]).status == 0)
  }

  @Test func itIsTakenUpOnce() throws {
    let desk = try Desk()
    #expect(try desk.run(Self.accept).remarks.contains("did not go back"))
    try Older.put(desk)
    #expect(try desk.run(Self.accept).status == 0)
    #expect(try desk.run(Self.accept).remarks.contains("did not go back"))
    #expect(try desk.sql("SELECT count(*) FROM entry WHERE kind = 'rollback'") == "1")
  }

  @Test func aReasonIsAskedFor() throws {
    let desk = try Desk()
    try Older.put(desk)
    for wrong in [["--accept-rollback"], ["--reason", "x"], ["--accept-rollback", "--reason", "  "]] {
      #expect(try desk.run(["doctor"] + wrong).status == 64, "\(wrong)")
    }
    #expect(try desk.run(["status"]).status == 74)
  }

  @Test func withoutAHeadTheAnswerComesWithARemark() throws {
    let desk = try Desk()
    let answer = try desk.answer(["status", "--json"])
    let head = try desk.folder.data("w/keys/head")
    try FileManager.default.removeItem(atPath: desk.w + "/keys/head")
    var outcome = try desk.run(["status", "--json"])
    #expect(outcome.status == 0 && outcome.text == answer)
    #expect(outcome.lines.count == 1 && outcome.remarks.contains("There is no keys/head"))
    for damaged in [Data(), head.dropLast(9), Data("{}".utf8)] {
      try damaged.write(to: URL(filePath: desk.w + "/keys/head"))
      outcome = try desk.run(["status", "--json"])
      #expect(outcome.status == 0 && outcome.text == answer)
      #expect(outcome.lines.count == 1 && outcome.remarks.contains("keys/head cannot be read"), "\(outcome.remarks)")
    }
    // The next writer makes it anew.
    #expect(try desk.run(["ingest", desk.bundle("TR-00003")]).status == 0)
    #expect(try desk.run(["status"]).remarks.isEmpty)
  }

  @Test(.enabled(if: Account.canChange))
  func aHeadThatMayNotBeReadKeepsNobodyFromReading() throws {
    let desk = try Desk()
    let answer = try desk.answer(["status", "--json"])
    _ = try Program.run("/usr/bin/env", ["chmod", "000", desk.w + "/keys/head"])
    let outcome = try Account.nobody(
      ["status", "--json", "--workspace", desk.w, "--lang", "en", "--now", "2027-02-10T09:00:00+07:00"], isInGroup: true
    )
    #expect(outcome.status == 0 && outcome.text == answer)
    #expect(outcome.lines.count == 1 && outcome.remarks.contains("keys/head cannot be read"), "\(outcome.remarks)")
  }

  /// A run that ended after its commit leaves the head of the one before: nobody minds, and the next writer renews it.
  @Test func aHeadOneCommitBehindIsRenewed() throws {
    let desk = try Desk()
    let behind = try desk.folder.data("w/keys/head")
    #expect(try desk.run(["ingest", desk.bundle("TR-00003")]).status == 0)
    let renewed = try desk.folder.data("w/keys/head")
    try behind.write(to: URL(filePath: desk.w + "/keys/head"))
    #expect(try desk.run(["status"]).status == 0 && desk.run(["status"]).remarks.isEmpty)
    #expect(try desk.folder.data("w/keys/head") == behind)
    #expect(try desk.run(["ingest"]).status == 0)
    #expect(try desk.folder.data("w/keys/head") == renewed)
  }

  /// The writer has opened one file; another in its place, be it a copy of it, gets nothing.
  @Test func anotherFileInTheLedgersPlaceEndsTheWatch() throws {
    let desk = try Desk()
    let ledger = desk.w + "/ledger.sqlite"
    let watch = try Watching(desk)
    #expect(watch.wait { $0.contains("workspace") })
    try FileManager.default.copyItem(atPath: ledger, toPath: ledger + ".khac")
    try FileManager.default.removeItem(atPath: ledger)
    try FileManager.default.moveItem(atPath: ledger + ".khac", toPath: ledger)
    let bundle = try desk.bundle("TR-00003")
    try FileManager.default.copyItem(atPath: bundle, toPath: desk.w + "/inbox/goi.zip")
    #expect(watch.end() == 74, "\(watch.said)")
    // The file waits for the next run, which finds what it knows.
    for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: ledger + ending) }
    #expect(try desk.sql("SELECT max(sequence) FROM entry") == "\(Desk.end)")
    #expect(try desk.run(["ingest"]).status == 0)
    #expect(try desk.row("TR-00003")["sequence"] as? Int == Desk.end + 2)
  }
}
