import Hashing
package import ReportingModel
package import Spooling
private import Synchronization

/// The record over any store: it links the chain, and gives back only what holds against it.
package struct Ledger: Sendable {
  let store: any LedgerStore
  /// Rows that are asked of the store at a time.
  static let page = 1024

  package init(_ store: any LedgerStore) {
    self.store = store
  }

  /// Sequence and digest of the last row, as the store has them.
  package func head() async throws(StoreFault) -> LedgerHead {
    try await store.last().map { LedgerHead(sequence: $0.sequence, digest: $0.digest) } ?? .empty
  }

  /// Follows the chain from where it was followed to, as far as a sequence; every entry is handed over in order.
  /// - Throws: `LedgerDamage` where a row is not the entry that follows, or is missing; `StoreFault`; what the body throws.
  package func follow(
    _ chain: inout Chain, through last: Int64, _ body: (LedgerEntry, Chain) throws -> Void
  ) async throws {
    while chain.head.sequence < last {
      for row in try await rows(from: chain.head.sequence + 1, through: last) {
        let entry = try chain.follow(row)
        try body(entry, chain)
      }
    }
  }

  /// Rows from a sequence on, at least one; where a page cannot be read whole, its first row alone.
  /// - Throws: `LedgerDamage` where the first row is not there or cannot be read; `StoreFault`.
  func rows(from first: Int64, through last: Int64) async throws -> [LedgerRow] {
    var rows: [LedgerRow]
    do throws(StoreFault) {
      rows = try await store.rows(RowQuery(first...last), limit: Ledger.page)
    } catch {
      rows = try await Ledger.naming(error, .entry(first)) { () throws(StoreFault) in
        try await store.rows(RowQuery(first...first), limit: 1)
      }
    }
    guard !rows.isEmpty else { throw LedgerDamage(.entry(first), "không có trong sổ", "is not in the ledger") }
    return rows
  }

  /// Asks the store for less, after it could not read all that it was asked for; what cannot be read either is named.
  private static func naming<Value>(
    _ fault: StoreFault, _ place: LedgerDamage.Place, _ body: () async throws(StoreFault) -> Value
  ) async throws -> Value {
    guard fault.kind == .damaged else { throw fault }
    do throws(StoreFault) {
      return try await body()
    } catch {
      guard error.kind == .damaged else { throw error }
      throw LedgerDamage(place, "không đọc được (\(error))", "cannot be read (\(error))")
    }
  }

  /// The lines of some entries as they are stored, at least one.
  package func lines(from first: Int64, through last: Int64) async throws -> [[UInt8]] {
    try await rows(from: first, through: last).map(\.line)
  }

  /// One entry, held against its digest alone.
  package func entry(_ sequence: Int64) async throws -> LedgerEntry {
    try Chain.entry(of: try await rows(from: sequence, through: sequence)[0])
  }

  /// Appends entries to a chain in one transaction; durable on return.
  /// - Parameter clock: an entry is recorded then, or when the one before was: time never runs back in the record.
  /// - Returns: each entry with the chain up to it.
  /// - Throws: `StoreFault`, `.overtaken` when the ledger no longer ends where the chain was followed to.
  package func append(
    _ drafts: [EntryDraft], to chain: Chain, clock: Instant, operatorName: String
  ) async throws(StoreFault) -> [(entry: LedgerEntry, chain: Chain)] {
    var longer = chain
    let steps = drafts.map { draft in
      let entry = longer.link(draft.event, clock: clock, operatorName: operatorName)
      return (entry: entry, chain: longer)
    }
    let additions = zip(steps, drafts).map { step, draft in
      LedgerAddition(row: LedgerRow(step.entry), kept: draft.content, receipt: draft.receipt)
    }
    try await store.append(additions, after: chain.head)
    return steps
  }

  /// The stored contents of accepted submissions, each held against its entry.
  /// - Throws: `LedgerDamage` for one that is missing or differs; `PurgedContent` for one that was taken out.
  package func contents(of submissions: [(sequence: Int64, digest: Digest)]) async throws -> [Int64: [UInt8]] {
    let found = try await storedContents(of: submissions.map(\.sequence))
    for (sequence, digest) in submissions {
      guard let content = found[sequence] else {
        if try await isPurged(sequence) { throw PurgedContent(sequence: sequence) }
        throw LedgerDamage(
          .entry(sequence), "mất nội dung của báo cáo", "the content of the submission is lost", about: .content)
      }
      guard Digest(of: content) == digest else {
        throw LedgerDamage(
          .entry(sequence), "nội dung của báo cáo khác với dấu kiểm tra của mục",
          "the content of the submission differs from the entry's digest", about: .content)
      }
    }
    return found
  }

  /// Removes contents for good.
  package func removeContents(of sequences: [Int64]) async throws(StoreFault) {
    try await store.removeContents(of: sequences)
  }

  /// The sizes of stored contents, in bytes.
  package func contentSizes(of sequences: [Int64]) async throws(StoreFault) -> [Int64: Int] {
    try await store.contentSizes(of: sequences)
  }

  /// One stored content that may be more than memory holds, held against its entry.
  /// - Throws: `LedgerDamage` where it is missing or differs; `FileFault` where the spool fails.
  package func spooledContent(
    of sequence: Int64, digest: Digest, size: Int, into spool: Spool
  ) async throws -> SpooledBytes {
    // A reader beside whom somebody begins to write may get the first pieces twice.
    for _ in 0..<2 {
      let run = Mutex(SpoolRun(of: size, in: spool))
      try await Ledger.naming(.entry(sequence)) { () throws(StoreFault) in
        try await store.eachContentPiece(of: sequence) { piece in run.withLock { $0.append(piece) } }
      }
      let bytes = run.withLock { $0.finish() }
      if let fault = spool.fault { throw fault }
      if Digest(ofChunks: { (hash) throws(Never) in bytes.eachPiece(hash) }) == digest { return bytes }
      if bytes.count == 0, try await isPurged(sequence) { throw PurgedContent(sequence: sequence) }
    }
    throw LedgerDamage(
      .entry(sequence), "nội dung của báo cáo khác với dấu kiểm tra của mục",
      "the content of the submission differs from the entry's digest", about: .content)
  }

  private static func naming(
    _ place: LedgerDamage.Place, _ body: () async throws(StoreFault) -> Void
  ) async throws {
    do throws(StoreFault) {
      try await body()
    } catch {
      try await naming(error, place) { () throws(StoreFault) in throw error }
    }
  }

  private func storedContents(of sequences: [Int64]) async throws -> [Int64: [UInt8]] {
    do throws(StoreFault) {
      return try await store.contents(of: sequences)
    } catch {
      var found: [Int64: [UInt8]] = [:]
      for sequence in sequences {
        let one = try await Ledger.naming(error, .entry(sequence)) { () throws(StoreFault) in
          try await store.contents(of: [sequence])
        }
        found.merge(one) { $1 }
      }
      return found
    }
  }

  /// The receipt of a delivery as its file holds it, held against its entry.
  package func receipt(of delivery: DeliveryEvent, at sequence: Int64) async throws -> [UInt8] {
    let stored: [UInt8]?
    do throws(StoreFault) {
      stored = try await store.receipt(delivery.receipt)
    } catch {
      stored = try await Ledger.naming(error, .entry(sequence)) { () throws(StoreFault) in throw error }
    }
    guard let receipt = stored else {
      throw LedgerDamage(.entry(sequence), "mất phiếu tiếp nhận", "the receipt is lost", about: .receipt)
    }
    guard Digest(of: receipt) == delivery.receiptDigest else {
      throw LedgerDamage(
        .entry(sequence), "phiếu tiếp nhận khác với dấu kiểm tra của mục",
        "the receipt differs from the entry's digest", about: .receipt)
    }
    return receipt
  }
}
