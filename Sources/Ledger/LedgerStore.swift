package import ReportingModel

/// The record behind its narrow seam: a chain of entries that only grows, and what is kept beside them.
///
/// Everything the program knows is asked through these calls, so a second store can stand behind them. Positions are sequences,
/// and readers see the ledger as of one.
package protocol LedgerStore: Sendable {
  /// The end of the chain now.
  func head() throws -> LedgerHead

  /// Appends changes in one transaction, durable on return.
  /// - Throws: `LedgerConflict` when the chain no longer ends where the writer thought.
  func append(_ drafts: [EntryDraft], after head: LedgerHead) throws -> LedgerHead

  /// The entries of these kinds from one sequence to another, both included, in order.
  func entries(_ kinds: Set<EntryKind>, from first: Int64, through last: Int64) throws -> [LedgerEntry]

  /// Hands over the contents of accepted submissions one by one, in order of sequence.
  func contents(of sequences: [Int64], _ body: (Int64, SubmissionContent) throws -> Void) throws

  /// The summaries of accepted submissions from one sequence to another, in order.
  func summaries(from first: Int64, through last: Int64) throws -> [(sequence: Int64, summary: ContentSummary)]

  /// The receipt with a number.
  func receipt(_ number: Int) throws -> [UInt8]?
}

/// Somebody else appended in between.
package struct LedgerConflict: Error, Sendable {}

/// What later submissions are judged against and what a status tells, without reading a whole content again.
package struct ContentSummary: Sendable, Hashable {
  /// Told values by indicator.
  package var told: [String: Amount]
  package var activityCount: Int
  package var firstActivity: CalendarDate?
  package var lastActivity: CalendarDate?
  /// Blocks that are not empty.
  package var blocks: Set<SubmissionContent.Block>
  /// It tells that nothing arose.
  package var isNil: Bool
  package var explanations: [KeyedText]

  package init(_ content: SubmissionContent) {
    told = Dictionary(content.indicators.map { ($0.code, $0.value) }, uniquingKeysWith: { first, _ in first })
    activityCount = content.activities.count
    firstActivity = content.activities.map(\.date).min()
    lastActivity = content.activities.map(\.date).max()
    blocks = [.header]
    if !content.activities.isEmpty { blocks.insert(.activities) }
    if !content.indicators.isEmpty { blocks.insert(.indicators) }
    if !content.exemplars.isEmpty { blocks.insert(.exemplars) }
    if !content.narratives.isEmpty { blocks.insert(.narratives) }
    if !content.explanations.isEmpty { blocks.insert(.explanations) }
    isNil = content.header.nilReturn
    explanations = content.explanations
  }

  package var storedBytes: [UInt8] {
    var encoder = CanonicalEncoder()
    encoder.append(list: told.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      $0.append($1.key)
      $0.append($1.value)
    }
    encoder.append(activityCount)
    encoder.append(list: [firstActivity, lastActivity].compactMap { $0 }) { $0.append($1) }
    encoder.append(list: SubmissionContent.Block.allCases.filter(blocks.contains)) { $0.append($1.rawValue) }
    encoder.append(isNil)
    encoder.append(list: explanations) {
      $0.append($1.key)
      $0.append($1.text)
      $0.append($1.line)
    }
    return encoder.bytes
  }

  package init(storedBytes: [UInt8]) throws(CanonicalDecoder.Malformed) {
    var decoder = CanonicalDecoder(storedBytes)
    let pairs = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in (try d.string(), try d.amount()) }
    told = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    activityCount = try decoder.int()
    let dates = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.date() }
    firstActivity = dates.first
    lastActivity = dates.last
    blocks = Set(
      try decoder.list { (d) throws(CanonicalDecoder.Malformed) in try d.string() }.compactMap(
        SubmissionContent.Block.init))
    isNil = try decoder.bool()
    explanations = try decoder.list { (d) throws(CanonicalDecoder.Malformed) in
      KeyedText(key: try d.string(), text: try d.string(), line: try d.int())
    }
    try decoder.finish()
  }
}
