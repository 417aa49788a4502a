package import ReportingModel

/// *told(P)* (<doc:counting#told-P>): what a unit tells of a flow for a period, or what its parts tell where it does not.
package struct ToldSum {
  /// What the unit's live submission for a period tells; `nil` where there is none or it does not tell it.
  private let value: (PeriodKey) -> Amount?
  private let parts: (PeriodKey) -> [PeriodKey]
  /// Parts of parts of parts: no regime goes so deep, and a circle ends here.
  private static let deepest = 16

  package init(parts: @escaping (PeriodKey) -> [PeriodKey], value: @escaping (PeriodKey) -> Amount?) {
    self.parts = parts
    self.value = value
  }

  /// The value for a period; `nil` where neither it nor any part of it is told.
  package func told(_ period: PeriodKey) -> Amount? { told(period, depth: 0) }

  /// The sum over some periods; `nil` where none of them is told.
  package func sum(_ periods: [PeriodKey]) -> Amount? { sum(periods, depth: 0) }

  private func told(_ period: PeriodKey, depth: Int) -> Amount? {
    if let value = value(period) { return value }
    return depth < ToldSum.deepest ? sum(parts(period), depth: depth + 1) : nil
  }

  private func sum(_ periods: [PeriodKey], depth: Int) -> Amount? {
    var total: Amount?
    for period in periods {
      if let value = told(period, depth: depth) { total = (total ?? .zero) + value }
    }
    return total
  }
}
