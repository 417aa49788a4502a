package import ReportingModel
import Validation

extension Register {
  /// The rows of a unit's live reports; they must have been made ready (`prepare`).
  package func others(of unit: String, except period: PeriodKey, of regime: String) -> [OtherReport] {
    let book = book(of: regime)
    return book.periods(of: unit).filter { $0 != period }.compactMap { key -> OtherReport? in
      guard let version = book.live(UnitPeriod(unit: unit, period: key)),
        let rows = rows[regime]?[version.sequence]
      else { return nil }
      return OtherReport(sequence: version.sequence, period: key, rows: rows)
    }.sorted { $0.sequence < $1.sequence }
  }
}
