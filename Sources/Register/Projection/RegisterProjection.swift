import Hashing
package import Ledger
package import ReportingModel

/// The entries as the fold takes them, in few bytes (<doc:record#Projections>): read in a small part of the time that following
/// the chain takes. It is made of the entries and can be made of them again; whoever mistrusts it follows the chain.
///
/// Segments lie one behind the other, one for each time that entries were written, each behind its length and its SHA-256. What
/// a crash cut off or a disk spoiled is not taken, nor what follows it.
package struct RegisterProjection: Sendable {
  /// What some entries in a row say.
  package struct Segment: Sendable {
    /// The entry before its first.
    let before: LedgerHead
    /// Its last entry: the stamp.
    package let head: LedgerHead
    let recordedAt: Instant
    /// Where its entries begin among all bytes.
    let start: Int
    /// Where the next segment begins.
    package let end: Int
  }

  let bytes: [UInt8]
  /// Entries that a ledger has at least for it to be taken.
  private let least: Int64
  /// Those that follow each other from the first entry on.
  package let segments: [Segment]

  /// Ends with the number of the form; one of another form is none.
  private static let mark = Array("tonghop.register/1\n".utf8)
  private static let digestBytes = 32

  /// To follow so many entries takes a hundredth of a second, and shows at once where one was changed.
  package static let worthwhile: Int64 = 2048

  /// - Parameters:
  ///   - bytes: what a file holds, sound or not.
  ///   - least: a ledger of fewer entries is followed whole.
  package init(_ bytes: [UInt8], takenFrom least: Int64 = worthwhile) {
    self.bytes = bytes
    self.least = least
    var segments: [Segment] = []
    while let next = RegisterProjection.segment(
      in: bytes, from: segments.last?.end ?? 0, after: segments.last?.head ?? .empty)
    {
      segments.append(next)
    }
    self.segments = segments
  }

  private static func segment(in bytes: [UInt8], from start: Int, after head: LedgerHead) -> Segment? {
    let sized = start + mark.count
    let hashed = sized + 8
    let filled = hashed + digestBytes
    guard filled <= bytes.count, bytes[start..<sized].elementsEqual(mark) else { return nil }
    let size = bytes[sized..<hashed].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard size <= UInt64(bytes.count - filled) else { return nil }
    let end = filled + Int(size)
    guard Digest(of: Array(bytes[filled..<end])).bytes.elementsEqual(bytes[hashed..<filled]) else { return nil }
    var decoder = CanonicalDecoder(bytes, from: filled)
    do throws(CanonicalDecoder.Malformed) {
      let before = try LedgerHead(from: &decoder)
      let last = try LedgerHead(from: &decoder)
      let recordedAt = try decoder.instant()
      guard before == head, last.sequence > before.sequence else { return nil }
      return Segment(before: before, head: last, recordedAt: recordedAt, start: decoder.position, end: end)
    } catch {
      return nil
    }
  }

  /// The last segment that a ledger has whole; `nil` where the ledger has another entry at its end.
  package func last(in ledger: Ledger, endingAt end: Int64) async throws -> Segment? {
    guard let segment = segments.last(where: { $0.head.sequence <= end }) else { return nil }
    return try await ledger.entry(segment.head.sequence).digest == segment.head.digest ? segment : nil
  }

  /// The same where it is worth while.
  func taken(in ledger: Ledger, endingAt end: Int64) async throws -> Segment? {
    end < least ? nil : try await last(in: ledger, endingAt: end)
  }

  /// Hands over what entries say, from the first on.
  /// - Throws: `Malformed` where a segment that is sound holds something else than it should; what the body throws.
  func each(through last: Int64, _ body: (Int64, ProjectedEntry) throws -> Void) throws {
    for segment in segments where segment.before.sequence < last {
      var decoder = CanonicalDecoder(bytes, from: segment.start)
      for sequence in segment.before.sequence + 1...min(last, segment.head.sequence) {
        try body(sequence, try ProjectedEntry(from: &decoder, at: sequence))
      }
    }
  }

  /// The bytes of a segment.
  /// - Parameters:
  ///   - entries: one at least, in a row.
  ///   - before: the entry before the first of them.
  ///   - summaries: of contents that are at hand, by sequence.
  package static func segment(
    of entries: [LedgerEntry], after before: LedgerHead, summaries: (Int64) -> ContentSummary? = { _ in nil }
  ) -> [UInt8] {
    guard let last = entries.last else { return [] }
    var encoder = CanonicalEncoder()
    before.write(to: &encoder)
    last.head.write(to: &encoder)
    encoder.append(last.recordedAt)
    for entry in entries {
      ProjectedEntry(entry, summary: summaries(entry.sequence)).write(to: &encoder)
    }
    let size = littleEndian(encoder.bytes.count)
    return mark + size + Digest(of: encoder.bytes).bytes + encoder.bytes
  }

  /// Eight bytes, the least first.
  private static func littleEndian(_ count: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }
}

extension LedgerHead {
  fileprivate func write(to encoder: inout CanonicalEncoder) {
    encoder.append(sequence)
    encoder.append(digest)
  }

  fileprivate init(from decoder: inout CanonicalDecoder) throws(CanonicalDecoder.Malformed) {
    self.init(sequence: Int64(try decoder.int()), digest: try decoder.digest())
  }
}

extension RegisterProjection {
  /// Holds it against a ledger: makes again what it says of each entry and compares.
  /// - Returns: the first entry of which it says something else; `nil` where it agrees, as far as it goes.
  /// - Throws: what keeps the ledger from being read.
  package func difference(from ledger: Ledger) async throws -> Int64? {
    let end = try await ledger.head().sequence
    var held: [(sequence: Int64, entry: ProjectedEntry)] = []
    do {
      try each(through: min(end, segments.last?.head.sequence ?? 0)) { held.append(($0, $1)) }
    } catch is CanonicalDecoder.Malformed {
      return (held.last?.sequence ?? 0) + 1
    }
    var next = held[...]
    while let first = next.first {
      let lines = try await ledger.lines(from: first.sequence, through: end)
      for (line, (sequence, entry)) in zip(lines, next.prefix(lines.count)) {
        guard try await entry == made(of: LedgerEntry(stored: line), like: entry, in: ledger) else { return sequence }
      }
      next = next.dropFirst(lines.count)
    }
    return nil
  }

  /// An entry made again; with the summary of its content where the one it is compared with has one.
  private func made(
    of entry: LedgerEntry, like other: ProjectedEntry, in ledger: Ledger
  ) async throws -> ProjectedEntry {
    guard case .accepted(let version, _, _, .some) = other, case .submission(let event) = entry.event,
      let digest = event.acceptance?.contentDigest
    else { return ProjectedEntry(entry) }
    do {
      let found = try await ledger.contents(of: [(version.sequence, digest)])
      return ProjectedEntry(entry, summary: try found[version.sequence].map { try ContentSummary(storedBytes: $0) })
    } catch is PurgedContent {
      return ProjectedEntry(entry)
    }
  }
}
