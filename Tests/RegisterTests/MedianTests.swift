import Ledger
import Regimes
import Register
import ReportingModel
import TestSupport
import Testing
import Validation

/// The lower median of a unit's peers, against one found by sorting (<doc:regime#Outlier-rule>).
@Suite struct MedianTests {
  /// What a school of the level of T-1 is compared with: the others' values, sorted.
  private static func naive(_ told: [String: Int64], without unit: String, least: Int) -> Amount? {
    let level = { (unit: String) in SmallSource.schools.first { $0.code == unit }?.level }
    let values = told.filter { $0.key != unit && level($0.key) == level(unit) }.map(\.value).sorted()
    return values.count >= least && !values.isEmpty ? Amount(values[(values.count - 1) / 2]) : nil
  }

  private static func median(_ register: Register, _ unit: String, least: Int) throws -> Amount? {
    let row = try #require(SmallSource.schools.first { $0.code == unit })
    return register.lowerMedian(
      of: "CT02", in: UnitPeriod(unit: unit, period: Book.hk1), of: Book.regime, kind: row.kind, level: row.level,
      least: least)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func itIsThatOfTheOthersOfItsKindAndLevel(_ seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let book = Book()
    try await book.begin()
    var told: [String: Int64] = [:]
    for unit in SmallSource.schools.map(\.code).shuffled(using: &random).prefix(Int(seed) * 4) {
      told[unit] = Int64.random(in: 0...6, using: &random)
      try await book.accept(unit, told: ["CT02": told[unit] ?? 0, "CT03": 900])
    }
    var register = try await book.register()
    let keys = SmallSource.schools.map { UnitPeriod(unit: $0.code, period: Book.hk1) }
    try await register.prepare(keys, of: Book.regime, withPeers: true, from: book.ledger)
    for least in [0, 1, 5, 20] {
      for unit in SmallSource.schools.map(\.code) {
        #expect(try Self.median(register, unit, least: least) == Self.naive(told, without: unit, least: least))
      }
    }
  }

  /// Each report of a batch is compared with those decided before it, its own earlier value left out.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func whatIsNotedCountsForTheNext(_ seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let book = Book()
    try await book.begin()
    var versions: [String: [(sequence: Int64, value: Int64)]] = [:]
    var register = try await book.register()
    for _ in 0..<80 {
      let unit = try #require(SmallSource.schools.randomElement(using: &random)).code
      let key = UnitPeriod(unit: unit, period: Book.hk1)
      if Int.random(in: 0..<4, using: &random) == 0, let last = versions[unit]?.popLast() {
        try await book.withdraw(last.sequence)
      } else {
        let value = Int64.random(in: 0...6, using: &random)
        let number = register.versions(key, of: Book.regime).count + 1
        let sequence = try await book.accept(unit, number: number, told: ["CT02": value])
        versions[unit, default: []].append((sequence, value))
      }
      try await note(book, &register)
      try await register.prepare([key], of: Book.regime, withPeers: true, from: book.ledger)
      let told = versions.compactMapValues(\.last?.value)
      #expect(try Self.median(register, unit, least: 1) == Self.naive(told, without: unit, least: 1))
    }
  }

  /// Takes in what the book has and the register has not, as a writer does.
  private func note(_ book: Book, _ register: inout Register) async throws {
    var chain = register.chain
    var steps: [(LedgerEntry, Chain)] = []
    try await book.ledger.follow(&chain, through: Int64(book.events.count)) { steps.append(($0, $1)) }
    for (entry, chain) in steps {
      var summary: ContentSummary?
      if case .submission = entry.event {
        summary = try await book.store.contents(of: [entry.sequence])[entry.sequence].map {
          try ContentSummary(storedBytes: $0)
        }
      }
      try register.note(entry.event, at: entry.sequence, recordedAt: entry.recordedAt, summary: summary)
      register.advance(to: chain)
    }
  }

  /// Without having been asked for, peers are not there, and neither is what an earlier report told.
  @Test func whatWasNotMadeReadyIsNotKnown() async throws {
    let book = Book()
    try await book.begin()
    for unit in ["T-1", "T-3", "T-5"] { try await book.accept(unit, told: ["CT02": 5], days: ["2026-10-02"]) }
    var register = try await book.register()
    let key = UnitPeriod(unit: "T-1", period: Book.hk1)
    #expect(register.live(key, of: Book.regime) == nil)
    try await register.prepare([key], of: Book.regime, withPeers: false, from: book.ledger)
    #expect(register.live(key, of: Book.regime)?.told == ["CT02": Amount(5)])
    #expect(try Self.median(register, "T-1", least: 1) == nil)
    let autumn = try #require(
      Window(from: CalendarDate(dayNumber: 20_727), to: CalendarDate(dayNumber: 20_757)))
    #expect(register.hasActivity("T-1", in: autumn, except: Book.hk2, of: Book.regime))
    #expect(!register.hasActivity("T-1", in: autumn, except: Book.hk1, of: Book.regime))
    #expect(!register.hasActivity("T-1", in: autumn.yearBefore, except: Book.hk2, of: Book.regime))
  }
}
