package import ReportingModel

/// A kind of reporting period: where its days lie, when it is due, what it contains (<doc:regime#Calendars>).
package struct PeriodKind: Sendable, Hashable {
  package enum Calendar: String, Sendable {
    /// Named by a school year, `namHoc`.
    case schoolYear
    /// Named by a calendar year, `nam`.
    case calendarYear
    /// Named by a request, `yeuCau`; its days are the request's.
    case request
  }

  package var code: String
  package var name: LocalizedText
  package var calendar: Calendar
  /// First and last day and due day; `nil` for requests.
  package var schedule: PeriodSchedule?
  /// Schedules for single years that differ from `schedule`, by the first year of the school year or the calendar year.
  package var exceptions: [Int: PeriodSchedule]
  /// Kinds that this one is cumulative over (NAM over HK1 and HK2), within the same year.
  package var parts: [String]
  /// A date of an activity outside the period's own days is a warning (<doc:regime#Calendars>).
  package var warnsOutsideDays: Bool
  package var cite: String?
  /// First and last day that an activity told for the period may have; `nil`: the period's own days.
  package var activityDays: DaySpan?

  package init(
    code: String, name: LocalizedText, calendar: Calendar, schedule: PeriodSchedule?,
    exceptions: [Int: PeriodSchedule] = [:], parts: [String] = [], warnsOutsideDays: Bool = false, cite: String? = nil,
    activityDays: DaySpan? = nil
  ) {
    self.code = code
    self.name = name
    self.calendar = calendar
    self.schedule = schedule
    self.exceptions = exceptions
    self.parts = parts
    self.warnsOutsideDays = warnsOutsideDays
    self.cite = cite
    self.activityDays = activityDays
  }

  /// The schedule that holds in the year naming a period.
  package func schedule(in year: Int) -> PeriodSchedule? { exceptions[year] ?? schedule }
}

/// The days of a period in terms of the year that names it.
package struct PeriodSchedule: Sendable, Hashable {
  package var from: DayOfYear
  package var to: DayOfYear
  package var due: DayOfYear
}

extension PeriodSchedule {
  /// The days of the period that a year names; `nil` when they would end before they begin.
  package func window(in year: Int) -> Window? { DaySpan(from: from, to: to).window(in: year) }
}

/// A span of days in terms of a year, both ends included.
package struct DaySpan: Sendable, Hashable {
  package var from: DayOfYear
  package var to: DayOfYear

  package init(from: DayOfYear, to: DayOfYear) {
    self.from = from
    self.to = to
  }

  /// The days in a year; `nil` when they would end before they begin.
  package func window(in year: Int) -> Window? {
    guard let from = from.date(in: year), let to = to.date(in: year) else { return nil }
    return Window(from: from, to: to)
  }
}

/// A month and day in the naming year plus an offset: `{yearOffset 1, month 1, day 17}` is 17 January of the next year.
package struct DayOfYear: Sendable, Hashable {
  package var yearOffset: Int
  package var month: Int
  package var day: Int

  package init(yearOffset: Int, month: Int, day: Int) {
    self.yearOffset = yearOffset
    self.month = month
    self.day = day
  }

  /// The date in a year; 29 February becomes 28 where that year has none.
  package func date(in year: Int) -> CalendarDate? {
    let actual = year + yearOffset
    return CalendarDate(year: actual, month: month, day: min(day, CalendarDate.days(inMonth: month, of: actual)))
  }
}

/// A kind of outgoing report and its window (<doc:regime#Calendars>).
package struct OutgoingKind: Sendable, Hashable {
  /// As `report` names it; it says how keys look.
  package enum Kind: String, Sendable {
    case halfYear = "half-year"
    case year
    case quarter
    case month
    case nineMonths = "nine-months"
  }

  package var kind: Kind
  /// Which one within the year: 1 or 2 for half-years, 1…12 for months; 0 where there is one a year.
  package var ordinal: Int
  /// `6 tháng đầu năm {{Y}}`.
  package var name: LocalizedText
  /// Name of the period that follows it.
  package var nextName: LocalizedText
  package var from: DayOfYear
  package var to: DayOfYear
  package var due: DayOfYear?
  package var cite: String?
}

extension OutgoingKind {
  /// The days in a year; `nil` when they would end before they begin.
  package func window(in year: Int) -> Window? { DaySpan(from: from, to: to).window(in: year) }
}

/// Which days are worked: neither weekends nor holidays (Bộ luật Dân sự, Điều 148).
package struct WorkingDays: Sendable, Hashable {
  /// Month and day of the holidays that return every year.
  package var yearly: [DayOfYear]
  /// Single days off, such as those of Tết.
  package var single: Set<CalendarDate>

  package init(yearly: [DayOfYear], single: Set<CalendarDate>) {
    self.yearly = yearly
    self.single = single
  }

  package func isWorking(_ date: CalendarDate) -> Bool {
    let (_, month, day) = date.components
    return date.weekday <= 5 && !single.contains(date) && !yearly.contains { $0.month == month && $0.day == day }
  }

  /// The date itself when it is worked, else the next working day.
  package func onOrAfter(_ date: CalendarDate) -> CalendarDate {
    var day = date
    while !isWorking(day) { day = day.adding(days: 1) }
    return day
  }

  /// The `count`-th working day after a date.
  package func after(_ date: CalendarDate, count: Int) -> CalendarDate {
    var day = date
    for _ in 0..<count { day = onOrAfter(day.adding(days: 1)) }
    return day
  }
}
