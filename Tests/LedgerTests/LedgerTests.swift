import Foundation
import Ledger
import ReportingModel
import TestSupport
import Testing

@Suite struct LedgerTests {
  static let moment = Instant(seconds: 1_800_000_000)

  private func draft(_ number: Int) -> EntryDraft {
    EntryDraft(
      RegistryRecord(digest: Digest(first32: [UInt8(number)])), recordedAt: Self.moment, operatorName: "người thử")
  }

  @Test func theChainLinksEveryEntryToTheOneBefore() throws {
    let ledger = try SQLiteLedger()
    let head = try ledger.append([draft(1), draft(2)], after: .empty)
    let last = try ledger.append([draft(3)], after: head)
    #expect(last.sequence == 3)
    let entries = try ledger.entries([.registry], from: 1, through: 3)
    #expect(entries.map(\.sequence) == [1, 2, 3])
    #expect(entries[0].previous == .zero)
    #expect(entries[1].previous == entries[0].digest && entries[2].previous == entries[1].digest)
    #expect(entries[2].digest == last.digest)
    #expect(try RegistryRecord(payload: entries[1].payload).digest == Digest(first32: [2]))
  }

  /// Nothing in an entry can change without its digest changing.
  @Test func everyFieldIsPinned() {
    let entry = LedgerEntry(
      sequence: 7, kind: .registry, recordedAt: Self.moment, operatorName: "a", payload: [1, 2], previous: .zero)
    let others = [
      LedgerEntry(
        sequence: 8, kind: .registry, recordedAt: Self.moment, operatorName: "a", payload: [1, 2], previous: .zero),
      LedgerEntry(
        sequence: 7, kind: .regime, recordedAt: Self.moment, operatorName: "a", payload: [1, 2], previous: .zero),
      LedgerEntry(
        sequence: 7, kind: .registry, recordedAt: Instant(seconds: 1), operatorName: "a", payload: [1, 2],
        previous: .zero),
      LedgerEntry(
        sequence: 7, kind: .registry, recordedAt: Self.moment, operatorName: "b", payload: [1, 2], previous: .zero),
      LedgerEntry(
        sequence: 7, kind: .registry, recordedAt: Self.moment, operatorName: "a", payload: [1, 3], previous: .zero),
      LedgerEntry(
        sequence: 7, kind: .registry, recordedAt: Self.moment, operatorName: "a", payload: [1, 2],
        previous: Digest(first32: [1])),
    ]
    for other in others { #expect(other.digest != entry.digest) }
  }

  @Test func aStaleWriterIsRefused() throws {
    let ledger = try SQLiteLedger()
    _ = try ledger.append([draft(1)], after: .empty)
    #expect(throws: LedgerConflict.self) { try ledger.append([draft(2)], after: .empty) }
    #expect(try ledger.head().sequence == 1)
  }

  /// A file of version 1 has shorter summaries; opening it makes them again, and afterwards nothing can be changed as before.
  @Test func summariesOfVersion1AreMadeAgain() throws {
    let folder = try Folder()
    let path = folder.path + "/ledger.sqlite"
    let content = SubmissionContent(
      header: SubmissionHeader(
        regime: "R", unit: "U", period: PeriodKey(kind: "HK1", which: "2026-2027"), nilReturn: true,
        date: CalendarDate(dayNumber: 20_000)),
      explanations: [KeyedText(key: "R08", text: "Trường có ba cơ sở.", line: 2)])
    do {
      let ledger = try SQLiteLedger(path: path)
      var draft = draft(1)
      draft.content = content
      _ = try ledger.append([draft], after: .empty)
    }
    let script = """
      import sqlite3, sys
      file = sqlite3.connect(sys.argv[1])
      file.execute("DROP TRIGGER contentStays")
      file.execute("UPDATE content SET summary = x'00'")
      file.execute("DELETE FROM grdb_migrations WHERE identifier = '2'")
      file.execute("CREATE TRIGGER contentStays BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'append-only'); END")
      file.commit()
      """
    #expect(try Program.run("/usr/bin/env", ["python3", "-c", script, path]).status == 0)
    let summaries = try SQLiteLedger(path: path).summaries(from: 1, through: 1).map(\.summary)
    #expect(summaries == [ContentSummary(content)])
    let change = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute(\"UPDATE content SET summary = x''\")"
    #expect(try Program.run("/usr/bin/env", ["python3", "-c", change, path]).status != 0)
  }

  @Test func recordsComeBack() throws {
    let delivery = DeliveryRecord(
      receiptNumber: 12, fileName: "báo cáo.zip", folderUnit: nil, digest: Digest(first32: [9]), size: 77,
      receivedAt: Self.moment, lateReason: "giấy", status: "accepted", receiptDigest: Digest(first32: [8]))
    #expect(try DeliveryRecord(payload: delivery.payload) == delivery)
    let submission = SubmissionRecord(
      delivery: 4, path: "bao-cao.xml", encoding: "xml", isAccepted: true, regime: "R", unit: "U",
      period: "HK1/2026-2027",
      number: 2, receivedAt: Self.moment, regimeDigest: .zero, registryDigest: .zero,
      contentDigest: Digest(first32: [7]),
      errorCount: 0, warningCount: 3)
    #expect(try SubmissionRecord(payload: submission.payload) == submission)
    for count in submission.payload.indices {
      #expect(throws: CanonicalDecoder.Malformed.self) {
        try SubmissionRecord(payload: Array(submission.payload[..<count]))
      }
    }
  }
}
