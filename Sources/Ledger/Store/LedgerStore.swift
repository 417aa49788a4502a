/// Where the rows of a ledger lie. It knows nothing of what they say; who links and checks the chain is `Ledger`.
///
/// Every store runs the conformance tests (`StoreConformance`) unchanged.
package protocol LedgerStore: Sendable {
  /// The row with the highest sequence; `nil` in an empty store.
  func last() async throws(StoreFault) -> LedgerRow?

  /// The rows that a query asks for in order of sequence, at most `limit` of them: the first ones.
  func rows(_ query: RowQuery, limit: Int) async throws(StoreFault) -> [LedgerRow]

  /// Appends rows in one transaction, durable on return.
  ///
  /// Sequences go on without a gap; a digest and the number of a receipt stand once; only a submission has a content, and only a
  /// row with the number of a receipt has one.
  /// - Throws: `.overtaken` when the last row's sequence or digest is not that of `head`. Whatever is thrown, nothing was appended.
  func append(_ additions: [LedgerAddition], after head: LedgerHead) async throws(StoreFault)

  /// The contents kept beside rows, by sequence; one that is not there is left out.
  func contents(of sequences: [Int64]) async throws(StoreFault) -> [Int64: [UInt8]]

  /// The sizes of the contents kept beside rows, in bytes; one that is not there is left out.
  func contentSizes(of sequences: [Int64]) async throws(StoreFault) -> [Int64: Int]

  /// Hands over the content kept beside a row piece by piece; nothing where there is none.
  func eachContentPiece(of sequence: Int64, _ body: @escaping @Sendable ([UInt8]) -> Void) async throws(StoreFault)

  /// Removes contents for good, durable on return; only of submissions that came in an object which a `purge` entry names.
  func removeContents(of sequences: [Int64]) async throws(StoreFault)

  /// The receipt with a number.
  func receipt(_ number: Int) async throws(StoreFault) -> [UInt8]?

  /// What the store itself finds wrong: rows that no entry leads to, and what it keeps for its own use. It may take its time.
  func damages() async throws(StoreFault) -> [LedgerDamage]
}

/// What a store has that holds its contents in memory anyway.
extension LedgerStore {
  package func contentSizes(of sequences: [Int64]) async throws(StoreFault) -> [Int64: Int] {
    try await contents(of: sequences).mapValues(\.count)
  }

  package func eachContentPiece(
    of sequence: Int64, _ body: @escaping @Sendable ([UInt8]) -> Void
  ) async throws(StoreFault) {
    if let bytes = try await contents(of: [sequence])[sequence] { body(bytes) }
  }
}

/// What went wrong in a store, whichever it is.
package struct StoreFault: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// No room to write.
    case full
    case inputOutput
    /// Another one is writing.
    case busy
    /// What is stored cannot be read any more.
    case damaged
    /// It does not answer, or may not be opened.
    case unreachable
    /// Somebody else appended in between.
    case overtaken
  }

  package let kind: Kind
  /// As the store says it, for an administrator.
  package let description: String

  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
