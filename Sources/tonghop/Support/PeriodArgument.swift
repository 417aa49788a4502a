import ArgumentParser
import Regimes
import Register
import ReportingModel
import Workspaces

/// A period as the command line names it (<doc:commands#Periods>): in any case, with blanks or a longer dash.
struct PeriodArgument {
  let key: PeriodKey

  init(_ key: PeriodKey) {
    self.key = key
  }

  init(_ text: String) throws {
    guard let key = PeriodKey(PeriodArgument.plain(text)) else {
      throw ValidationError(
        say(
          "«\(text)» không phải kỳ báo cáo; ví dụ HK1/2026-2027.", "“\(text)” is no period; such as HK1/2026-2027."))
    }
    self.key = key
  }

  /// The period, where the regime has it. A year long before the regime asked for anything, or later than anybody plans
  /// for, is a slip of the hand.
  func known(to history: RegimeHistory, _ requests: [CollectionRequest], on day: CalendarDate) throws -> PeriodKey {
    let span = PeriodArgument.span(of: history, on: day)
    if let period = history.resolve(key, requests: requests),
      period.kind.calendar == .request || span.contains(period.window.to) && span.contains(period.window.from)
    {
      return key
    }
    let days = Window(from: history.beginning, to: span.upperBound)
    let known = days.map { history.periods(endingIn: $0, requests: requests).map(\.key.description) } ?? []
    let near = Nearest.words(key.description, in: known)
    throw Failure(
      say(
        "Chế độ \(history.id) không có kỳ báo cáo «\(key)».\(near)",
        "The regime \(history.id) has no period “\(key)”.\(near)"),
      ExitStatus.usage)
  }

  /// The days that anybody may ask about: two years on either side of what the regime has asked for so far.
  private static func span(of history: RegimeHistory, on day: CalendarDate) -> ClosedRange<CalendarDate> {
    history.beginning.adding(years: -2)...max(history.beginning, day).adding(years: 2)
  }

  /// A school year as the command line names it.
  static func schoolYear(_ text: String) throws -> SchoolYear {
    guard let year = SchoolYear(plain(text)) else {
      throw ValidationError(
        say("«\(text)» không phải năm học; ví dụ 2026-2027.", "“\(text)” is no school year; such as 2026-2027."))
    }
    return year
  }

  /// Refuses a school year of which the regime has no period.
  static func checkKnown(_ year: SchoolYear, to history: RegimeHistory, on day: CalendarDate) throws {
    let span = span(of: history, on: day)
    let years = SchoolYear(of: span.lowerBound).firstYear...SchoolYear(of: span.upperBound).firstYear
    guard !years.contains(year.firstYear) else { return }
    let near = Nearest.words(year.description, in: years.map { SchoolYear(firstYear: $0).description })
    throw Failure(
      say(
        "Chế độ \(history.id) không có năm học «\(year)».\(near)",
        "The regime \(history.id) has no school year “\(year)”.\(near)"), ExitStatus.usage)
  }

  private static func plain(_ text: String) -> String {
    text.filter { !$0.isWhitespace }.replacing("–", with: "-").uppercased()
  }
}

extension Record {
  /// The period that is meant, where a regime of the workspace has it.
  func period(_ argument: PeriodArgument, regime: String?, on day: CalendarDate) throws -> PeriodKey {
    let history = try register.inForce.regime(regime)
    return try argument.known(to: history, register.inForce.requests(of: history.id), on: day)
  }
}
