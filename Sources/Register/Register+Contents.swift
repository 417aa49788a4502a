package import Ledger
package import ReportingModel
import Spooling

/// What is needed of the contents of accepted submissions; each is held against its entry when it is read.
extension Register {
  /// Contents that are asked of the ledger at a time.
  private static let page = 256

  /// The summary of a version, once it was loaded.
  package func summary(of sequence: Int64) -> ContentSummary? { summaries[sequence] }

  /// Loads the summaries of versions that are not there yet.
  package mutating func load(_ versions: [SubmissionVersion], from ledger: Ledger) async throws {
    for version in versions where summaries[version.sequence] == nil {
      summaries[version.sequence] = projected.summary(of: version.sequence)
    }
    let wanted = versions.filter { summaries[$0.sequence] == nil }
    let sizes = try await ledger.contentSizes(of: wanted.map(\.sequence))
    let isLarge = { (version: SubmissionVersion) in (sizes[version.sequence] ?? 0) > Register.largeContent }
    try await Register.contents(
      of: wanted.filter { !isLarge($0) }, in: ledger, reading: ContentSummary.init(storedBytes:)
    ) { sequence, summary in
      summaries[sequence] = summary
    }
    for version in wanted where isLarge(version) {
      let bytes = try await ledger.spooledContent(
        of: version.sequence, digest: version.contentDigest, size: sizes[version.sequence] ?? 0, into: .temporary)
      summaries[version.sequence] = try Register.reading(version) {
        () throws(CanonicalDecoder.Malformed) in try ContentSummary(stored: bytes)
      }
    }
  }

  /// Bytes of a content that is not read beside others, nor whole.
  private static let largeContent = 256 << 10

  private static func reading<Value>(
    _ version: SubmissionVersion, _ body: () throws(CanonicalDecoder.Malformed) -> Value
  ) throws(LedgerDamage) -> Value {
    do throws(CanonicalDecoder.Malformed) {
      return try body()
    } catch {
      throw LedgerDamage(
        .entry(version.sequence), "nội dung của báo cáo không đọc được", "the content cannot be read")
    }
  }

  /// Makes ready what a unit's reports are decided against: its other reports, and the values of its peers.
  package mutating func prepare(
    _ keys: some Sequence<UnitPeriod>, of regime: String, withPeers: Bool, from ledger: Ledger
  ) async throws {
    let book = book(of: regime)
    var wanted: [SubmissionVersion] = []
    for unit in Set(keys.map(\.unit)) {
      wanted += book.periods(of: unit).compactMap { book.live(UnitPeriod(unit: unit, period: $0)) }
    }
    try await loadRows(wanted, of: regime, from: ledger)
    let fresh = withPeers ? Set(keys.map(\.period)).filter { !peers.isGathered($0, of: regime) } : []
    let told = fresh.isEmpty ? [] : book.live.filter { fresh.contains($0.key.period) }
    try await load(wanted + told.map(\.version), from: ledger)
    for period in fresh { peers.gather(period, of: regime) }
    for (key, version) in told {
      peers.replace(nil, by: summaries[version.sequence], key, in: regime, describedBy: inForce)
    }
  }

  /// Loads the rows of versions, and lets go of those of others: rows are kept no longer than they are asked for. What is not
  /// in the ledger yet stays, for it cannot be loaded.
  private mutating func loadRows(
    _ versions: [SubmissionVersion], of regime: String, from ledger: Ledger
  ) async throws {
    let wanted = Set(versions.map(\.sequence))
    let written = head.sequence
    var kept = rows[regime, default: [:]].filter { wanted.contains($0.key) || $0.key > written }
    let missing = versions.filter { kept[$0.sequence] == nil && $0.sequence <= written }
    let sizes = try await ledger.contentSizes(of: missing.map(\.sequence))
    let isLarge = { (version: SubmissionVersion) in (sizes[version.sequence] ?? 0) > Register.largeContent }
    try await Register.contents(
      of: missing.filter { !isLarge($0) }, in: ledger, reading: SubmissionContent.init(storedBytes:)
    ) { sequence, content in
      kept[sequence] = RetellableRows(content)
      if summaries[sequence] == nil { summaries[sequence] = ContentSummary(content) }
    }
    for version in missing where isLarge(version) {
      let spool = Spool.temporary
      let bytes = try await ledger.spooledContent(
        of: version.sequence, digest: version.contentDigest, size: sizes[version.sequence] ?? 0, into: spool)
      let content = try Register.reading(version) {
        () throws(CanonicalDecoder.Malformed) in try SubmissionContent(stored: bytes, into: spool)
      }
      if let fault = spool.fault { throw fault }
      kept[version.sequence] = RetellableRows(content, into: spool)
      if summaries[version.sequence] == nil { summaries[version.sequence] = ContentSummary(content) }
    }
    rows[regime] = kept
  }

  /// Hands over what the stored contents of versions say, in order of sequence. Some are read and held against their entries
  /// while those before them are taken.
  /// - Parameter reading: done on any thread, side by side.
  /// - Throws: `LedgerDamage` for the first one that is missing, differs from its entry or cannot be read; what the body throws.
  package static func contents<Value: Sendable>(
    of versions: [SubmissionVersion], in ledger: Ledger,
    reading: @escaping @Sendable ([UInt8]) throws(CanonicalDecoder.Malformed) -> Value,
    _ body: (Int64, Value) throws -> Void
  ) async throws {
    let ordered = versions.sorted { $0.sequence < $1.sequence }
    let pages = stride(from: 0, to: ordered.count, by: page).map { Array(ordered[$0..<min($0 + page, ordered.count)]) }
    try await withThrowingTaskGroup(of: ReadPage<Value>.self) { group in
      var begun = 0
      func begin() {
        guard begun < pages.count else { return }
        let (number, page) = (begun, pages[begun])
        begun += 1
        group.addTask {
          do {
            return ReadPage(number: number, values: .success(try await values(of: page, in: ledger, reading)))
          } catch {
            return ReadPage(number: number, values: .failure(error))
          }
        }
      }
      for _ in 0..<pagesAtOnce { begin() }
      var read: [Int: ReadPage<Value>] = [:]
      var taken = 0
      while let page = try await group.next() {
        read[page.number] = page
        begin()
        while let page = read.removeValue(forKey: taken) {
          for (sequence, value) in try page.values.get() { try body(sequence, value) }
          taken += 1
        }
      }
      guard taken == pages.count else {
        throw LedgerDamage(
          .entry(pages[taken][0].sequence), "chưa đọc nội dung của báo cáo", "the content was not read", about: .content
        )
      }
    }
  }

  private static let pagesAtOnce = 3

  private static func values<Value>(
    of page: [SubmissionVersion], in ledger: Ledger,
    _ read: ([UInt8]) throws(CanonicalDecoder.Malformed) -> Value
  ) async throws -> [(Int64, Value)] {
    let found = try await ledger.contents(of: page.map { ($0.sequence, $0.contentDigest) })
    return try page.compactMap { version in
      guard let bytes = found[version.sequence] else { return nil }
      return (version.sequence, try reading(version) { () throws(CanonicalDecoder.Malformed) in try read(bytes) })
    }
  }
}

/// Some contents, read. A type of its own: where it was a pair, optimized code (Swift 6.3.1) gave several pages one number.
private struct ReadPage<Value: Sendable>: Sendable {
  let number: Int
  let values: Result<[(Int64, Value)], any Error>
}
