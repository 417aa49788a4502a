import ArgumentParser
import CSVReading
import DurableFiles
import Pipeline
import ReportingModel
import Reports

/// `remind`: the letter to all units that owe a report, and a table for mail.
struct Remind: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Công văn đôn đốc và danh sách gửi thư.", "The letter of reminder, and a table for mail."))

  @Option(
    help: ArgumentHelp(say("Kỳ, ví dụ HK1/2026-2027.", "The period, such as HK1/2026-2027."), valueName: "period"))
  var period: String

  @Option(help: ArgumentHelp(say("Hạn mới.", "The new due day."), valueName: "date"))
  var until: String

  @Option(help: ArgumentHelp(say("Thư mục ghi ra.", "The folder to write to."), valueName: "dir"))
  var out: String

  @OptionGroup var which: RegimeOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let last = try date(until, "--until")
    let workspace = try common.open()
    guard let key = PeriodKey(period),
      let files = try workspace.reminder(key, until: last, clock: common.moment, regime: which.regime)
    else { throw Failure(say("Không có kỳ «\(period)».", "There is no period «\(period)»."), ExitStatus.usage) }
    guard !files.reminder.lines.isEmpty else {
      Terminal.remark(say("Không đơn vị nào phải đôn đốc.", "There is nobody to remind."))
      return
    }
    var table = CSVWriter(delimiter: .comma, byteOrderMark: true)
    table.write(Reminder.mergeColumns)
    for row in files.reminder.mergeRows { table.write(row) }
    let name = "remind-" + key.description.replacing("/", with: "-")
    try DurableFiles.makeFolder(out)
    for (suffix, bytes) in [("docx", files.letter), ("csv", table.bytes)] {
      try DurableFiles.write(bytes, to: "\(out)/\(name).\(suffix)")
      Terminal.remark("\(out)/\(name).\(suffix)")
    }
  }
}
