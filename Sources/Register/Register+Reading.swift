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
  /// Folds a ledger.
  /// - Parameters:
  ///   - sequence: N; the end of the ledger without one.
  ///   - known: an entry that the ledger must have.
  ///   - projection: is taken as far as the ledger has its stamp; without one the chain is followed from the first entry.
  ///   - watching: hears how far it has come.
  /// - Throws: `WentBack`, `BeyondEnd`, `LedgerDamage`, `StoreFault`, and what the source throws.
  package init(
    _ ledger: Ledger, asOf sequence: Int64? = nil, containing known: LedgerHead? = nil,
    from projection: RegisterProjection? = nil, _ source: some PlanSource, watching: ProgressNotice? = nil
  ) async throws {
    self.init()
    let end = try await ledger.head()
    if let known, known.sequence > end.sequence { throw WentBack(known: known, end: end) }
    let last = sequence ?? end.sequence
    guard (0...end.sequence).contains(last) else { throw BeyondEnd(asked: last, last: end.sequence) }
    var chain = try await take(projection, of: ledger, within: end.sequence, through: last)
    if let known, known.sequence > 0, known.sequence <= chain.head.sequence,
      try await ledger.entry(known.sequence).digest != known.digest
    {
      throw WentBack(known: known, end: end)
    }
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

  /// Takes in what a projection holds, where the ledger has the entry that it ends with.
  /// - Returns: the chain up to there.
  private mutating func take(
    _ projection: RegisterProjection?, of ledger: Ledger, within end: Int64, through last: Int64
  ) async throws -> Chain {
    guard let projection, let segment = try await projection.taken(in: ledger, endingAt: end) else { return Chain() }
    do {
      let reached = min(last, segment.head.sequence)
      try projection.each(through: reached) { sequence, entry in try take(entry, at: sequence) }
      let stamp = Chain(at: segment.head, recordedAt: segment.recordedAt)
      guard reached > 0 else { return stamp }
      advance(to: reached == segment.head.sequence ? stamp : Chain(at: try await ledger.entry(reached)))
      return stamp
    } catch let error where error is CanonicalDecoder.Malformed || error is LedgerDamage {
      // It says what cannot be; if it is the ledger that does, that shows when the chain is followed.
      self = Register()
      return Chain()
    }
  }
}
