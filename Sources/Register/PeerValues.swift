import Regimes
import ReportingModel

/// What units that are compared with each other told, of the periods that were asked about (<doc:regime#Outlier-rule>).
struct PeerValues: Sendable {
  /// Units of one kind and level, for one period and indicator.
  private struct Group: Hashable {
    let regime: String
    let period: PeriodKey
    let kind: String
    let level: String
    let indicator: String
  }

  private struct Gathered: Hashable {
    let regime: String
    let period: PeriodKey
  }

  private var values: [Group: SortedAmounts] = [:]
  private var gathered: Set<Gathered> = []

  func isGathered(_ period: PeriodKey, of regime: String) -> Bool {
    gathered.contains(Gathered(regime: regime, period: period))
  }

  /// From here on the values of a period are kept; whatever lives for it is added by `replace`.
  mutating func gather(_ period: PeriodKey, of regime: String) {
    gathered.insert(Gathered(regime: regime, period: period))
  }

  /// Lets go of a period's values.
  mutating func forget(_ period: PeriodKey, of regime: String) {
    guard gathered.remove(Gathered(regime: regime, period: period)) != nil else { return }
    values = values.filter { $0.key.regime != regime || $0.key.period != period }
  }

  /// One version takes the place of another.
  mutating func replace(
    _ before: ContentSummary?, by summary: ContentSummary?, _ key: UnitPeriod, in regime: String,
    describedBy inForce: InForce
  ) {
    guard isGathered(key.period, of: regime), let row = inForce.describe(key.unit, key.period, in: regime) else {
      return
    }
    func group(_ indicator: String) -> Group {
      Group(regime: regime, period: key.period, kind: row.kind, level: row.level, indicator: indicator)
    }
    for (indicator, value) in before?.told ?? [:] { values[group(indicator)]?.remove(value) }
    for (indicator, value) in summary?.told ?? [:] {
      values[group(indicator), default: SortedAmounts()].insert(value)
    }
  }

  /// The lower median of a group without one value; `nil` when fewer than `least` others told one.
  func lowerMedian(
    of indicator: String, in period: PeriodKey, of regime: String, kind: String, level: String, without own: Amount?,
    least: Int
  ) -> Amount? {
    let group = Group(regime: regime, period: period, kind: kind, level: level, indicator: indicator)
    guard let values = values[group], values.count - (own == nil ? 0 : 1) >= least else { return nil }
    return values.lowerMedian(without: own)
  }
}
