import Ledger
import Register
import ReportingModel
import Testing
import Validation

/// Which version of a unit's report lives, and what is known of the others (<doc:counting#The-live-set>).
@Suite struct VersionTests {
  private static let key = UnitPeriod(unit: "T-1", period: Book.hk1)

  private static func later(_ hours: Int64) -> Instant { Instant(seconds: Book.beginning.seconds + 3600 * hours) }

  private func history(_ book: Book, asOf sequence: Int64? = nil) async throws -> UnitPeriodHistory {
    try #require(try await book.register(asOf: sequence).book(of: Book.regime).history(Self.key))
  }

  @Test func theLatestVersionLivesAndTheOthersAreKept() async throws {
    let book = Book()
    try await book.begin()
    let first = try await book.accept("T-1", number: 1)
    let other = try await book.accept("T-2", number: 1)
    let second = try await book.accept("T-1", number: 2)
    let register = try await book.register()
    #expect(register.book(of: Book.regime).live(Self.key)?.sequence == second)
    #expect(register.book(of: Book.regime).live.map(\.version.sequence) == [other, second])
    #expect(try await history(book).versions.map(\.sequence) == [first, second])
    #expect(register.book(of: "KHAC").live(Self.key) == nil)
  }

  @Test func theVersionBeforeAWithdrawnOneLivesAgain() async throws {
    let book = Book()
    try await book.begin()
    let sequences = [
      try await book.accept("T-1", number: 1), try await book.accept("T-1", number: 2),
      try await book.accept("T-1", number: 3),
    ]
    let withdrawal = try await book.withdraw(sequences[2])
    #expect(try await history(book).live?.sequence == sequences[1])
    #expect(try await history(book).versions.last?.withdrawnBy == withdrawal)
    #expect(try await history(book, asOf: withdrawal - 1).live?.sequence == sequences[2])
    // One that lives no more can be withdrawn too; it changes nothing of what lives.
    try await book.withdraw(sequences[0])
    #expect(try await history(book).live?.sequence == sequences[1])
  }

  @Test func withAllVersionsWithdrawnTheUnitIsRejected() async throws {
    let book = Book()
    try await book.begin()
    let only = try await book.accept("T-1", number: 4)
    #expect(try await history(book).isRejected == false)
    try await book.withdraw(only)
    let gone = try await history(book)
    #expect(gone.live == nil && gone.isRejected && gone.firstAccepted == nil)
    #expect(gone.versions.map(\.number) == [4])
    try await book.accept("T-1", number: 5)
    #expect(try await history(book).isRejected == false)
  }

  @Test func arrivalsAreThoseOfWhatStands() async throws {
    let book = Book()
    try await book.begin()
    try await book.refuse("T-1", at: Self.later(5))
    try await book.refuse("T-1", at: Self.later(2))
    let early = try await book.accept("T-1", number: 1, at: Self.later(3))
    try await book.accept("T-1", number: 2, at: Self.later(9))
    var arrivals = try await book.register().firstArrivals(Self.key, of: Book.regime)
    #expect(arrivals.accepted == Self.later(3) && arrivals.refused == Self.later(2))
    try await book.withdraw(early)
    arrivals = try await book.register().firstArrivals(Self.key, of: Book.regime)
    #expect(arrivals.accepted == Self.later(9) && arrivals.refused == Self.later(2))
  }

  /// What a later one overtook came when it came, as long as something lives.
  @Test func whatWasOvertakenCountsAsHavingCome() async throws {
    let book = Book()
    try await book.begin()
    let live = try await book.accept("T-1", number: 1, at: Self.later(9))
    try await book.refuse("T-1", at: Self.later(1))
    try await book.refuse("T-1", at: Self.later(4), isOvertaken: true)
    var arrivals = try await book.register().firstArrivals(Self.key, of: Book.regime)
    #expect(arrivals.accepted == Self.later(4) && arrivals.refused == Self.later(1))
    try await book.withdraw(live)
    arrivals = try await book.register().firstArrivals(Self.key, of: Book.regime)
    #expect(arrivals.accepted == nil)
    #expect(try await history(book).isRejected)
  }

  @Test func whatTellsNeitherUnitNorPeriodIsNobodys() async throws {
    let book = Book()
    try await book.begin()
    try await book.refuse(nil)
    try await book.refuse("T-1", nil)
    #expect(try await book.register().book(of: Book.regime).keys.isEmpty)
  }

  /// A withdrawal names an accepted submission that came before it; no program wrote another.
  @Test(arguments: [2, 4, 5, 40])
  func aWithdrawalOfNothingIsDamage(_ sequence: Int64) async throws {
    let book = Book()
    try await book.begin()
    try await book.refuse("T-1")
    let withdrawal = try await book.withdraw(sequence)
    try await book.accept("T-1")
    let damage = await #expect(throws: LedgerDamage.self) { _ = try await book.register() }
    #expect(damage?.place == .entry(withdrawal) && withdrawal == 5)
    // The chain is sound: as of the entry before there is an answer.
    #expect(try await book.register(asOf: 4).head.sequence == 4)
  }

  @Test func reportsUnderOtherPeriodsAreOthers() async throws {
    let book = Book()
    try await book.begin()
    try await book.accept("T-1", Book.hk2, number: 7)
    try await book.accept("T-1", Book.hk1, number: 1)
    let register = try await book.register()
    #expect(register.versions(Self.key, of: Book.regime).map(\.number) == [1])
    #expect(register.book(of: Book.regime).periods(of: "T-1") == [Book.hk2, Book.hk1])
    #expect(register.book(of: Book.regime).periods == [Book.hk1, Book.hk2])
  }
}
