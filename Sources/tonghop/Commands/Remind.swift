import ArgumentParser
import CSVReading
import DurableFiles
import Office
import Rendering
import ReportingModel
import Reports
import Workspaces

/// `remind`: the letter to all units that owe a report, and a table for mail.
struct Remind: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Công văn đôn đốc và danh sách gửi thư.", "The letter of reminder, and a table for mail."))

  @Option(
    help: ArgumentHelp(
      say("Kỳ, ví dụ HK1/2026-2027.", "The period, such as HK1/2026-2027."), valueName: ValueName.period))
  var period: String

  @Option(help: ArgumentHelp(say("Hạn mới.", "The new due day."), valueName: ValueName.date))
  var until: String

  @Option(
    help: ArgumentHelp(say("Thư mục ghi ra.", "The folder to write to."), valueName: ValueName.folder),
    completion: .directory)
  var out: String

  @OptionGroup var which: RegimeOption
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let last = try date(until, "--until")
    let argument = try PeriodArgument(period)
    let record = try await common.read()
    let key = try record.period(argument, regime: which.regime, on: common.moment.date)
    guard let files = try await record.reminder(key, until: last, clock: common.moment, regime: which.regime) else {
      throw Failure(say("Không có kỳ báo cáo «\(key)».", "There is no period “\(key)”."), ExitStatus.usage)
    }
    guard !files.reminder.lines.isEmpty else {
      Terminal.remark(say("Không đơn vị nào phải đôn đốc.", "There is nobody to remind."))
      return
    }
    if files.letter == nil {
      Terminal.remark(
        say(
          "Chưa đến hạn gửi: chỉ lập danh sách gửi thư nhắc, không lập công văn.",
          "The due day has not passed: only the table for mail is made, no letter."))
    }
    if last < common.moment.date {
      Terminal.remark(say("Lưu ý: hạn mới \(last.vietnamese) đã qua.", "Note: the new due day \(last) has passed."))
    }
    if files.isClosed {
      Terminal.remark(
        say(
          "Lưu ý: yêu cầu này đã khóa; báo cáo gửi đến sẽ không được tiếp nhận.",
          "Note: the request is closed; reports to it are refused."))
    }
    for path in try files.write(key, to: out) { Terminal.remark(path) }
  }
}

extension ReminderFiles {
  /// Writes the letter and the table for mail into a folder.
  /// - Returns: the paths written.
  func write(_ period: PeriodKey, to folder: String, _ openness: Openness = .usual) throws -> [String] {
    var table = CSVWriter(delimiter: .comma, byteOrderMark: true)
    table.write(Reminder.mergeColumns)
    for row in reminder.mergeRows { table.write(row.map(TableCSV.text)) }
    try DurableFiles.makeFolder(folder, openness)
    return try [("docx", letter), ("csv", table.bytes)].compactMap { suffix, bytes in
      guard let bytes else { return nil }
      let path = "\(folder)/remind-\(period.description.replacing("/", with: "-")).\(suffix)"
      try DurableFiles.write(bytes, to: path, openness)
      return path
    }
  }
}
