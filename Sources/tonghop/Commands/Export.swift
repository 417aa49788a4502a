import Aggregation
import ArgumentParser
import DurableFiles
import Interchange
import Office
import Regimes
import Register
import ReportingModel
import Workspaces

/// `export`: figures for other systems (<doc:commands#Figures-for-other-systems>).
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Xuất số liệu cho hệ thống khác.", "Figures for other systems."),
    subcommands: [Fill.self, SDMX.self])

  /// `export fill`: figures into a workbook that another system gave.
  struct Fill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        "Điền số liệu của một báo cáo vào biểu mẫu XLSX của hệ thống khác.",
        "Puts figures of a report into a workbook that another system gave."),
      discussion: say(
        "Bảng ánh xạ là tệp CSV có các cột trang_tinh, o, duong_dan và, nếu muốn chắc biểu mẫu không đổi, o_nhan, nhan.",
        "The map is a CSV file with the columns trang_tinh, o, duong_dan and, to be sure that the form has not changed, o_nhan, nhan."
      ))

    @Option(
      help: ArgumentHelp(say("Biểu mẫu XLSX.", "The workbook."), valueName: ValueName.file), completion: .file())
    var template: String

    @Option(help: ArgumentHelp(say("Bảng ánh xạ CSV.", "The map."), valueName: ValueName.file), completion: .file())
    var map: String

    @Option(
      help: ArgumentHelp(
        say("Mã báo cáo đã phát hành hoặc dự thảo đã lưu.", "An issued report or a saved draft."),
        valueName: ValueName.report))
    var report: String

    @OptionGroup var out: ExportOutput
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let kept = try await common.read(asOf: nil).keptReport(report)
      let workbook = try DurableFiles.read(template)
      let rows = try DurableFiles.read(map)
      let filled = try naming(map) {
        try WorkbookFilling(workbook, FigureMap(rows), CanonicalReport(kept.json))
      }
      for remark in filled.remarks { Terminal.remark(remark[Speech.language]) }
      try out.write(filled.bytes)
    }

    /// Says which file a fault is in.
    private func naming<Result>(_ file: String, _ body: () throws -> Result) throws -> Result {
      do {
        return try body()
      } catch let fault as FillingFault {
        let place = fault.line.map { say("\(file), dòng \($0): ", "\(file), line \($0): ") } ?? ""
        throw Failure(place + fault.message[Speech.language], ExitStatus.badInput)
      }
    }
  }

  /// `export sdmx`: a report as SDMX-CSV.
  struct SDMX: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Số liệu của một báo cáo, dạng SDMX-CSV 2.0.", "A report's figures as SDMX-CSV 2.0."))

    @Argument(
      help: ArgumentHelp(
        say("Mã báo cáo đã phát hành hoặc dự thảo đã lưu.", "An issued report or a saved draft."),
        valueName: ValueName.report))
    var report: String

    @OptionGroup var out: ExportOutput
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let record = try await common.read(asOf: nil)
      let kept = try record.keptReport(report)
      let regime = try record.register.inForce.regime(kept.regime).latest
      try out.write(SDMXExport(CanonicalReport(kept.json), regime: regime, isIssued: kept.isIssued).bytes())
    }
  }
}

/// Where an export goes.
struct ExportOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Tệp ghi ra; không có thì in ra màn hình.", "File to write; standard output without."),
      valueName: ValueName.file), completion: .file())
  var out: String?

  func write(_ bytes: [UInt8]) throws {
    guard let out else { return Terminal.out(bytes) }
    try DurableFiles.write(bytes, to: out)
    Terminal.remark(out)
  }
}
