import ReportingModel
import Testing

@Suite struct TimeTests {
  /// Every day of eleven centuries, against counting on by hand.
  @Test func everyDayIsItself() throws {
    var date = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    #expect(date.weekday == 1)
    var weekday = 1
    var (year, month, day) = (1900, 1, 1)
    while year < 3000 {
      let parts = date.components
      guard parts == (year, month, day), date.weekday == weekday,
        CalendarDate(year: year, month: month, day: day) == date
      else {
        Issue.record("\(year)-\(month)-\(day) is \(date)")
        return
      }
      day += 1
      if day > CalendarDate.days(inMonth: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      weekday = weekday % 7 + 1
      date = date.adding(days: 1)
    }
  }

  @Test(arguments: ["2027-02-29", "2027-2-01", "2027-13-01", "27-01-01", "2027-01-00", "2027/01/01", "２０２７-01-01", ""])
  func noDay(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test func monthsAndYears() throws {
    let leap = try #require(CalendarDate(iso: "2024-02-29"))
    #expect(leap.adding(years: -1).description == "2023-02-28")
    #expect(leap.adding(months: 12).description == "2025-02-28")
    #expect(leap.adding(months: -12 * 4).description == "2020-02-29")
    #expect(leap.vietnamese == "29/02/2024")
    #expect(leap.monthCode == "2024-02")
    let end = try #require(CalendarDate(iso: "2024-03-31"))
    let window = try #require(Window(from: leap, to: end))
    #expect(window.yearBefore.from.description == "2023-02-28")
    #expect(Window(from: window.to, to: window.from) == nil)
  }

  @Test(arguments: [
    ("2027-01-20T08:00:00+07:00", "2027-01-20T08:00:00+07:00"), ("2027-01-20T01:00:00Z", "2027-01-20T08:00:00+07:00"),
    ("2027-01-20T08:00:00", "2027-01-20T08:00:00+07:00"), ("2027-01-20T08:00", "2027-01-20T08:00:00+07:00"),
    ("2027-01-19T20:00:00.750-05:00", "2027-01-20T08:00:00+07:00"),
    ("2027-01-31T23:59:59+07:00", "2027-01-31T23:59:59+07:00"),
  ])
  func instants(_ text: String, _ canonical: String) throws {
    let instant = try #require(Instant(iso: text))
    #expect(instant.description == canonical)
    #expect(Instant(iso: canonical) == instant)
  }

  @Test(arguments: [
    "2027-01-20", "2027-01-20T25:00:00Z", "2027-01-20T08:00:00+7", "2027-01-20T08:00:00Zx", "2027-01-20T08:00:00.",
  ])
  func noInstant(_ text: String) { #expect(Instant(iso: text) == nil) }

  @Test func theDayBeginsInVietnam() throws {
    let instant = try #require(Instant(iso: "2027-01-31T17:00:00Z"))
    #expect(instant.date.description == "2027-02-01")
    #expect(Instant(seconds: -1).date.description == "1970-01-01")
  }

  @Test func schoolYears() throws {
    #expect(SchoolYear("2026-2027")?.firstYear == 2026)
    for wrong in ["2026-2028", "2026", "26-27", "2026-2027-2028", "+026-2027"] { #expect(SchoolYear(wrong) == nil) }
    #expect(SchoolYear(of: try #require(CalendarDate(iso: "2027-07-31"))).description == "2026-2027")
    #expect(SchoolYear(of: try #require(CalendarDate(iso: "2027-08-01"))).description == "2027-2028")
  }
}
