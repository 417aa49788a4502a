import Ledger
import ReportingModel
import Testing

@Suite struct LedgerTests {
  static let moment = Instant(seconds: 1_800_000_000)

  private func draft(_ number: Int) -> EntryDraft {
    EntryDraft(RegistryEvent(digest: Digest(first32: [UInt8(number)])))
  }

  private func followed(_ ledger: Ledger) async throws -> [LedgerEntry] {
    var chain = Chain()
    var entries: [LedgerEntry] = []
    try await ledger.follow(&chain, through: ledger.head().sequence) { entry, _ in entries.append(entry) }
    return entries
  }

  @Test func theChainLinksEveryEntryToTheOneBefore() async throws {
    let ledger = Ledger(MemoryStore())
    let first = try await ledger.append([draft(1), draft(2)], to: Chain(), clock: Self.moment, operatorName: "a")
    let chain = try #require(first.last?.chain)
    let last = try await ledger.append([draft(3)], to: chain, clock: Self.moment, operatorName: "a")
    let entries = try await followed(ledger)
    #expect(entries.map(\.sequence) == [1, 2, 3])
    #expect(entries[0].previous == .zero)
    #expect(entries[1].previous == entries[0].digest && entries[2].previous == entries[1].digest)
    #expect(entries[2].digest == last.last?.entry.digest)
    #expect(entries[1].event == .registry(RegistryEvent(digest: Digest(first32: [2]))))
  }

  @Test func aStaleWriterIsRefused() async throws {
    let ledger = Ledger(MemoryStore())
    _ = try await ledger.append([draft(1)], to: Chain(), clock: Self.moment, operatorName: "a")
    let fault = await #expect(throws: StoreFault.self) {
      try await ledger.append([draft(2)], to: Chain(), clock: Self.moment, operatorName: "a")
    }
    #expect(fault?.kind == .overtaken)
    #expect(try await ledger.head().sequence == 1)
  }

  /// A clock that was set back makes no entry older than the one before.
  @Test func timeNeverRunsBack() async throws {
    let ledger = Ledger(MemoryStore())
    let first = try await ledger.append([draft(1)], to: Chain(), clock: Self.moment, operatorName: "a")
    let earlier = Instant(seconds: Self.moment.seconds - 3600)
    let next = try await ledger.append(
      [draft(2)], to: #require(first.last?.chain), clock: earlier, operatorName: "a")
    #expect(next.first?.entry.recordedAt == Self.moment)
  }
}
