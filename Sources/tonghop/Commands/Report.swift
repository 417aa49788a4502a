import Aggregation
import ArgumentParser
import DurableFiles
import Pipeline
import Regimes
import ReportingModel
import Reports

/// `report`: outgoing reports.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Báo cáo của Sở.", "The department's reports."), subcommands: [HalfYear.self])

  /// `report half-year`: the six-month report.
  struct HalfYear: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "half-year", abstract: say("Báo cáo 6 tháng (dự thảo).", "The six-month report (a draft)."))

    @Argument(help: ArgumentHelp(say("Kỳ, ví dụ 2027-1.", "Which one, such as 2027-1."), valueName: "year-half"))
    var key: String

    @Option(
      help: ArgumentHelp(
        say("Nơi nhận: bo-gddt, ubnd-tinh hoặc so-gddt.", "Copy: bo-gddt, ubnd-tinh or so-gddt."), valueName: "copy"))
    var to: String

    @Option(help: ArgumentHelp(say("Định dạng: docx,html,json.", "Formats: docx,html,json."), valueName: "format,…"))
    var format: String?

    @Option(
      help: ArgumentHelp(
        say("Thư mục ghi ra; không có thì in ra màn hình.", "Folder to write to; standard output without."),
        valueName: "dir"))
    var out: String?

    @Option(help: ArgumentHelp(say("Tệp lời văn của Văn phòng Sở.", "The office's own words."), valueName: "file"))
    var text: String?

    @Flag(
      help: ArgumentHelp(say("Lưu dự thảo vào reports/ và in mã.", "Keep the draft under reports/ and print its id.")))
    var save = false

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var which: RegimeOption
    @OptionGroup var common: CommonOptions

    func run() throws {
      guard let recipient = ReportRecipient(rawValue: to) else {
        throw ValidationError(
          say("--to chỉ nhận bo-gddt, ubnd-tinh hoặc so-gddt.", "--to takes bo-gddt, ubnd-tinh or so-gddt."))
      }
      let formats = try self.formats()
      let workspace = try common.open()
      let draft = try workspace.draft(
        ReportRequest(
          verb: .halfYear, key: key, recipient: recipient, regime: which.regime, asOf: asOf.asOf, texts: texts()))
      if save { Terminal.out(try workspace.save(draft, language: Speech.language)) }
      if let out {
        for path in try workspace.write(draft, formats, to: out, language: Speech.language) { Terminal.remark(path) }
      } else if !save {
        Terminal.out(try draft.file(formats.first ?? .json, language: Speech.language))
      }
    }

    private func formats() throws -> [ReportFormat] {
      let names = (format ?? (out == nil ? "json" : "docx,html,json")).split(separator: ",").map(String.init)
      let formats = try names.map { name in
        guard let format = ReportFormat(rawValue: name) else {
          let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError(
            say("Không có định dạng «\(name)»: \(known).", "There is no format «\(name)»: \(known)."))
        }
        return format
      }
      if out == nil, formats.count != 1 {
        throw ValidationError(say("Nhiều định dạng thì cần --out.", "Several formats need --out."))
      }
      return formats
    }

    private func texts() throws -> OfficeTexts {
      guard let text else { return OfficeTexts() }
      let (texts, unknown) = OfficeTexts.parse(String(decoding: try DurableFiles.read(text), as: UTF8.self))
      guard unknown.isEmpty else {
        throw Failure(
          say(
            "\(text): không có khối «\(unknown.joined(separator: ", "))»; các khối: \(OfficeTexts.names.joined(separator: ", ")).",
            "\(text): there is no block «\(unknown.joined(separator: ", "))»; blocks: \(OfficeTexts.names.joined(separator: ", "))."
          ),
          ExitStatus.badInput)
      }
      return texts
    }
  }
}
