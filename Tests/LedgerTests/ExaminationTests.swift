import ReportingModel
import Testing

@testable import Ledger

/// A store that gives what it was told to give, and cannot read some of it.
private struct FixedStore: LedgerStore {
  var rows: [LedgerRow]
  var contents: [Int64: [UInt8]] = [:]
  var receipts: [Int: [UInt8]] = [:]
  /// Rows, contents and receipts of these sequences cannot be read any more, nor can a page with one of them.
  var unreadable: Set<Int64> = []
  private var fault: StoreFault { StoreFault(.damaged, "malformed") }

  init(_ rows: [LedgerRow]) {
    self.rows = rows
  }

  func last() async throws(StoreFault) -> LedgerRow? { rows.last }

  func rows(_ query: RowQuery, limit: Int) async throws(StoreFault) -> [LedgerRow] {
    let found = rows.filter { query.range.contains($0.sequence) }.prefix(limit)
    if found.contains(where: { unreadable.contains($0.sequence) }) { throw fault }
    return Array(found)
  }

  func append(_ additions: [LedgerAddition], after head: LedgerHead) async throws(StoreFault) { throw fault }

  func contents(of sequences: [Int64]) async throws(StoreFault) -> [Int64: [UInt8]] {
    if !unreadable.isDisjoint(with: sequences) { throw fault }
    return contents.filter { sequences.contains($0.key) }
  }

  func removeContents(of sequences: [Int64]) async throws(StoreFault) { throw fault }

  func receipt(_ number: Int) async throws(StoreFault) -> [UInt8]? { receipts[number] }

  func damages() async throws(StoreFault) -> [LedgerDamage] { [] }
}

/// Whatever is wrong is listed, all of it; who follows the chain stops at the first.
@Suite struct ExaminationTests {
  private static let count = 20

  private func store() throws -> FixedStore {
    var chain = Chain()
    var random = RandomEvents(seed: 21)
    return FixedStore(
      try (0..<Self.count).map { _ in
        LedgerRow(chain.link(try random.event(.registry), clock: random.moment(), operatorName: "vp01"))
      })
  }

  private func listed(_ store: FixedStore, containing known: LedgerHead? = nil) async throws -> [LedgerDamage.Place] {
    try await Ledger(store).examine(containing: known).damages.map(\.place)
  }

  private func first(_ store: FixedStore) async throws -> LedgerDamage.Place? {
    var chain = Chain()
    do {
      try await Ledger(store).follow(&chain, through: store.rows.last?.sequence ?? 0) { _, _ in }
      return nil
    } catch let damage as LedgerDamage {
      return damage.place
    }
  }

  @Test func aSoundLedgerHasNone() async throws {
    let store = try store()
    let head = try await Ledger(store).head()
    let examination = try await Ledger(store).examine(containing: head)
    #expect(examination.damages.isEmpty && examination.entries == Self.count && examination.head == head)
    #expect(examination.objects.count == Self.count)
    #expect(try await first(store) == nil)
  }

  @Test func whatCannotBeReadIsNamed() async throws {
    var store = try store()
    store.unreadable = [3, 4, 11]
    #expect(try await listed(store) == [.entry(3), .entry(4), .entry(11)])
    #expect(try await first(store) == .entry(3))
  }

  @Test func whatIsGoneIsNamed() async throws {
    var store = try store()
    store.rows.removeAll { [1, 7, 8].contains($0.sequence) }
    #expect(try await listed(store) == [.entry(1), .entry(7), .entry(8)])
    #expect(try await first(store) == .entry(1))
  }

  @Test func whatWasChangedIsNamedAndTheRestIsLookedAt() async throws {
    var store = try store()
    store.rows[4] = store.rows[4].changing(unit: .some("XA-01"))
    store.rows[9] = store.rows[9].changing(digest: .zero)
    // The digest that is another breaks the link of the entry after it too.
    #expect(try await listed(store) == [.entry(5), .entry(10), .entry(11)])
    #expect(try await first(store) == .entry(5))
  }

  /// Rewritten with right links, the tail is a chain; only what is known outside tells.
  @Test func aTailThatWasWrittenAnewIsToldByItsHead() async throws {
    var store = try store()
    let known = try await Ledger(store).head()
    var chain = Chain()
    for row in store.rows.prefix(15) { _ = try chain.follow(row) }
    var random = RandomEvents(seed: 22)
    for index in 15..<Self.count {
      store.rows[index] = LedgerRow(chain.link(try random.event(.purge), clock: random.moment(), operatorName: "vp01"))
    }
    #expect(try await first(store) == nil)
    #expect(try await listed(store).isEmpty)
    #expect(try await listed(store, containing: known) == [.entry(known.sequence)])
    store.rows.removeLast()
    #expect(try await listed(store, containing: known) == [.entry(known.sequence)])
    store.rows.removeAll()
    #expect(try await listed(store, containing: known) == [.entry(known.sequence)])
  }

  @Test func contentsAreNamedByTheirEntry() async throws {
    var store = try store()
    store.contents = [2: [1], 5: [2]]
    store.unreadable = [5]
    let digest = store.rows[0].digest
    for (sequence, place) in [(2, LedgerDamage.Place.entry(2)), (5, .entry(5)), (9, .entry(9))]
      as [(Int64, LedgerDamage.Place)]
    {
      let damage = await #expect(throws: LedgerDamage.self) {
        try await Ledger(store).contents(of: [(sequence: sequence, digest: digest)])
      }
      #expect(damage?.place == place)
    }
  }
}
