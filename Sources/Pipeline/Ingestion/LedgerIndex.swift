import Ledger
import Regimes
import ReportingModel
import Validation

/// What the ledger says about submissions so far, by unit and period: a projection, made from the entries and kept up
/// to date while new ones are appended (<doc:architecture#Law-5-The-ledger-is-the-truth>). A class, because it grows
/// with every submission and is copied only to try something.
final class LedgerIndex {
  /// One accepted version.
  struct Version {
    var sequence: Int64
    var number: Int
    var receivedAt: Instant
    var contentDigest: Digest
  }

  struct Key: Hashable {
    let unit: String
    let period: PeriodKey
  }

  /// Units that are compared with each other: of one kind and level, for one period.
  private struct Peers: Hashable {
    let period: PeriodKey
    let kind: String
    let level: String
    let indicator: String
  }

  private let regime: String
  private let describe: (String, PeriodKey) -> UnitRow?
  private var versions: [Key: [Version]] = [:]
  private var firstAccepted: [Key: Instant] = [:]
  private var firstRefused: [Key: Instant] = [:]
  private var summaries: [Key: ContentSummary] = [:]
  private var periodsByUnit: [String: [PeriodKey]] = [:]
  private var medians: [Peers: SortedAmounts] = [:]
  /// Looks into the whole content of a live submission where its summary cannot tell.
  private let content: (Int64) -> SubmissionContent?

  /// - Parameters:
  ///   - regime: submissions of other regimes are left out.
  ///   - describe: the registry's row of a unit for a period.
  init(
    regime: String, describe: @escaping (String, PeriodKey) -> UnitRow?,
    content: @escaping (Int64) -> SubmissionContent?
  ) {
    self.regime = regime
    self.describe = describe
    self.content = content
  }

  /// An index that knows the same and goes its own way from here on.
  func copy() -> LedgerIndex {
    let other = LedgerIndex(regime: regime, describe: describe, content: content)
    other.versions = versions
    other.firstAccepted = firstAccepted
    other.firstRefused = firstRefused
    other.summaries = summaries
    other.periodsByUnit = periodsByUnit
    other.medians = medians
    return other
  }

  /// Takes in the record of a submission that was just recorded, or that is read back.
  func add(_ record: SubmissionRecord, sequence: Int64, summary: ContentSummary?) {
    guard record.regime == regime, !record.unit.isEmpty, let period = PeriodKey(record.period) else { return }
    let key = Key(unit: record.unit, period: period)
    guard record.isAccepted else {
      firstRefused[key] = min(firstRefused[key] ?? record.receivedAt, record.receivedAt)
      return
    }
    firstAccepted[key] = min(firstAccepted[key] ?? record.receivedAt, record.receivedAt)
    if versions[key] == nil { periodsByUnit[key.unit, default: []].append(key.period) }
    versions[key, default: []].append(
      Version(
        sequence: sequence, number: record.number, receivedAt: record.receivedAt,
        contentDigest: record.contentDigest))
    let row = describe(key.unit, key.period)
    if let row, let old = summaries[key] { each(old, row, period) { $0.remove($1) } }
    summaries[key] = summary
    if let row, let summary { each(summary, row, period) { $0.insert($1) } }
  }

  private func each(
    _ summary: ContentSummary, _ row: UnitRow, _ period: PeriodKey,
    _ change: (inout SortedAmounts, Amount) -> Void
  ) {
    for (indicator, value) in summary.told {
      change(
        &medians[
          Peers(period: period, kind: row.kind, level: row.level, indicator: indicator), default: SortedAmounts()],
        value)
    }
  }
}

extension LedgerIndex: SubmissionHistory {
  func live(_ unit: String, _ period: PeriodKey) -> EarlierSubmission? {
    let key = Key(unit: unit, period: period)
    guard let version = versions[key]?.last, let summary = summaries[key] else { return nil }
    return EarlierSubmission(
      sequence: version.sequence, number: version.number, contentDigest: version.contentDigest, told: summary.told,
      activityCount: summary.activityCount, blocks: summary.blocks)
  }

  func highestNumber(_ unit: String, _ period: PeriodKey) -> Int {
    versions[Key(unit: unit, period: period)]?.map(\.number).max() ?? 0
  }

  func firstArrivals(_ unit: String, _ period: PeriodKey) -> (accepted: Instant?, refused: Instant?) {
    let key = Key(unit: unit, period: period)
    return (firstAccepted[key], firstRefused[key])
  }

  func hasActivity(_ unit: String, in window: Window, except replaced: PeriodKey) -> Bool {
    (periodsByUnit[unit] ?? []).contains { period in
      guard period != replaced else { return false }
      let key = Key(unit: unit, period: period)
      guard let summary = summaries[key], let first = summary.firstActivity, let last = summary.lastActivity else {
        return false
      }
      if window.contains(first) || window.contains(last) { return true }
      guard first < window.from, window.to < last, let sequence = versions[key]?.last?.sequence else { return false }
      return content(sequence)?.activities.contains { window.contains($0.date) } ?? false
    }
  }

  func lowerMedian(
    of indicator: String, in period: PeriodKey, kind: String, level: String, except unit: String, least: Int
  ) -> Amount? {
    guard let values = medians[Peers(period: period, kind: kind, level: level, indicator: indicator)] else {
      return nil
    }
    let own = summaries[Key(unit: unit, period: period)]?.told[indicator]
    let others = values.count - (own == nil ? 0 : 1)
    return others >= least ? values.lowerMedian(without: own) : nil
  }
}
