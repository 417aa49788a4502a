import Ledger
import Register
import ReportingModel
import TestSupport
import Testing
import Validation

/// What writers leave of the entries gives the register that the entries give, whatever became of it (<doc:record#Projections>).
@Suite struct ProjectionTests {
  private static let seeds: [UInt64] = Array(1...8)

  @Test(arguments: seeds)
  func itSaysWhatTheEntriesSay(_ seed: UInt64) async throws {
    let book = try await Book.random(seed: seed, entries: 60)
    for (last, step) in [(60, 60), (60, 7), (41, 1), (3, 2)] as [(Int64, Int64)] {
      let projection = try await RegisterProjection(book.projection(of: last, by: step), takenFrom: 0)
      #expect(projection.segments.last?.head.sequence == last)
      #expect(try await projection.difference(from: book.ledger) == nil)
      for asOf: Int64? in [nil, 60, last, last - 1, 2, 1, 0] {
        let (own, other) = (try await book.register(asOf: asOf, from: projection), try await book.register(asOf: asOf))
        #expect(Picture(own) == Picture(other), "\(last) by \(step), as of \(asOf ?? -1)")
        #expect(own.noted == other.noted && own.chain == other.chain)
      }
    }
  }

  /// Cut anywhere, and with any byte changed, it is taken as far as it is whole.
  @Test(arguments: [1, 2] as [UInt64])
  func whatIsSpoiledIsNotTaken(_ seed: UInt64) async throws {
    let book = try await Book.random(seed: seed, entries: 24)
    let bytes = try await book.projection(of: 24, by: 5)
    let whole = Picture(try await book.register())
    for count in stride(from: 0, to: bytes.count, by: 3) {
      let cut = RegisterProjection(Array(bytes.prefix(count)), takenFrom: 0)
      #expect(cut.segments.allSatisfy { $0.end <= count } && cut.segments.count < 5)
      #expect(try await Picture(book.register(from: cut)) == whole)
      var changed = bytes
      changed[count] ^= 0x41
      #expect(RegisterProjection(changed).segments.count < 5)
      #expect(try await Picture(book.register(from: RegisterProjection(changed, takenFrom: 0))) == whole)
    }
  }

  /// That of another ledger, and of one that went further, is no help and no harm.
  @Test func anotherLedgersIsNotTaken() async throws {
    let (book, other) = (try await Book.random(seed: 3, entries: 30), try await Book.random(seed: 4, entries: 40))
    let projection = try await RegisterProjection(other.projection(of: 40, by: 10), takenFrom: 0)
    #expect(try await Picture(book.register(from: projection)) == Picture(book.register()))
    #expect(try await projection.last(in: book.ledger, endingAt: 30) == nil)
    #expect(try await projection.difference(from: book.ledger) != nil)
  }

  /// An entry that was changed is found where it is followed, and by who trusts nobody.
  @Test func anEntryThatSaysSomethingElseIsFound() async throws {
    let book = Book()
    try await book.begin()
    for unit in ["T-1", "T-2", "T-3"] { try await book.accept(unit) }
    var entries = try await book.ledger.lines(from: 1, through: 6).map { try LedgerEntry(stored: $0) }
    entries.swapAt(3, 4)
    let forged = RegisterProjection(RegisterProjection.segment(of: entries, after: .empty))
    #expect(forged.segments.last?.head.sequence == 6)
    #expect(try await forged.difference(from: book.ledger) == 4)
  }

  /// It is taken at its word, which is why it is held against the entries; a short chain is followed all the same.
  @Test func aShortLedgerIsFollowedWhole() async throws {
    let book = Book()
    try await book.begin()
    try await book.accept("T-1")
    var entries = try await book.ledger.lines(from: 1, through: 4).map { try LedgerEntry(stored: $0) }
    entries.swapAt(0, 1)
    let forged = RegisterProjection.segment(of: entries, after: .empty)
    let whole = try await book.register()
    #expect(try await book.register(from: RegisterProjection(forged, takenFrom: 5)).settingsSequence == 1)
    #expect(try await book.register(from: RegisterProjection(forged, takenFrom: 4)).settingsSequence == 2)
    #expect(try await Picture(book.register(from: RegisterProjection(forged))) == Picture(whole))
  }

  /// What it says must be able to be; else the entries are asked.
  @Test func whatCannotBeIsNotTaken() async throws {
    let book = Book()
    try await book.begin()
    try await book.withdraw(book.accept("T-1"))
    try await book.accept("T-2")
    var entries = try await book.ledger.lines(from: 1, through: 6).map { try LedgerEntry(stored: $0) }
    entries.swapAt(3, 4)
    let forged = RegisterProjection(RegisterProjection.segment(of: entries, after: .empty), takenFrom: 0)
    #expect(forged.segments.count == 1)
    #expect(try await Picture(book.register(from: forged)) == Picture(book.register()))
  }

  /// With the summaries of contents at hand no content is read.
  @Test func summariesAreKept() async throws {
    let book = Book()
    try await book.begin()
    let sequence = try await book.accept("T-1", told: ["CT02": 9, "CT01": -1], days: ["2027-01-12", "2027-01-11"])
    let content = Book.content("T-1", Book.hk1, told: ["CT02": 9, "CT01": -1], days: ["2027-01-12", "2027-01-11"])
    let entries = try await book.ledger.lines(from: 1, through: sequence).map { try LedgerEntry(stored: $0) }
    let projection = RegisterProjection(
      RegisterProjection.segment(of: entries, after: .empty) { $0 == sequence ? ContentSummary(content) : nil },
      takenFrom: 0)
    #expect(try await projection.difference(from: book.ledger) == nil)
    var register = try await book.register(from: projection)
    let version = try #require(register.book(of: Book.regime).version(sequence))
    try await register.load([version], from: Ledger(MemoryStore()))
    #expect(register.summary(of: sequence) == ContentSummary(content))
    var bare = try await book.register()
    await #expect(throws: LedgerDamage.self) { try await bare.load([version], from: Ledger(MemoryStore())) }
    let other = RegisterProjection(
      RegisterProjection.segment(of: entries, after: .empty) { _ in
        ContentSummary(Book.content("T-1", Book.hk1, told: ["CT02": 8]))
      })
    #expect(try await other.difference(from: book.ledger) == sequence)
  }
}
