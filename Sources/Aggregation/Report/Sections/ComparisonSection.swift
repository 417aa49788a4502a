import Regimes
package import ReportingModel

/// The same figures of other windows: a year before, and the windows that make up this one (<doc:commands#Year-before>).
package struct ComparisonSection: ReportSection {
  /// The same window a year before; `nil` when nothing falls in it.
  package let before: WindowFigures?
  /// Empty without `before`.
  package let changes: [Change]
  /// Figures of the windows that make up this one, by key.
  package let parts: [(key: String, figures: WindowFigures)]

  /// - Parameter own: the report's own figures.
  init(_ basis: ReportBasis, own: WindowFigures) {
    before = WindowFigures.before(basis)
    changes = before.map { Change.changes(own, since: $0) } ?? []
    parts = basis.question.parts.map { ($0.key, WindowFigures(basis, $0.window, .window)) }
  }

  package var members: [String: JSONValue] {
    [
      "before": before?.json ?? .null, "changes": .array(changes.map(\.json)),
      "parts": .array(
        parts.map { part in
          guard case .object(var members) = part.figures.json else { return .null }
          members["key"] = .string(part.key)
          return .object(members)
        }),
    ]
  }
}

/// The figures of one window that are compared with another's.
package struct WindowFigures: Sendable, Hashable {
  package var window: Window
  package var total: Measures
  package var tasks: [CodedMeasures]
  package var contentAreas: [CodedMeasures]
  /// Only their code, value and units count.
  package var indicators: [IndicatorFigure]

  /// Those that a report has already.
  init(_ window: Window, _ activities: ActivitySection, _ tasks: TaskSection, _ told: ToldSection) {
    self.window = window
    total = activities.total
    self.tasks = tasks.figures.map { CodedMeasures(code: $0.code, measures: $0.measures) }
    contentAreas = activities.areas
    indicators = told.indicators
  }

  /// Figures of another window under a report's filter.
  init(_ report: ReportBasis, _ window: Window, _ basis: ToldBasis) {
    let (facts, filter) = (report.facts, report.filter)
    self.window = window
    total = facts.query(window, where: filter).total
    tasks = facts.rows(of: facts.regime.tasks.map(\.code), .task, window, where: filter)
    contentAreas = facts.rows(of: facts.regime.areas.map(\.code), .area, window, where: filter)
    indicators = UnitValues(facts, window: window, basis: basis, filter: filter).figures(facts, owing: [])
  }

  static func before(_ report: ReportBasis) -> WindowFigures? {
    let (window, basis) = (report.window.yearBefore, report.question.beforeBasis)
    guard
      report.facts.query(window, where: report.filter).total.records > 0
        || report.facts.tellsSomething(window, basis, passing: report.passing)
    else { return nil }
    return WindowFigures(report, window, basis)
  }

  /// The keys of `before`.
  var json: JSONValue {
    .object([
      "window": window.json, "total": total.json, "tasks": tasks.json, "contentAreas": contentAreas.json,
      "indicators": .array(
        indicators.map { figure in
          .object([
            "code": .string(figure.code), "value": .optional(figure.value?.description), "units": .int(figure.units),
          ])
        }),
    ])
  }
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

  var json: JSONValue {
    .object([
      "section": .string(section), "code": .string(code), "measure": .string(measure),
      "difference": .string(difference.description), "percent": .optional(percent?.description),
    ])
  }
}
