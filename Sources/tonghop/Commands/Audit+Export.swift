import ArgumentParser
import Auditing
import DurableFiles
import ReportingModel
import Workspaces

extension Audit {
  /// `audit export`: one file with all that a report stands on (<doc:record#Exports>).
  struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: say(
        "Xuất mọi thứ một báo cáo dựa vào thành một tệp.", "Puts all that a report stands on into one file."),
      usage: say(
        "tonghop audit export <mã báo cáo> <tệp> [--redact] [<tùy chọn chung>]\n       tonghop audit export --contents <tệp> [<tùy chọn chung>]",
        "tonghop audit export <report> <file> [--redact] [<common options>]\n       tonghop audit export --contents <file> [<common options>]"
      ))

    @Argument(
      help: ArgumentHelp(
        say(
          "Mã báo cáo và tệp ghi ra; với --contents chỉ tệp.", "The report and the file; only the file with --contents."
        ),
        valueName: ValueName.name))
    var names: [String]

    @Flag(help: ArgumentHelp(say("Không kèm các gói gốc.", "Leave out the raw bundles.")))
    var redact = false

    @Flag(help: ArgumentHelp(say("Chỉ các mục và nội dung, đến nay.", "Only entries and contents, as of now.")))
    var contents = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
      guard names.count == (contents ? 1 : 2), !(contents && redact) else {
        throw ValidationError(
          say(
            "Cần mã báo cáo và tệp, hoặc --contents và tệp.",
            "Give the report and the file, or --contents and the file."))
      }
    }

    func run() async throws {
      let export = Auditing.Export(try await common.read(isTrusting: false))
      if contents {
        try await export.writeContents(to: names[0])
      } else {
        try await export.write(names[0], to: names[1], redacted: redact)
      }
      Terminal.remark(names[names.count - 1])
    }
  }

  /// `audit replay`: makes the report again from that file alone.
  struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "replay",
      abstract: say(
        "Lập lại báo cáo chỉ từ tệp xuất đối soát, trên máy bất kỳ.",
        "Makes a report again from an export alone, on any machine."))

    @Argument(
      help: ArgumentHelp(say("Tệp xuất đối soát.", "The export."), valueName: ValueName.file), completion: .file())
    var file: String

    @OptionGroup var output: AuditOutput
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let progress = Progress(LocalizedText("Xét lại", "Judging again"))
      do {
        let answer = try await Replay(file, watching: progress.notice).answer()
        Terminal.endProgress()
        try output.end(answer)
      } catch let fault as ExportFault {
        Terminal.endProgress()
        try output.end(AuditAnswer([AuditCheck("export", .failed, fault.message)]))
      }
    }
  }

  /// `audit receipt`: proves a receipt offline.
  struct ReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "receipt",
      abstract: say(
        "Chứng minh một phiếu tiếp nhận, không cần không gian làm việc.", "Proves a receipt, with no workspace."))

    @Argument(
      help: ArgumentHelp(
        say(
          "Tệp phiếu (.bien-nhan.json), hoặc nội dung đọc được từ mã QR của phiếu giấy.",
          "The receipt (.bien-nhan.json), or what was read from a paper's QR code."), valueName: ValueName.file),
      completion: .file())
    var file: String

    @Option(
      help: ArgumentHelp(
        say("Bằng chứng; không có thì tệp .tlog-proof bên cạnh.", "Its proof; the .tlog-proof beside it without."),
        valueName: ValueName.file), completion: .file())
    var proof: String?

    @Option(
      help: ArgumentHelp(
        say("Khóa công khai của sổ, hoặc tệp ledger.pub.", "The ledger's public key, or a file ledger.pub."),
        valueName: ValueName.text))
    var key: String?

    @OptionGroup var output: AuditOutput
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let given = try DurableFiles.read(file)
      // What was read from the page's code, where there is only paper.
      let scanned = proof == nil ? ReceiptProof(given) : nil
      let beside = (file.hasSuffix(".json") ? String(file.dropLast(5)) : file) + ".tlog-proof"
      guard let evidence = try scanned ?? ReceiptProof(DurableFiles.read(proof ?? beside)) else {
        return try output.end(ReceiptProof.unreadable)
      }
      var keys: [String] = []
      if let key {
        keys =
          DurableFiles.exists(key)
          ? String(decoding: try DurableFiles.read(key), as: UTF8.self).split(separator: "\n").map(String.init) : [key]
      }
      try output.end(evidence.answer(receipt: scanned == nil ? given : nil, keys: keys))
    }
  }
}
