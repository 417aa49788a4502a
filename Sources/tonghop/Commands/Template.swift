import ArgumentParser
import DurableFiles
import Forms
import Regimes
import Register
import ReportingModel
import Workspaces

/// `template`: empty submissions that units fill in and send back.
struct Template: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Tạo mẫu báo cáo để đơn vị điền.", "Writes empty submissions for units to fill in."))

  @Argument(
    help: ArgumentHelp(say("Thư mục ghi mẫu.", "The folder to write to."), valueName: ValueName.folder),
    completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp(say("Mã đơn vị.", "The unit's code."), valueName: ValueName.code))
  var unit: String?

  @Flag(
    help: ArgumentHelp(
      say("Mọi đơn vị, mỗi đơn vị một thư mục.", "All units, a folder for each.")))
  var all = false

  @Option(
    help: ArgumentHelp(
      say("Kỳ, ví dụ HK1/2026-2027.", "The period, such as HK1/2026-2027."), valueName: ValueName.period))
  var period: String

  @Option(help: ArgumentHelp(say("csv hoặc xml.", "csv or xml."), valueName: "csv|xml"))
  var format = "csv"

  @OptionGroup var regime: RegimeOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if (unit == nil) != all {
      throw ValidationError(say("Chọn --unit hoặc --all.", "Choose --unit or --all."))
    }
    if SubmissionForm.Encoding(rawValue: format) == nil {
      throw ValidationError(say("--format chỉ nhận csv hoặc xml.", "--format takes csv or xml."))
    }
  }

  func run() async throws {
    let argument = try PeriodArgument(period)
    let record = try await common.read()
    let inForce = record.register.inForce
    let history = try inForce.regime(regime.regime)
    guard let registry = inForce.registry else { throw WorkspaceProblem.noRegistry }
    let requests = inForce.requests(of: history.id)
    let key = try record.period(argument, regime: regime.regime, on: common.moment.date)
    let plan = history.applying(to: key, requests: requests)
    guard let resolved = plan.resolve(key, requests: requests) else {
      throw Failure(say("Không có kỳ báo cáo «\(key)».", "There is no period “\(key)”."), ExitStatus.usage)
    }
    let rows: [UnitRow]
    if let code = unit?.uppercased() {
      guard let row = registry.row(of: code, on: resolved.window.to) ?? registry.rows(of: code).last else {
        let near = Nearest.words(code, in: registry.codes)
        throw Failure(
          say("Không có đơn vị «\(code)».\(near)", "There is no unit “\(code)”.\(near)"), ExitStatus.usage)
      }
      rows = [row]
    } else {
      rows = registry.codes.compactMap { registry.row(of: $0, on: resolved.window.to) }
    }
    for row in rows {
      try write(SubmissionForm(regime: plan, unit: row, period: key), to: all ? "\(folder)/\(row.code)" : folder)
    }
    Terminal.remark(
      say("Đã ghi \(rows.count) mẫu vào \(folder).", "Wrote \(counted(rows.count, "form")) to \(folder)."))
  }

  /// Writes one form; a file that is there already may have been filled in and is never written over.
  private func write(_ form: SubmissionForm, to folder: String) throws {
    let files = form.files(SubmissionForm.Encoding(rawValue: format) ?? .csv)
    for file in files where DurableFiles.exists("\(folder)/\(file.name)") {
      throw Failure(
        say("Đã có tệp \(folder)/\(file.name); không ghi đè.", "\(folder)/\(file.name) is there already."),
        ExitStatus.cannotCreate)
    }
    try DurableFiles.makeFolder(folder, .usual)
    for file in files { try DurableFiles.write(file.bytes, to: "\(folder)/\(file.name)", sync: false, .usual) }
  }
}
