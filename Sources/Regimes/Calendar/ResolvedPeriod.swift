package import ReportingModel

/// A period with its actual days.
package struct ResolvedPeriod: Sendable, Hashable {
  package let key: PeriodKey
  package let kind: PeriodKind
  package let window: Window
  /// Last day on which a report is on time: moved to a working day (Bộ luật Dân sự, Điều 148).
  package let due: CalendarDate
  /// Periods whose figures this one contains: the kind's parts, and requests opened as part of it.
  package let parts: [PeriodKey]
  /// The school year that names it, for kinds that live by school years.
  package let schoolYear: SchoolYear?

  /// Its days are those of a request.
  package var isRequest: Bool { kind.calendar == .request }
}

extension Regime {
  /// The days of a period; `nil` when the regime and the requests know none of that key.
  package func resolve(_ key: PeriodKey, requests: [CollectionRequest]) -> ResolvedPeriod? {
    guard let kind = periodKind(key.kind) else { return nil }
    let asked = requests.filter { $0.partOf == key }.compactMap { requestKey($0) }
    switch kind.calendar {
    case .request:
      guard let request = requests.first(where: { $0.code == key.which }) else { return nil }
      return ResolvedPeriod(
        key: key, kind: kind, window: request.window, due: dueDate(request.due), parts: asked, schoolYear: nil)
    case .schoolYear, .calendarYear:
      guard let year = namingYear(of: key, kind), let schedule = kind.schedule(in: year),
        let window = schedule.window(in: year), let due = schedule.due.date(in: year)
      else { return nil }
      return ResolvedPeriod(
        key: key, kind: kind, window: window, due: dueDate(due),
        parts: kind.parts.map { PeriodKey(kind: $0, which: key.which) } + asked,
        schoolYear: kind.calendar == .schoolYear ? SchoolYear(firstYear: year) : nil)
    }
  }

  /// The kind whose periods are requests.
  package var requestKind: PeriodKind? { periodKinds.first { $0.calendar == .request } }

  /// The key of a request's period; `nil` when the regime has no kind for requests.
  package func requestKey(_ request: CollectionRequest) -> PeriodKey? {
    requestKind.map { PeriodKey(kind: $0.code, which: request.code) }
  }

  /// The year that a key names, the first one of a school year; `nil` for requests and malformed keys.
  private func namingYear(of key: PeriodKey, _ kind: PeriodKind) -> Int? {
    switch kind.calendar {
    case .schoolYear:
      SchoolYear(key.which).flatMap { $0.description == key.which ? $0.firstYear : nil }
    case .calendarYear:
      calendarYear(key.which)
    case .request: nil
    }
  }

  /// The days that an activity told for a period may have (<doc:regime#Calendars>): those its kind sets, else the
  /// period's own.
  package func activityWindow(for period: ResolvedPeriod) -> Window {
    let year = period.schoolYear?.firstYear ?? namingYear(of: period.key, period.kind)
    return year.flatMap { period.kind.activityDays?.window(in: $0) } ?? period.window
  }

  /// The day itself when it is worked, else the next working day (Bộ luật Dân sự, Điều 148).
  package func dueDate(_ date: CalendarDate) -> CalendarDate { workingDays.onOrAfter(date) }

  /// Number of working days after one day, up to and with another; 0 when that lies before.
  package func workingDays(after day: CalendarDate, through last: CalendarDate) -> Int {
    guard last > day else { return 0 }
    return (1...Int(last.dayNumber - day.dayNumber)).count { workingDays.isWorking(day.adding(days: $0)) }
  }

  /// The end of the second working day after a due day: what was refused in time and comes again by then is on time
  /// (<doc:counting#Completeness>).
  package func endOfGrace(after due: CalendarDate) -> CalendarDate { workingDays.after(due, count: 2) }

  /// The regime with further days off, such as those of Tết, which the office sets.
  package func addingDaysOff(_ days: Set<CalendarDate>) -> Regime {
    var copy = self
    copy.workingDays.single.formUnion(days)
    return copy
  }
}

/// The year that four digits name; early and late years are left to the calendar's margins.
package func calendarYear(_ text: some StringProtocol) -> Int? {
  guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(text),
    (1903...2996).contains(year)
  else { return nil }
  return year
}
