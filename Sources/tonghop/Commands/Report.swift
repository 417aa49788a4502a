import Aggregation
import ArgumentParser
import Office
import Regimes
import ReportingModel

/// `report`: outgoing reports (<doc:counting#Outgoing-reports>).
struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Báo cáo của Sở.", "The department's reports."),
    subcommands: [
      Semester.self, SchoolYears.self, Outgoing<HalfYears>.self, Outgoing<Years>.self, Outgoing<Quarters>.self,
      Outgoing<Months>.self, Outgoing<NineMonths>.self, AdHoc.self, Issue.self, Amend.self, Attach.self,
      List.self, Template.self, Lint.self,
    ])

  /// `report half-year`, `report year` and the like: the windows of the regime's calendar.
  struct Outgoing<Calendar: OutgoingCalendar>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: Calendar.kind.rawValue, abstract: Calendar.abstract)
    }

    @Argument(
      help: ArgumentHelp(
        say("Kỳ, ví dụ \(Calendar.example).", "Which one, such as \(Calendar.example)."), valueName: ValueName.period))
    var key: String

    @OptionGroup var options: ReportOptions

    func run() async throws { try await options.write(.outgoing(Calendar.kind, key: key)) }
  }

  /// `report semester`: within the department.
  struct Semester: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Báo cáo học kỳ (dự thảo).", "The report of a semester (a draft)."))

    @Argument(
      help: ArgumentHelp(
        say("Kỳ, ví dụ HK1/2026-2027.", "The period, such as HK1/2026-2027."), valueName: ValueName.period))
    var key: String

    @OptionGroup var options: ReportOptions

    func run() async throws {
      try await options.write(.semester(PeriodArgument(key).key), usually: .department)
    }
  }

  /// `report school-year`: within the department.
  struct SchoolYears: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "school-year", abstract: say("Báo cáo năm học (dự thảo).", "The report of a school year (a draft).")
    )

    @Argument(
      help: ArgumentHelp(
        say("Năm học, ví dụ 2026-2027.", "The school year, such as 2026-2027."), valueName: ValueName.schoolYear))
    var key: String

    @OptionGroup var options: ReportOptions

    func run() async throws {
      try await options.write(.schoolYear(PeriodArgument.schoolYear(key)), usually: .department)
    }
  }
}

/// A kind of window of the regime's calendar, as a command names it.
protocol OutgoingCalendar: Sendable {
  static var kind: OutgoingKind.Kind { get }
  static var abstract: String { get }
  static var example: String { get }
}

enum HalfYears: OutgoingCalendar {
  static let kind = OutgoingKind.Kind.halfYear
  static let abstract = say("Báo cáo 6 tháng (dự thảo).", "The six-month report (a draft).")
  static let example = "2027-1"
}

enum Years: OutgoingCalendar {
  static let kind = OutgoingKind.Kind.year
  static let abstract = say("Báo cáo năm (dự thảo).", "The report of a year (a draft).")
  static let example = "2027"
}

enum Quarters: OutgoingCalendar {
  static let kind = OutgoingKind.Kind.quarter
  static let abstract = say("Báo cáo quý (dự thảo).", "The report of a quarter (a draft).")
  static let example = "2027-1"
}

enum Months: OutgoingCalendar {
  static let kind = OutgoingKind.Kind.month
  static let abstract = say("Báo cáo tháng (dự thảo).", "The report of a month (a draft).")
  static let example = "2027-3"
}

enum NineMonths: OutgoingCalendar {
  static let kind = OutgoingKind.Kind.nineMonths
  static let abstract = say("Báo cáo 9 tháng (dự thảo).", "The nine-month report (a draft).")
  static let example = "2027"
}
