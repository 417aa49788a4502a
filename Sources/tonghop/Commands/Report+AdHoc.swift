import Aggregation
import ArgumentParser
import Office
import Regimes
import ReportingModel

extension Report {
  /// `report ad-hoc`: any days, or the answers to one request.
  ///
  /// `--to` names both the last day and the copy (<doc:commands#report-ad-hoc>); a value that reads as a date is the
  /// day.
  struct AdHoc: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ad-hoc",
      abstract: say("Báo cáo chuyên đề, đột xuất (dự thảo).", "A report of any days, or on a request (a draft)."),
      usage: say(
        "tonghop report ad-hoc (--from <ngày> --to <ngày> --title <nội dung> | --request <mã>) [--to <nơi nhận>] [--where <chiều=trị|trị,…>] [--by <chiều,…>] [<tùy chọn>]",
        "tonghop report ad-hoc (--from <date> --to <date> --title <text> | --request <code>) [--to <copy>] [--where <dim=v|v,…>] [--by <dim,…>] [<options>]"
      ),
      discussion: say(
        "--to là ngày cuối khi ghi ngày, là nơi nhận khi ghi bo-gddt, ubnd-tinh, so-gddt; nhắc lại được. Không có nơi nhận thì là so-gddt.",
        "--to is the last day where it is a date, the copy where it is bo-gddt, ubnd-tinh or so-gddt; so-gddt without.")
    )

    @Option(help: ArgumentHelp(say("Từ ngày.", "From this day."), valueName: ValueName.date))
    var from: String?

    @Option(
      help: ArgumentHelp(
        say("Mã yêu cầu; thay cho --from và --to.", "A request, instead of --from and --to."), valueName: ValueName.code
      ))
    var request: String?

    @Option(help: ArgumentHelp(say("Trích yếu của báo cáo.", "The report's subject."), valueName: ValueName.text))
    var title: String?

    @Option(
      name: .customLong("where"),
      help: ArgumentHelp(say("Lọc theo chiều.", "Filter by dimensions."), valueName: ValueName.filter))
    var filters: [String] = []

    @Option(
      help: ArgumentHelp(
        say("Thêm bảng theo các chiều này.", "Adds rows by these dimensions."), valueName: ValueName.dimensions))
    var by: String?

    @OptionGroup var options: ReportOptions

    func run() async throws {
      // A day that the calendar does not have is no copy.
      for text in options.to where text.first?.isNumber == true { _ = try date(text, "--to") }
      var others = options
      let days = options.to.compactMap { CalendarDate(argument: $0) }
      others.to.removeAll { CalendarDate(argument: $0) != nil }
      try await others.write(try subject(days), usually: .department) {
        $0.filter = try DimensionArguments.filter(filters)
        $0.by = try DimensionArguments.dimensions(by)
      }
    }

    private func subject(_ days: [CalendarDate]) throws -> ReportSubject {
      if let request {
        guard from == nil, days.isEmpty else {
          throw ValidationError(
            say("--request thay cho --from và --to.", "--request excludes --from and --to."))
        }
        return .request(code: request.uppercased(), title: title)
      }
      guard let from, days.count == 1, let title else {
        throw ValidationError(
          say(
            "Cần --from, --to (ngày) và --title, hoặc --request.",
            "Give --from, --to (a date) and --title, or --request."))
      }
      guard let window = Window(from: try date(from, "--from"), to: days[0]) else {
        throw ValidationError(say("--from phải không sau --to.", "--from must not lie after --to."))
      }
      return .adHoc(window, title: title)
    }
  }
}
