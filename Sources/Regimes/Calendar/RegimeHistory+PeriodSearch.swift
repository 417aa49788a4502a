package import ReportingModel

extension RegimeHistory {
  /// The periods whose last day lies in a window, in bytewise order of their keys: school and calendar years, and requests. Each
  /// has the days that the version applying to it gives it. What ended before the regime applied is none of its periods.
  package func periods(endingIn window: Window, requests: [CollectionRequest]) -> [ResolvedPeriod] {
    let asked = requests.compactMap { request in versions.lazy.compactMap { $0.requestKey(request) }.first }
    return Set(keys(around: window) + asked).compactMap { resolve($0, requests: requests) }
      .filter { window.contains($0.window.to) && $0.window.to >= beginning }
      .sorted { $0.key < $1.key }
  }

  /// The period that began last on or before a day, requests left out; of several that began then the one that ends first.
  package func latestOpen(on day: CalendarDate) -> ResolvedPeriod? {
    guard let around = Window(from: day.adding(years: -1), to: day.adding(years: 1)) else { return nil }
    return keys(around: around).compactMap { resolve($0, requests: []) }
      .filter { $0.window.from <= day && $0.window.to >= beginning }
      .max { ($0.window.from, $1.window.to, $1.key) < ($1.window.from, $0.window.to, $0.key) }
  }

  /// The periods of a school year that some version names by it, in bytewise order of their keys.
  package func periods(of year: SchoolYear, requests: [CollectionRequest]) -> [ResolvedPeriod] {
    let kinds = Set(versions.flatMap(\.periodKinds).filter { $0.calendar == .schoolYear }.map(\.code))
    return kinds.compactMap { resolve(PeriodKey(kind: $0, which: year.description), requests: requests) }
      .filter { $0.schoolYear == year }
      .sorted { $0.key < $1.key }
  }

  /// Keys of all periods that can touch a window; their days lie at most two years from the naming year.
  private func keys(around window: Window) -> Set<PeriodKey> {
    let years = (window.from.year - 3)...(window.to.year + 3)
    return Set(
      versions.flatMap(\.periodKinds).flatMap { kind -> [PeriodKey] in
        switch kind.calendar {
        case .schoolYear: years.map { PeriodKey(kind: kind.code, which: SchoolYear(firstYear: $0).description) }
        case .calendarYear: years.map { PeriodKey(kind: kind.code, which: String($0)) }
        case .request: []
        }
      })
  }
}
