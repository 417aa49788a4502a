package import ReportingModel

/// A code with the measures of its group.
package struct CodedMeasures: Sendable, Hashable {
  package var code: String
  package var measures: Measures
}

/// An exemplar as a report lists it.
package struct ExemplarRow: Sendable, Hashable {
  package var unit: String
  /// The unit's own id.
  package var code: String?
  package var area: String
  package var title: String
  package var summary: String
  package var link: String?
}

/// A narrative section as a report lists it, verbatim; only the copy for the department shows it.
package struct NarrativeRow: Sendable, Hashable {
  package var unit: String
  package var period: PeriodKey
  package var section: String
  package var text: String
}

/// Why a unit says that a warning about its figures is none, in its own words (<doc:bundle#giaiTrinh>).
package struct ExplanationRow: Sendable, Hashable {
  package var unit: String
  package var period: PeriodKey
  /// The rule or finding that it explains.
  package var rule: String
  package var text: String

  static func rows(_ explanations: [KeyedText], of unit: String, for period: PeriodKey) -> [ExplanationRow] {
    explanations.map { ExplanationRow(unit: unit, period: period, rule: $0.key, text: $0.text) }
  }

  /// By unit, period, rule and text.
  static func sorted(_ rows: [ExplanationRow]) -> [ExplanationRow] {
    rows.sortedBytewise { [$0.unit, $0.period.description, $0.rule, $0.text] }
  }
}

/// A required unit that has not reported, or not well.
package struct MissingRow: Sendable, Hashable {
  package var unit: String
  package var period: PeriodKey
  package var status: ReportingStatus
  package var due: CalendarDate
  /// How many of its submissions were refused.
  package var refusals: Int
}

/// The figures of one window that are compared with another's (<doc:commands#Year-before>).
package struct WindowFigures: Sendable, Hashable {
  package var window: Window
  package var total: Measures
  package var tasks: [CodedMeasures]
  package var contentAreas: [CodedMeasures]
  /// Only their code, value and units count.
  package var indicators: [IndicatorFigure]
}

/// How one figure moved against the year before.
package struct Change: Sendable, Hashable {
  /// `total`, `tasks`, `contentAreas` or `indicators`.
  package var section: String
  /// Empty for the total.
  package var code: String
  /// `records`, `soLuong`, `soNguoi`, `units` or `value`.
  package var measure: String
  package var difference: Amount
  /// `nil` where it was zero before.
  package var percent: Percent?
}

/// One activity worth naming: among those of its task or area that reached most people.
package struct NotableActivity: Sendable, Hashable {
  package var dimension: Dimension
  package var code: String
  package var activity: TracedActivity
}

/// One region, with what its average is taken from.
package struct RegionFigure: Sendable, Hashable {
  package var code: String
  /// Units that stand behind the report's figures: see `ReportAggregate.reporting`.
  package var reporting: Int
  package var measures: Measures
  package var exemplars: Int
  /// Activities per reporting unit, rounded half away from zero to two decimals.
  package var average: Percent?
}

/// One commune, counted by place.
package struct CommuneFigure: Sendable, Hashable {
  package var code: String
  package var region: String
  /// Reporting units of the commune: its own office and the schools that hand in through it.
  package var ownReporting: Int
  /// Reporting units that lie in the commune and belong to the department.
  package var departmentReporting: Int
  package var measures: Measures
  package var exemplars: Int
}

/// The communes together (<doc:layout#Work-with-communes>).
package struct CommuneTotals: Sendable, Hashable {
  /// Communes in force on the window's last day.
  package var total = 0
  /// Communes in which any unit reports, by place.
  package var withReports = 0
  /// Communes of which the office or a school of its own reports.
  package var withOwnReports = 0
  /// Reporting schools of communes.
  package var schools = 0
  /// Exemplars that units of communes presented.
  package var exemplars = 0
}
