import Regimes
import ReportingModel

extension LiveFacts {
  /// Every task of the plan in the regime's order, as it stands on the window's last day (<doc:counting#Task-status>).
  func taskFigures(_ window: Window, where filter: DimensionFilter) -> [TaskFigure] {
    let measures = measures(by: .task, window, where: filter)
    return regime.tasks.map { task in
      let leads = units(leading: task)
      return TaskFigure(
        code: task.code, measures: measures[task.code] ?? .zero,
        status: status(of: task, window, leads: leads, where: filter),
        lead: isTold(task, window, byOnly: leads, where: filter) ? .told : .silent)
    }
  }

  /// The measures of each group of one dimension.
  func measures(by dimension: Dimension, _ window: Window, where filter: DimensionFilter) -> [String: Measures] {
    Dictionary(
      query(window, by: [dimension], where: filter).rows.map { ($0.codes[0], $0.measures) },
      uniquingKeysWith: { first, _ in first })
  }

  private func status(
    of task: PlanTask, _ window: Window, leads: Set<String>, where filter: DimensionFilter
  ) -> TaskStatus {
    func isDone(_ from: CalendarDate) -> Bool {
      guard let span = Window(from: from, to: window.to) else { return false }
      return isTold(task, span, byOnly: task.statusOfLeadOnly ? leads : nil, where: filter)
    }
    switch task.timing {
    case .once(let year, let month):
      if isDone(CalendarDate(dayNumber: .min)) { return .done }
      return (window.to.year, window.to.month) > (year, month) ? .overdue : .notDue
    case .continuous:
      return isDone(window.from) ? .done : .none
    case .yearly:
      let year = reportingYear(window.to.year)
      if isDone(year.from) { return .done }
      return window.to >= year.to ? .overdue : .notDue
    case .schoolYear:
      let year = SchoolYear(of: window.to)
      if let first = CalendarDate(year: year.firstYear, month: 8, day: 1), isDone(first) { return .done }
      return endOfSchoolWork(year).map { window.to >= $0 } ?? false ? .overdue : .notDue
    case .reporting:
      if issuedReports.contains(where: { $0.recipient.isOutside && window.contains($0.date) }) { return .done }
      return isDone(window.from) ? .done : .none
    }
  }

  /// Whether a live activity for a task is dated in a window; `nil` leads: anybody's.
  private func isTold(
    _ task: PlanTask, _ window: Window, byOnly leads: Set<String>?, where filter: DimensionFilter
  ) -> Bool {
    var own: DimensionFilter = [.task: [task.code]]
    if let leads { own[.unit] = leads }
    return query(window, by: [], filters: [filter, own]).total.records > 0
  }

  /// The units that lead a task: by a role in the registry, or by their kind.
  private func units(leading task: PlanTask) -> Set<String> {
    Set(
      zip(units.codes, units.rows).compactMap { code, row in
        guard let row else { return nil }
        return task.lead.kinds.contains(row.kind) || row.roles.contains { task.lead.roles.contains($0) } ? code : nil
      })
  }

  /// The year of outgoing reports that a calendar year names: from 15 December before to 14 December in LD-NQ57.
  private func reportingYear(_ year: Int) -> (from: CalendarDate, to: CalendarDate) {
    let outgoing = regime.outgoing.first { $0.kind == .year }
    let first = outgoing?.from.date(in: year) ?? CalendarDate(year: year, month: 1, day: 1)
    let last = outgoing?.to.date(in: year) ?? CalendarDate(year: year, month: 12, day: 31)
    return (first ?? CalendarDate(dayNumber: .min), last ?? CalendarDate(dayNumber: .max))
  }

  /// The last day of a school year's periods: 31 May in LD-NQ57.
  private func endOfSchoolWork(_ year: SchoolYear) -> CalendarDate? {
    regime.periodKinds.filter { $0.calendar == .schoolYear }
      .compactMap { periods.period(PeriodKey(kind: $0.code, which: year.description))?.window.to }.max()
  }
}
