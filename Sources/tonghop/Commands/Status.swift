import Aggregation
import ArgumentParser
import DurableFiles
import Inbox
import Intake
import Office
import Regimes
import Register
import ReportingModel
import Settings
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

  /// Forms of a file that are no text.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case xlsx
  }

  @Option(help: ArgumentHelp(say("Dạng tệp: xlsx.", "Form of a file: xlsx."), valueName: "xlsx"))
  var format: Format?

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
      Terminal.out(status.json.adding("inbox", inbox(of: record)).fileBytes)
    } else if format == .xlsx {
      Terminal.out(WorkingSheets.status(status, register))
    } else if csv {
      Terminal.out(StatusText(status, register, Speech.language).csv)
    } else {
      Terminal.out(StatusText(status, register, Speech.language).text)
      if let notice = text(WatchNotice(of: workspace)) { Terminal.out(notice) }
      if let left = leftovers(of: record), !left.passed.isEmpty { Terminal.out(text(left)) }
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

  /// What is passed over in the inbox now; it belongs to no moment of the past.
  private func leftovers(of record: Record) -> InboxLeftovers? {
    guard asOf.asOf == nil else { return nil }
    do throws(FileFault) {
      return try InboxLeftovers(of: record.workspace, largest: record.register.settings.limits.archiveBytes)
    } catch {
      Terminal.remark(say("Không xem được hộp thư đến: \(error)", "The inbox cannot be looked into: \(error)"))
      return nil
    }
  }

  private func inbox(of record: Record) -> JSONValue? {
    guard let left = leftovers(of: record), !left.passed.isEmpty else { return nil }
    return .array(
      left.passed.map {
        .object([
          "unit": .optional($0.unit), "name": .string(left.nameInFolder(of: $0)), "reason": .string($0.reason.code),
        ])
      })
  }

  private func text(_ left: InboxLeftovers) -> String {
    let lines = left.passed.map { "  " + showingControls(in: "\(left.name(of: $0)): \($0.message[Speech.language])") }
    return "\n" + say("Nằm trong hộp thư đến mà không được nhận:", "In the inbox and not taken:") + "\n"
      + lines.joined(separator: "\n")
  }

  /// What a watch cannot do now; what it passes over is looked up instead.
  private func text(_ notice: WatchNotice?) -> String? {
    guard let notice else { return nil }
    let troubles = notice.troubles.filter { $0.kind != InboxTrouble.Kind.passed.rawValue }
    guard !troubles.isEmpty else { return nil }
    let time = Instant(seconds: notice.at).description
    let lines = troubles.map {
      "  " + showingControls(in: "\($0.path.isEmpty ? "" : $0.path + ": ")\(say($0.vietnamese, $0.english))")
    }
    return "\n" + say("Hộp thư đến, lúc \(time):", "The inbox, at \(time):") + "\n" + lines.joined(separator: "\n")
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
