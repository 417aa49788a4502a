import Ledger
package import ReportingModel
package import Validation

extension Register {
  /// The periods of a regime on which a report was issued, with the first of them.
  package func closedPeriods(of regime: String) -> [PeriodKey: ClosedPeriod] {
    Dictionary(
      issued.map(\.report).filter { $0.regime == regime }.flatMap { report in
        report.periods.map { ($0, ClosedPeriod(number: report.number, date: report.date)) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
