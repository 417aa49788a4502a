import Aggregation
import ArgumentParser
import Intake
import Office
import Regimes
import ReportingModel
import Workspaces

/// `status`: who has reported, who is late, who is missing.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Đơn vị nào đã gửi, gửi muộn, chưa gửi.", "Who has reported, late, missing."))

  @Option(
    help: ArgumentHelp(
      say("Kỳ, ví dụ HK1/2026-2027.", "The period, such as HK1/2026-2027."), valueName: ValueName.period))
  var period: String?

  @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
  var json = false

  @Flag(help: ArgumentHelp(say("In dạng CSV.", "Print CSV.")))
  var csv = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Kết thúc với mã 1 khi có đơn vị phải báo cáo mà chưa gửi.",
        "End with status 1 when a required unit is missing.")))
  var strict = false

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var which: RegimeOption
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let argument = try period.map { try PeriodArgument($0) }
    let record = try await common.read(asOf: asOf.asOf)
    let workspace = record.workspace
    let asked = try argument.map { try record.period($0, regime: which.regime, on: common.moment.date) }
    let key =
      if let asked { asked } else {
        try latest(
          await record.reporting(regime: which.regime) { history, _ in history.applying(on: common.moment.date) })
      }
    let register = try await record.reporting(regime: which.regime, for: key) { history, requests in
      asked.map { history.applying(to: $0, requests: requests) } ?? history.applying(on: common.moment.date)
    }
    guard let status = register.status(of: key, clock: common.moment) else {
      throw Failure(say("Không có kỳ «\(key)».", "There is no period «\(key)»."), ExitStatus.usage)
    }
    if json {
      Terminal.out(status.json.adding("inbox", WatchNotice(of: workspace)?.json).fileBytes)
    } else if csv {
      Terminal.out(StatusText(status, register).csv)
    } else {
      Terminal.out(StatusText(status, register).text)
      if let notice = WatchNotice(of: workspace), !notice.troubles.isEmpty { Terminal.out(text(notice)) }
    }
    if strict, status.completeness.counts.missing + status.completeness.counts.rejected > 0 {
      throw ExitStatus.findings
    }
  }

  private func latest(_ register: ReportingRegister) throws -> PeriodKey {
    guard let latest = register.latestOpenPeriod(on: common.moment.date) else {
      throw Failure(say("Chưa có kỳ nào mở.", "No period is open yet."), ExitStatus.usage)
    }
    return latest.key
  }

  private func text(_ notice: WatchNotice) -> String {
    let time = Instant(seconds: notice.at).description
    let lines = notice.troubles.map { "  \($0.path.isEmpty ? "" : $0.path + ": ")\(say($0.vietnamese, $0.english))" }
    return "\n" + say("Hộp thư đến, lúc \(time):", "The inbox, at \(time):") + "\n" + lines.joined(separator: "\n")
  }
}

extension WatchNotice {
  /// What keeps files of the inbox waiting; `nil` when nothing does.
  fileprivate var json: JSONValue? {
    troubles.isEmpty
      ? nil
      : .object([
        "at": .string(Instant(seconds: at).description),
        "troubles": .array(
          troubles.map {
            .object([
              "kind": .string($0.kind), "path": .string($0.path),
              "message": .string(say($0.vietnamese, $0.english)),
            ])
          }),
      ])
  }
}

extension JSONValue {
  /// The object with one more member; the same without a value.
  fileprivate func adding(_ key: String, _ value: JSONValue?) -> JSONValue {
    guard case .object(var members) = self, let value else { return self }
    members[key] = value
    return .object(members)
  }
}
