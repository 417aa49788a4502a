import Regimes
package import ReportingModel

/// What a report is asked about: its days, and which submissions give its told values
/// (<doc:counting#Outgoing-reports>).
package struct ReportQuestion: Sendable {
  /// A window within the report's own that gets its own figures: the halves of a year.
  package struct Part: Sendable, Hashable {
    package var key: String
    package var window: Window

    package init(key: String, window: Window) {
      self.key = key
      self.window = window
    }
  }

  package var window: Window
  package var basis: ToldBasis
  /// The same for the year before.
  package var beforeBasis: ToldBasis
  /// Periods whose completeness is listed; `nil`: those that end in the window.
  package var listed: [PeriodKey]?
  /// Filters activities and derived indicators; its dimensions of units also told indicators, completeness and lists.
  package var filter: DimensionFilter = [:]
  /// Adds `rows` as in `query`; empty: none.
  package var by: [Dimension] = []
  package var parts: [Part] = []

  /// A half-year, a year, an ad hoc report: everything by the window.
  package init(window: Window) {
    self.window = window
    basis = .window
    beforeBasis = .window
  }
}

extension LiveFacts {
  /// A semester's report: the period's own days, and the told values of its submissions alone.
  ///
  /// `nil` when the period is unknown.
  package func semesterQuestion(_ key: PeriodKey) -> ReportQuestion? {
    guard let period = period(key) else { return nil }
    var question = ReportQuestion(window: period.window)
    question.basis = .period(key)
    question.beforeBasis = LiveFacts.yearBefore(key).map { .period($0) } ?? .activitiesOnly
    question.listed = [key]
    return question
  }

  /// A school year's report: 1 August to 31 July, listing its own periods and the requests that are parts of them.
  package func schoolYearQuestion(_ year: SchoolYear) -> ReportQuestion? {
    guard let from = CalendarDate(year: year.firstYear, month: 8, day: 1),
      let to = CalendarDate(year: year.firstYear + 1, month: 7, day: 31), let window = Window(from: from, to: to)
    else { return nil }
    var question = ReportQuestion(window: window)
    question.listed = periods.periods(of: year).map(\.key)
    return question
  }

  /// The report on one request: its days, and the told values of its submissions alone; `nil` when it is unknown.
  package func requestQuestion(_ code: String) -> ReportQuestion? {
    guard let period = period(ofRequest: code) else { return nil }
    var question = ReportQuestion(window: period.window)
    question.basis = .period(period.key)
    question.beforeBasis = .activitiesOnly
    return question
  }

  private static func yearBefore(_ key: PeriodKey) -> PeriodKey? {
    if let year = SchoolYear(key.which) {
      return PeriodKey(kind: key.kind, which: SchoolYear(firstYear: year.firstYear - 1).description)
    }
    return Int(key.which).map { PeriodKey(kind: key.kind, which: String($0 - 1)) }
  }
}
