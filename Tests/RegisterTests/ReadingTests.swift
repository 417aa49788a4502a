import Ledger
import Register
import ReportingModel
import Settings
import Testing

/// What stands in the way of reading a ledger.
@Suite struct ReadingTests {
  private func book() async throws -> Book {
    let book = Book()
    try await book.begin()
    try await book.accept("T-1")
    return book
  }

  @Test func anEndThatIsNotThereIsSaid() async throws {
    let book = try await book()
    for asked: Int64 in [5, 99, -1] {
      let end = await #expect(throws: BeyondEnd.self) { _ = try await book.register(asOf: asked) }
      #expect(end?.asked == asked && end?.last == 4)
    }
    #expect(try await book.register(asOf: 4).head.sequence == 4)
    #expect(try await book.register(asOf: 0).inForce.registry == nil)
  }

  /// The ledger must have the entry that is known, at its place and with its digest, whatever N is asked for.
  @Test func aLedgerThatWentBackIsRefused() async throws {
    let (book, other) = (try await book(), try await self.book())
    try await other.accept("T-2")
    try await book.accept("T-3")
    for sequence: Int64 in 1...5 {
      let known = try await book.head(at: sequence)
      #expect(try await book.register(asOf: 2, containing: known).head.sequence == 2)
    }
    let later = LedgerHead(sequence: 6, digest: .zero)
    let short = await #expect(throws: WentBack.self) { _ = try await book.register(containing: later) }
    #expect(try await short?.end == book.head(at: 5) && short?.known == later)
    let known = try await other.head(at: 5)
    for asOf: Int64? in [nil, 2] {
      let gone = await #expect(throws: WentBack.self) {
        _ = try await book.register(asOf: asOf, containing: known)
      }
      #expect(gone?.known == known)
    }
  }

  /// An entry after N that was changed shows as well.
  @Test func theChainIsFollowedToItsEnd() async throws {
    let book = try await book()
    try await book.accept("T-2")
    let forged = MemoryStore()
    var rows = try await book.store.rows(RowQuery(1...5), limit: 9)
    let line = Array(String(decoding: rows[4].line, as: UTF8.self).replacing("\"number\":1", with: "\"number\":2").utf8)
    rows[4] = LedgerRow(
      sequence: 5, kind: rows[4].kind, unit: rows[4].unit, period: rows[4].period, receipt: nil, line: line,
      digest: rows[4].digest)
    try await forged.append(rows.map { LedgerAddition(row: $0) }, after: .empty)
    let damage = await #expect(throws: LedgerDamage.self) {
      _ = try await Register(Ledger(forged), asOf: 2, SmallSource())
    }
    #expect(damage?.place == .entry(5))
  }

  /// Settings that no program wrote end in the name of their entry.
  @Test func settingsThatCannotBeAreDamage() async throws {
    let book = try await book()
    try await book.append(EntryDraft(SettingsEvent(office: .object(["regimme": .string("X")]))))
    let damage = await #expect(throws: LedgerDamage.self) { _ = try await book.register() }
    #expect(damage?.place == .entry(5))
  }
}
