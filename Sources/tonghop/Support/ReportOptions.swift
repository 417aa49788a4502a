import Aggregation
import ArgumentParser
import DurableFiles
import Interchange
import Office
import Regimes
import Register
import ReportingModel
import Reports
import Workspaces

/// What every `report` takes, and the writing of its files (<doc:commands#Drafts-of-reports>).
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Nơi nhận: bo-gddt, ubnd-tinh hoặc so-gddt.", "Copy: bo-gddt, ubnd-tinh or so-gddt."),
      valueName: ValueName.copy))
  var to: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Định dạng: docx,xlsx,html,json,csv,pdf.", "Formats: docx,xlsx,html,json,csv,pdf."),
      valueName: ValueName.formats))
  var format: String?

  @Option(
    help: ArgumentHelp(
      say("Chỉ một bảng, với --format csv.", "One table only, with --format csv."), valueName: ValueName.name))
  var table: String?

  @Option(
    help: ArgumentHelp(
      say("Thư mục ghi ra; không có thì in ra màn hình.", "Folder to write to; standard output without."),
      valueName: ValueName.folder), completion: .directory)
  var out: String?

  @Option(
    help: ArgumentHelp(say("Tệp lời văn của Văn phòng Sở.", "The office's own words."), valueName: ValueName.file),
    completion: .file())
  var text: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Tệp CSV các mô hình được chọn: don_vi,ma,ngay_dang,dia_chi,bao_chi.",
        "CSV of the chosen exemplars: don_vi,ma,ngay_dang,dia_chi,bao_chi."), valueName: ValueName.file),
    completion: .file())
  var exemplars: String?

  @Flag(
    help: ArgumentHelp(say("Lưu dự thảo vào reports/ và in mã.", "Keep the draft under reports/ and print its id.")))
  var save = false

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var which: RegimeOption
  @OptionGroup var common: CommonOptions

  /// Makes the draft and writes what is asked for.
  /// - Parameters:
  ///   - usual: the copy that is meant where none is named.
  ///   - narrow: what else the report is asked for.
  func write(
    _ subject: ReportSubject, usually usual: ReportRecipient? = nil,
    narrow: (inout ReportRequest) throws -> Void = { _ in }
  ) async throws {
    let recipient = try self.recipient(usual)
    let formats = try self.formats()
    var request = ReportRequest(subject, to: recipient, regime: which.regime, texts: try texts())
    request.exemplars = try chosen()
    try narrow(&request)
    let record = try await common.read(asOf: asOf.asOf)
    let workspace = record.workspace
    try checkKnown(subject, record)
    let draft = try await record.draft(request)
    for remark in draft.remarks { Terminal.remark(remark[Speech.language]) }
    if save { Terminal.out(try workspace.save(draft)) }
    if let table {
      Terminal.out(try draft.csv(table: table))
    } else if let out {
      let own = formats.filter { $0 != .pdf }
      for path in try workspace.write(draft, own, to: out, language: Speech.language) { Terminal.remark(path) }
      if formats.contains(.pdf) {
        let path = "\(out)/\(draft.name).pdf"
        try DurableFiles.write(
          try PDFConversion.convert(draft.file(.docx, language: Speech.language)), to: path, .usual)
        Terminal.remark(path)
      }
    } else if !save {
      let format = formats.first ?? .json
      Terminal.out(
        format == .pdf
          ? try PDFConversion.convert(draft.file(.docx, language: Speech.language))
          : try draft.file(format, language: Speech.language))
    }
  }

  /// A school year that the regime does not have is no report of nothing.
  private func checkKnown(_ subject: ReportSubject, _ record: Record) throws {
    let history = try record.register.inForce.regime(which.regime)
    switch subject {
    case .semester(let key):
      let requests = record.register.inForce.requests(of: history.id)
      _ = try PeriodArgument(key).known(to: history, requests, on: common.moment.date)
    case .schoolYear(let year): try PeriodArgument.checkKnown(year, to: history, on: common.moment.date)
    case .outgoing, .adHoc, .request: break
    }
  }

  private func recipient(_ usual: ReportRecipient?) throws -> ReportRecipient {
    if to.isEmpty, let usual { return usual }
    guard to.count == 1, let recipient = ReportRecipient(rawValue: to[0]) else {
      let near = to.count == 1 ? Nearest.words(to[0], in: ReportRecipient.allCases.map(\.rawValue)) : ""
      throw ValidationError(
        say("Cần --to bo-gddt, ubnd-tinh hoặc so-gddt.\(near)", "Give --to bo-gddt, ubnd-tinh or so-gddt.\(near)"))
    }
    return recipient
  }

  private func formats() throws -> [ReportFormat] {
    if table != nil, format != "csv" || out != nil {
      throw ValidationError(
        say("--table chỉ dùng với --format csv, in ra màn hình.", "--table goes with --format csv, to standard output.")
      )
    }
    let names = (format ?? (out == nil ? "json" : "docx,html,json")).split(separator: ",").map(String.init)
    let formats = try names.map { name in
      guard let format = ReportFormat(rawValue: name) else {
        let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        let near = Nearest.words(name, in: ReportFormat.allCases.map(\.rawValue))
        throw ValidationError(
          say("Không có định dạng «\(name)»: \(known).\(near)", "There is no format “\(name)”: \(known).\(near)"))
      }
      return format
    }
    if out == nil, formats.count != 1 {
      throw ValidationError(say("Nhiều định dạng thì cần --out.", "Several formats need --out."))
    }
    return formats
  }

  private func chosen() throws -> [ChosenExemplar]? {
    guard let exemplars else { return nil }
    do {
      return try ExemplarFile.read(DurableFiles.read(exemplars))
    } catch let fault as ExemplarFault {
      let place = fault.line.map { say("\(exemplars), dòng \($0): ", "\(exemplars), line \($0): ") } ?? "\(exemplars): "
      throw Failure(place + fault.message[Speech.language], ExitStatus.badInput)
    }
  }

  private func texts() throws -> OfficeTexts {
    guard let text else { return OfficeTexts() }
    return OfficeTexts.parse(String(decoding: try DurableFiles.read(text), as: UTF8.self))
  }
}
