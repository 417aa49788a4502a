package import ReportingModel

/// Everything that a report says in figures: a pure function of the live facts and the question
/// (<doc:commands#Canonical-report>).
///
/// It holds all there is, whoever receives the report; who sees what is decided in rendering. No figure is printed that
/// does not stand here.
package struct ReportAggregate: Sendable {
  package let regimeID: String
  package let regimeDigest: Digest
  package let registryDigest: Digest
  package let window: Window
  package let asOf: Int64
  package let filter: DimensionFilter
  /// Listed periods in bytewise order.
  package let completeness: [PeriodCompleteness]
  package let total: Measures
  package let tasks: [TaskFigure]
  package let contentAreas: [CodedMeasures]
  package let channels: [CodedMeasures]
  package let products: [CodedMeasures]
  package let topics: [CodedMeasures]
  package let indicators: [IndicatorFigure]
  package let ratios: [RatioFigure]
  package let byKind: [CodedMeasures]
  package let byLevel: [CodedMeasures]
  package let byRegion: [CodedMeasures]
  package let byCommune: [CodedMeasures]
  package let byMonth: [CodedMeasures]
  package let exemplars: [ExemplarRow]
  package let narratives: [NarrativeRow]
  package let missingUnits: [MissingRow]
  package let negativeIncrements: [Increment]
  /// Shown only in the copy for the department.
  package let possibleDoubles: [PossibleDouble]
  /// Shown only in the copy for the department.
  package let explanations: [ExplanationRow]
  /// By `noiDung` and `hinhThuc`.
  package let areaByChannel: QueryResult
  /// By `nhiemVu` and `sanPham`.
  package let taskProducts: QueryResult
  package let communes: [CommuneFigure]
  /// The same window a year before; `nil` when nothing falls in it.
  package let before: WindowFigures?
  /// What `--by` asked for.
  package let rows: QueryResult?

  // What the printed report needs beyond the keys of the tables (<doc:commands#Canonical-report>).

  /// By `noiDung` and `sanPham`: how many news items or contests an area had.
  package let areaProducts: QueryResult
  /// By `loai` and `sanPham`: how many documents the department's offices issued.
  package let kindProducts: QueryResult
  package let indicatorsByKind: [IndicatorOfKind]
  package let ratiosByKind: [RatioFigure]
  /// Periods that gave each told indicator its values, in the regime's order.
  package let indicatorPeriods: [(code: String, periods: [PeriodKey])]
  /// Units that stand behind the figures, by unit kind: with a live submission whose period belongs to the report, or
  /// with a live activity in the window.
  package let reporting: [(kind: String, units: Int)]
  package let regions: [RegionFigure]
  package let communeTotals: CommuneTotals
  /// Number of exemplars by content area, in the regime's order.
  package let exemplarsByArea: [(code: String, count: Int)]
  /// Number of units that wrote each narrative section, in the regime's order.
  package let sections: [(code: String, units: Int)]
  /// Up to three activities for each area and task.
  package let notable: [NotableActivity]
  /// Empty without `before`.
  package let changes: [Change]
  /// Figures of the windows that make up this one, by key.
  package let parts: [(key: String, figures: WindowFigures)]

  /// Number of units that stand behind the figures.
  package var reportingUnits: Int { reporting.reduce(0) { $0 + $1.units } }
}
