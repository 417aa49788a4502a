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

  /// What a shell may try on the file: every table refuses.
  @Test(arguments: [
    "UPDATE content SET summary = x''", "DELETE FROM content", "UPDATE entry SET payload = x''", "DELETE FROM entry",
    "UPDATE receipt SET json = x''", "DELETE FROM receipt",
  ])
  func aShellCannotChangeWhatWasRecorded(sql: String) throws {
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
      let delivery = DeliveryRecord(
        receiptNumber: 1, fileName: "a.zip", folderUnit: nil, digest: .zero, size: 1, receivedAt: Self.moment,
        lateReason: nil, status: "accepted", receiptDigest: .zero)
      let received = EntryDraft(delivery, recordedAt: Self.moment, operatorName: "a", receipt: [1])
      _ = try ledger.append([draft, received], after: .empty)
    }
    let change = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute(sys.argv[2])"
    let tried = try Program.run("/usr/bin/env", ["python3", "-c", change, path, sql])
    #expect(tried.status != 0 && tried.remarks.contains("append-only"), "\(tried.remarks)")
    #expect(try SQLiteLedger(path: path).summaries(from: 1, through: 1).map(\.summary) == [ContentSummary(content)])
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
