package import Ledger
package import ReportingModel

/// The sequence asked for lies beyond the ledger's end.
package struct BeyondEnd: Error, Sendable, Hashable {
  package let asked: Int64
  package let last: Int64
}

/// A ledger lacks an entry that was known outside it: it is an older copy, or another one.
package struct WentBack: Error, Sendable, Hashable {
  package let known: LedgerHead
  package let end: LedgerHead
}

extension Register {
  /// Folds a ledger from its first entry.
  /// - Parameters:
  ///   - sequence: N; the end of the ledger without one.
  ///   - known: an entry that the ledger must have.
  ///   - watching: hears how far it has come.
  /// - Throws: `WentBack`, `BeyondEnd`, `LedgerDamage`, `StoreFault`, and what the source throws.
  package init(
    _ ledger: Ledger, asOf sequence: Int64? = nil, containing known: LedgerHead? = nil, _ source: some PlanSource,
    watching: ProgressNotice? = nil
  ) async throws {
    self.init()
    let end = try await ledger.head()
    if let known, known.sequence > end.sequence { throw WentBack(known: known, end: end) }
    let last = sequence ?? end.sequence
    guard (0...end.sequence).contains(last) else { throw BeyondEnd(asked: last, last: end.sequence) }
    var chain = Chain()
    // The chain is followed to its end, whatever N is: an entry that was changed later shows there.
    try await ledger.follow(&chain, through: end.sequence) { entry, reached in
      if let known, entry.sequence == known.sequence, entry.digest != known.digest {
        throw WentBack(known: known, end: end)
      }
      if entry.sequence <= last { try take(entry, reached) }
      watching?(Int(entry.sequence), Int(end.sequence))
    }
    try resolve(source)
  }
}
