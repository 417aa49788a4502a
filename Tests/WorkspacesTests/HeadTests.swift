import Foundation
import TestSupport
import Testing

/// A ledger that lost entries, or is another one, is found by what is kept outside it (<doc:record#The-head-outside>).
@Suite struct HeadTests {
  static let readers = [
    ["status"], ["query", "--from", "2026-08-01", "--to", "2027-07-31"], ["units", "list"], ["regime", "show"],
    ["settings", "show"], ["report", "list"], ["request", "list"],
  ]
  static let writers = [["ingest"], ["settings", "apply"], ["withdraw", "5", "--reason", "nhầm"]]

  /// Every command ends so, with what to do in one line; readers leave the workspace as it is, writers its entries.
  private func expectRefused(_ desk: Desk, _ statuses: Set<Int32>, _ said: String = "") throws {
    let before = try snapshot(desk.w)
    let ledger = try desk.folder.data("w/ledger.sqlite")
    for command in Self.readers + Self.writers {
      let outcome = try desk.run(command)
      if !Self.writers.contains(command) { #expect(try snapshot(desk.w) == before, "\(command)") }
      #expect(statuses.contains(outcome.status), "\(command): \(outcome.status) \(outcome.remarks)")
      #expect(outcome.lines.count == 1 && outcome.text.isEmpty, "\(command): \(outcome.remarks)")
      #expect(outcome.remarks.contains(said), "\(command): \(outcome.remarks)")
    }
    #expect(try desk.folder.data("w/ledger.sqlite") == ledger)
  }

  @Test func anOlderCopyIsRefused() throws {
    let desk = try Desk()
    try Older.put(desk)
    try expectRefused(desk, [74], "doctor --accept-rollback")
    let doctor = try desk.run(["doctor"])
    #expect(doctor.status == 1 && doctor.text.contains("BAD: The ledger is damaged: entry 13"), "\(doctor.text)")
  }

  /// One that is as long, or longer, and does not have the entry.
  @Test func theLedgerOfAnotherWorkspaceIsRefused() throws {
    let (desk, other) = (try Desk(), try Folder())
    let registry = desk.folder.path + "/units.csv"
    let stored = try desk.sql("SELECT json_extract(line, '$.payload.sha256') FROM entry WHERE kind = 'registry'")
    try FileManager.default.copyItem(atPath: desk.w + "/store/" + stored, toPath: registry)
    #expect(try Program.run(["init", other.path + "/w", "--units", registry]).status == 0)
    for number in 1...9 {
      let text = #"{"office":{"limits":{"rows":\#(number)}}}"#
      try other.write("w/tonghop.json", text)
      #expect(try Program.run(["settings", "apply", "--workspace", other.path + "/w"]).status == 0)
    }
    let ledger = desk.w + "/ledger.sqlite"
    try FileManager.default.removeItem(atPath: ledger)
    try FileManager.default.copyItem(atPath: other.path + "/w/ledger.sqlite", toPath: ledger)
    try expectRefused(desk, [74], "keys/head")
  }

  @Test func anEmptiedFileIsCalledThat() throws {
    let desk = try Desk()
    try Data().write(to: URL(filePath: desk.w + "/ledger.sqlite"))
    try expectRefused(desk, [65], "restore the copy")
    #expect(try desk.run(["doctor"]).status == 65)
    #expect(try desk.run(["init", desk.w]).status == 73)
  }

  @Test func whatIsNoLedgerIsCalledThat() throws {
    let desk = try Desk()
    try Data(String(repeating: "{}", count: 4000).utf8).write(to: URL(filePath: desk.w + "/ledger.sqlite"))
    try expectRefused(desk, [65], "restore the copy")
  }

  /// Cut anywhere, it is refused; where what is gone was not needed, the answer is the same.
  @Test(arguments: [1, 50, 99, 100, 1000, 4096, 12_288, -4096, -1])
  func aTruncatedFileGivesNoOtherAnswer(_ count: Int) throws {
    let desk = try Desk()
    let readers = [["status", "--json"], ["query", "--from", "2026-08-01", "--to", "2027-07-31"]]
    let answers = try readers.map { try desk.answer($0) }
    let bytes = try desk.folder.data("w/ledger.sqlite")
    try bytes.prefix(count < 0 ? bytes.count + count : count).write(to: URL(filePath: desk.w + "/ledger.sqlite"))
    for (reader, answer) in zip(readers, answers) {
      let outcome = try desk.run(reader)
      if count == -1, outcome.status == 0 {
        #expect(outcome.text == answer)
      } else {
        #expect(outcome.status == (count < 100 && count > 0 ? 65 : 74), "\(outcome.remarks)")
        #expect(outcome.text.isEmpty && outcome.lines.count == 1, "\(outcome.remarks)")
      }
    }
    if count != -1 { #expect([65, 74].contains(try desk.run(["ingest"]).status)) }
  }

  @Test func aLostLedgerIsNotMadeAnew() throws {
    let desk = try Desk()
    try FileManager.default.removeItem(atPath: desk.w + "/ledger.sqlite")
    let before = try snapshot(desk.w)
    for command in [["init", desk.w], ["status", "--workspace", desk.w], ["doctor", "--workspace", desk.w]] {
      let outcome = try Program.run(command + ["--lang", "en"])
      #expect(outcome.status == 74 && outcome.remarks.contains("restore the copy"), "\(command): \(outcome.remarks)")
    }
    #expect(try snapshot(desk.w) == before)
  }
}

/// An older copy of a ledger.
enum Older {
  /// Puts the ledger as it is now back, after one more delivery (entries 12 and 13, receipt 5) was taken in.
  static func put(_ desk: Desk) throws {
    let ledger = desk.w + "/ledger.sqlite"
    let kept = desk.folder.path + "/older.sqlite"
    try FileManager.default.copyItem(atPath: ledger, toPath: kept)
    try desk.answer(["ingest", desk.bundle("TR-00003")])
    try FileManager.default.removeItem(atPath: ledger)
    try FileManager.default.copyItem(atPath: kept, toPath: ledger)
    #expect(!FileManager.default.fileExists(atPath: ledger + "-wal"))
  }
}
