import Ledger
import Register
import ReportingModel
import Testing

/// Contents come in the order of their entries, all of them, however many are read side by side.
@Suite struct ContentsTests {
  @Test(arguments: [1, 256, 257, 700, 1100])
  func allComeInOrder(_ count: Int) async throws {
    let book = Book()
    try await book.begin()
    for number in 1...count { try await book.accept("T-\(number)", told: ["CT02": Int64(number)]) }
    let versions = try await book.register().book(of: Book.regime).live.map(\.version)
    var read: [(Int64, String)] = []
    try await Register.contents(of: versions.reversed(), in: book.ledger, reading: SubmissionContent.init(storedBytes:))
    {
      read.append(($0, $1.header.unit))
    }
    #expect(read.map(\.0) == versions.map(\.sequence))
    #expect(read.map(\.1) == (1...count).map { "T-\($0)" })
  }

  /// Of several that are damaged the first is named, whichever was read first.
  @Test func theFirstDamageIsNamed() async throws {
    let book = Book()
    try await book.begin()
    for number in 1...700 { try await book.accept("T-\(number)") }
    let versions = try await book.register().book(of: Book.regime).live.map(\.version)
    for wrong: Set<Int> in [[699], [3, 699], [255, 256, 600], [512]] {
      let asked = versions.enumerated().map { index, version in
        wrong.contains(index)
          ? SubmissionVersion(sequence: version.sequence, number: 1, receivedAt: version.receivedAt) : version
      }
      let damage = await #expect(throws: LedgerDamage.self) {
        try await Register.contents(of: asked, in: book.ledger, reading: ContentSummary.init(storedBytes:)) { _, _ in }
      }
      #expect(damage?.place == wrong.min().map { .entry(versions[$0].sequence) })
    }
  }
}
