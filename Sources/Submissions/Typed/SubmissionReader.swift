package import Regimes
import ReportingModel
import VietnameseText

/// Gives raw records their types, with the same findings for XML and CSV, all in one pass.
package struct SubmissionReader: Sendable {
  private let regimes: [String: RegimeHistory]
  private let requests: [CollectionRequest]
  private let fallback: RegimeHistory
  /// Whom a text may mean that is no unit's code.
  let registry: Registry?
  /// By the digest of a version.
  private let books: [Digest: CodeBook]

  /// - Parameters:
  ///   - regimes: the regimes a submission may name, with all their versions.
  ///   - requests: of all of them.
  ///   - fallback: judges submissions that name no regime or an unknown one.
  ///   - registry: helps to say whom a text means that is no unit's code; it decides nothing.
  package init(
    regimes: [RegimeHistory], requests: [CollectionRequest], fallback: RegimeHistory, registry: Registry? = nil
  ) {
    self.registry = registry
    self.regimes = Dictionary(regimes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.requests = requests
    self.fallback = fallback
    books = Dictionary(
      (regimes + [fallback]).flatMap(\.versions).map { ($0.digest, CodeBook($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The version of a regime that a header is read by: the one that applies to the period it tells
  /// (<doc:regime#Versions>).
  private func version(of history: RegimeHistory, for raw: RawSubmission, _ result: Submission) -> Regime {
    guard history.versions.count > 1 else { return history.latest }
    let requests = requests.filter { $0.regime == history.id }
    // An older version may know a kind of period that a newer one has dropped.
    for version in history.versions.reversed() {
      var trial = result
      _ = readHeader(raw, book: book(version), regime: version, into: &trial)
      if let period = trial.period { return history.applying(to: period, requests: requests) }
    }
    return history.latest
  }

  private func book(_ regime: Regime) -> CodeBook { books[regime.digest] ?? CodeBook(regime) }

  package func read(_ raw: RawSubmission) -> Submission {
    var origin = SubmissionOrigin()
    for block in raw.blocks {
      origin.files[block.block] = block.file
      if block.block == .header { origin.headerLine = block.records.first?.line }
      let columns = Vocabulary.schema(of: block.block).columns
      origin.columns[block.block] = Dictionary(
        zip(columns, block.columns).compactMap { column, cell in cell.map { (column.name, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    var result = Submission(
      path: raw.path, encoding: raw.encoding, origin: origin, content: nil, unit: nil, period: nil, untold: [],
      unread: Unread(blocks: raw.unread), log: raw.log)
    let named = raw.blocks.first { $0.block == .header }.flatMap(regimeName)
    let regime = version(of: named.flatMap { regimes[$0] } ?? fallback, for: raw, result)
    let book = book(regime)
    if let named, regimes[named] == nil { result.log.add(unknownRegime(named, origin)) }

    let header = readHeader(raw, book: book, regime: regime, into: &result)
    var content = SubmissionContent(
      header: header
        ?? SubmissionHeader(
          regime: regime.id, unit: "", period: PeriodKey(kind: "", which: ""), date: CalendarDate(dayNumber: 0)))
    for block in raw.blocks {
      var cells = CellReader(block, book: book, isExact: raw.isExact, log: result.log)
      let errors = cells.log.errorCount
      switch block.block {
      case .header: continue
      case .activities:
        content.activities = readActivities(&cells, regime)
        if cells.log.errorCount > errors { result.unread.blocks.insert(.activities) }
      case .indicators: content.indicators = readIndicators(&cells, regime, into: &result)
      case .exemplars:
        content.exemplars = readExemplars(&cells)
        if cells.log.errorCount > errors { result.unread.blocks.insert(.exemplars) }
      case .narratives:
        content.narratives = readTexts(&cells, keyed: "muc", twice: .narrativeTwice, unread: &result.unread)
      case .explanations: content.explanations = readTexts(&cells, keyed: "quy_tac", twice: nil, unread: &result.unread)
      }
      result.log = cells.log
    }
    content.evidence = raw.evidence
    if let fault = raw.schemaFault, !result.log.hasErrors { result.log.add(fault) }
    if header != nil { result.content = content }
    return result
  }

  private func regimeName(_ header: RawBlock) -> String? {
    guard let index = Vocabulary.header.index(of: "che_do"), let text = header.records.first?.values[index] else {
      return nil
    }
    let name = trimmedNFC(text).uppercased()
    return name.isEmpty ? nil : name
  }

  private func unknownRegime(_ named: String, _ origin: SubmissionOrigin) -> Finding {
    let known = regimes.keys.sorted()
    return Finding(
      .headerRegime, .error, at: origin.location(.header, line: nil, field: "che_do"), value: shortened(named),
      message: LocalizedText(
        "Chế độ báo cáo «\(shortened(named))» không có ở hệ thống này.",
        "There is no reporting regime «\(shortened(named))» here."),
      hint: LocalizedText(
        "Đề nghị ghi một trong các mã: \(known.joined(separator: ", ")).",
        "Write one of: \(known.joined(separator: ", "))."))
  }
}
