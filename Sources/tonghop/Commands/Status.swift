import Aggregation
import ArgumentParser
import CSVReading
import Pipeline
import Regimes
import ReportingModel

/// `status`: who has reported, who is late, who is missing.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Đơn vị nào đã gửi, gửi muộn, chưa gửi.", "Who has reported, late, missing."))

  @Option(
    help: ArgumentHelp(say("Kỳ, ví dụ HK1/2026-2027.", "The period, such as HK1/2026-2027."), valueName: "period"))
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

  func run() throws {
    let workspace = try common.open()
    let (facts, _) = try workspace.facts(regime: which.regime, asOf: asOf.asOf)
    let key = try period.map(parsed) ?? latest(facts)
    guard let status = facts.status(of: key, clock: common.moment) else {
      throw Failure(say("Không có kỳ «\(key)».", "There is no period «\(key)»."), ExitStatus.usage)
    }
    if json {
      Terminal.out(status.json.adding("inbox", WatchNotice(of: workspace)?.json).fileBytes)
    } else if csv {
      Terminal.out(table(status))
    } else {
      Terminal.out(text(status, facts))
      if let notice = WatchNotice(of: workspace), !notice.troubles.isEmpty { Terminal.out(text(notice)) }
    }
    if strict, status.completeness.counts.missing + status.completeness.counts.rejected > 0 {
      throw ExitStatus.findings
    }
  }

  private func parsed(_ text: String) throws -> PeriodKey {
    guard let key = PeriodKey(text) else {
      throw Failure(
        say("«\(text)» không phải kỳ; ví dụ HK1/2026-2027.", "«\(text)» is no period; such as HK1/2026-2027."),
        ExitStatus.usage)
    }
    return key
  }

  private func latest(_ facts: LiveFacts) throws -> PeriodKey {
    guard let latest = facts.latestOpenPeriod(on: common.moment.date) else {
      throw Failure(say("Chưa có kỳ nào mở.", "No period is open yet."), ExitStatus.usage)
    }
    return latest.key
  }

  private func text(_ notice: WatchNotice) -> String {
    let time = Instant(seconds: notice.at).description
    let lines = notice.troubles.map { "  \($0.path.isEmpty ? "" : $0.path + ": ")\(say($0.vietnamese, $0.english))" }
    return "\n" + say("Hộp thư đến, lúc \(time):", "The inbox, at \(time):") + "\n" + lines.joined(separator: "\n")
  }

  private static let columns = ["unit", "obligation", "status", "number", "receivedAt", "sequence"]

  private func cells(_ unit: UnitStatus) -> [String] {
    [
      unit.unit, unit.obligation.rawValue, unit.status.rawValue, unit.number.map(String.init) ?? "",
      unit.receivedAt?.description ?? "", unit.sequence.map { String($0) } ?? "",
    ]
  }

  private func table(_ status: StatusResult) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(Status.columns)
    for unit in status.completeness.units { writer.write(cells(unit)) }
    return writer.bytes
  }

  private func text(_ status: StatusResult, _ facts: LiveFacts) -> String {
    let counts = status.completeness.counts
    let due = status.completeness.due
    var table = TextTable([
      say("đơn vị", "unit"), say("nghĩa vụ", "obligation"), say("tình trạng", "status"), say("lần", "no."),
      say("nhận lúc", "received"), say("sổ", "seq."),
    ])
    for unit in status.completeness.units {
      var row = cells(unit)
      row[1] = unit.obligation == .required ? say("phải báo cáo", "required") : say("mời", "invited")
      row[2] = UnitStatusText.words(unit.status)
      table.add(row)
    }
    let rate = counts.reportedRate.map { VietnameseNumber.text($0) + "%" } ?? "-"
    return table.text + "\n\n"
      + say(
        "Kỳ \(status.completeness.period), hạn \(due.vietnamese): \(counts.reported)/\(counts.required) đơn vị phải báo cáo đã gửi (\(rate)); đúng hạn \(counts.onTime), sau hạn \(counts.late), chưa đạt \(counts.rejected), chưa gửi \(counts.missing); phối hợp báo cáo \(counts.invitedReported).",
        "\(status.completeness.period), due \(due): \(counts.reported) of \(counts.required) required units reported (\(rate)); in time \(counts.onTime), late \(counts.late), rejected \(counts.rejected), missing \(counts.missing); invited \(counts.invitedReported)."
      )
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

/// A unit's status in words (texts-vi §1.6).
enum UnitStatusText {
  static func words(_ status: ReportingStatus) -> String {
    switch status {
    case .onTime: say("Đúng hạn", "in time")
    case .late: say("Sau hạn", "late")
    case .rejected: say("Đã gửi, chưa đạt yêu cầu", "rejected")
    case .missing: say("Chưa gửi", "missing")
    case .pending: say("Chưa đến hạn", "pending")
    case .reported: say("Có phối hợp báo cáo", "reported")
    case .invited: say("-", "invited")
    }
  }
}
