package import ReportingModel

extension Regime {
  /// The periods whose last day lies in a window, in bytewise order of their keys: school and calendar years, and requests.
  /// What ended before the regime applied is none of its periods.
  package func periods(endingIn window: Window, requests: [CollectionRequest]) -> [ResolvedPeriod] {
    (keys(around: window) + requests.compactMap { requestKey($0) })
      .compactMap { resolve($0, requests: requests) }
      .filter { window.contains($0.window.to) && $0.window.to >= appliesFrom }
      .sorted { $0.key < $1.key }
  }

  /// The period that began last on or before a day, requests left out; of several that began then the one that ends first.
  package func latestOpen(on day: CalendarDate) -> ResolvedPeriod? {
    guard let around = Window(from: day.adding(years: -1), to: day.adding(years: 1)) else { return nil }
    return keys(around: around).compactMap { resolve($0, requests: []) }
      .filter { $0.window.from <= day && $0.window.to >= appliesFrom }
      .max { ($0.window.from, $1.window.to, $1.key) < ($1.window.from, $0.window.to, $0.key) }
  }

  /// Keys of all periods that can touch a window; their days lie at most two years from the naming year.
  private func keys(around window: Window) -> [PeriodKey] {
    let years = (window.from.year - 3)...(window.to.year + 3)
    return periodKinds.flatMap { kind -> [PeriodKey] in
      switch kind.calendar {
      case .schoolYear: years.map { PeriodKey(kind: kind.code, which: SchoolYear(firstYear: $0).description) }
      case .calendarYear: years.map { PeriodKey(kind: kind.code, which: String($0)) }
      case .request: []
      }
    }
  }
}
