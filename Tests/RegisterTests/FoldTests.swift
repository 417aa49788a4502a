import Ledger
import Register
import ReportingModel
import Testing
import Validation

/// A register is a function of the entries up to N, however they were read (<doc:architecture#Law-5-The-ledger-is-the-truth>).
@Suite struct FoldTests {
  private static let seeds: [UInt64] = Array(1...12)

  /// As of N a ledger says what one that ends at N says.
  @Test(arguments: seeds)
  func whatCameLaterDoesNotShow(_ seed: UInt64) async throws {
    let book = try await Book.random(seed: seed, entries: 60)
    let cut = MemoryStore()
    var before = LedgerHead.empty
    for row in try await book.store.rows(RowQuery(1...60), limit: 60) {
      let content = try await book.store.contents(of: [row.sequence])[row.sequence]
      try await cut.append([LedgerAddition(row: row, content: content)], after: before)
      before = LedgerHead(sequence: row.sequence, digest: row.digest)
      let alone = try await Register(Ledger(cut), SmallSource())
      #expect(try await Picture(book.register(asOf: row.sequence)) == Picture(alone), "as of \(row.sequence)")
    }
    #expect(before.sequence == 60)
  }

  /// What a writer knows after each of its own entries is what a reader finds.
  @Test(arguments: seeds)
  func notingEntriesOneByOneIsReadingThemAll(_ seed: UInt64) async throws {
    let book = try await Book.random(seed: seed, entries: 60)
    let start = Int64(seed) * 4
    var register = try await book.register(asOf: start)
    var chain = register.chain
    var longer: [(LedgerEntry, Chain)] = []
    try await book.ledger.follow(&chain, through: 60) { longer.append(($0, $1)) }
    #expect(Int64(longer.count) == 60 - start)
    for (entry, chain) in longer {
      try register.note(entry.event, at: entry.sequence, recordedAt: entry.recordedAt)
      register.advance(to: chain)
    }
    try register.resolve(SmallSource())
    #expect(try await Picture(register) == Picture(book.register()))
  }

  /// The versions and what is asked of them, against a count that starts from the events each time.
  @Test(arguments: seeds)
  func versionsAreWhatTheEventsSay(_ seed: UInt64) async throws {
    let book = try await Book.random(seed: seed, entries: 60)
    for end in stride(from: 3, through: 60, by: 3) {
      let register = try await book.register(asOf: Int64(end))
      let naive = NaiveVersions(book.events.prefix(end))
      for number in 1...4 {
        for period in [Book.hk1, Book.hk2] {
          let key = UnitPeriod(unit: "T-\(number)", period: period)
          let history = register.book(of: Book.regime).history(key)
          #expect(history?.live?.sequence == naive.live(key))
          #expect(register.versions(key, of: Book.regime).map(\.number) == naive.numbers(key))
          #expect((history?.isRejected ?? false) == naive.isRejected(key))
          #expect(register.firstArrivals(key, of: Book.regime) == naive.firstArrivals(key))
        }
      }
    }
  }
}

/// The same questions, each answered from the start.
struct NaiveVersions {
  private var submissions: [(sequence: Int64, event: SubmissionEvent)] = []
  private var withdrawn: Set<Int64> = []

  init(_ events: some Sequence<Event>) {
    for (index, event) in events.enumerated() {
      if case .submission(let event) = event { submissions.append((Int64(index + 1), event)) }
      if case .withdrawal(let event) = event { withdrawn.insert(event.submission) }
    }
  }

  private func all(_ key: UnitPeriod) -> [(sequence: Int64, event: SubmissionEvent)] {
    submissions.filter { $0.event.unit == key.unit && $0.event.period == key.period }
  }

  private func standing(_ key: UnitPeriod) -> [(sequence: Int64, event: SubmissionEvent)] {
    all(key).filter { $0.event.acceptance != nil && !withdrawn.contains($0.sequence) }
  }

  func live(_ key: UnitPeriod) -> Int64? { standing(key).map(\.sequence).max() }

  func numbers(_ key: UnitPeriod) -> [Int] { all(key).compactMap { $0.event.acceptance?.number } }

  func isRejected(_ key: UnitPeriod) -> Bool { !all(key).isEmpty && standing(key).isEmpty }

  func firstArrivals(_ key: UnitPeriod) -> (accepted: Instant?, refused: Instant?) {
    let refused = all(key).filter { $0.event.acceptance == nil }
    let counted = standing(key) + (standing(key).isEmpty ? [] : refused.filter(\.event.isOvertaken))
    return (counted.map(\.event.receivedAt).min(), refused.map(\.event.receivedAt).min())
  }
}
