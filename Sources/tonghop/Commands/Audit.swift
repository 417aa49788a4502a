import Aggregation
import ArgumentParser
import Auditing
import DurableFiles
import Ledger
import Office
import Register
import Rendering
import ReportingModel
import Workspaces

/// `audit`: for who trusts nobody (<doc:record#Audits>).
struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("Đối soát sổ và báo cáo.", "Audits of the record and of reports."),
    subcommands: [
      Verify.self, RerunCommand.self, Explain.self, Diff.self, ReceiptCommand.self, ExportCommand.self,
      ReplayCommand.self, Log.self, CheckpointCommand.self, ConsistencyCommand.self, Key.self,
    ])

  /// `audit verify`.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        "Kiểm tra toàn bộ sổ, đối tượng, báo cáo đã phát hành và chữ ký.",
        "Holds the whole ledger, every object, issued report and signature against what was recorded."))

    @OptionGroup var output: AuditOutput
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let progress = Progress(LocalizedText("Xem sổ", "Looking at the record"))
      let answer = try await Verification(Workspace(at: common.folder), watching: progress.notice).answer()
      Terminal.endProgress()
      try output.end(answer)
    }
  }

  /// `audit rerun`.
  struct RerunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rerun",
      abstract: say(
        "Lập lại một báo cáo từ các gói gốc và so từng byte.",
        "Makes an issued report again from the raw bundles and compares it byte for byte."))

    @Argument(help: ArgumentHelp(say("Mã báo cáo đã phát hành.", "The issued report."), valueName: ValueName.report))
    var id: String

    @OptionGroup var output: AuditOutput
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let record = try await common.read(isTrusting: false)
      let progress = Progress(LocalizedText("Xét lại", "Judging again"))
      let answer = try await Rerun(record, watching: progress.notice).answer(of: id)
      Terminal.endProgress()
      try output.end(answer)
    }
  }

  /// `audit explain`.
  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        "Một con số của báo cáo từ đâu ra: đến từng dòng trong tệp đơn vị gửi.",
        "Where a figure of a report comes from, down to lines of files."))

    @Argument(help: ArgumentHelp(say("Mã báo cáo.", "The report."), valueName: ValueName.report))
    var id: String

    @Argument(
      help: ArgumentHelp(
        say("Đường dẫn số liệu, ví dụ total.records.", "The figure, such as total.records."),
        valueName: ValueName.name))
    var path: String

    @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
      let origin = try await common.read(isTrusting: false).origin(of: path, in: id)
      if json { return Terminal.out(origin.json.fileBytes) }
      Terminal.out("\(origin.path) = \(origin.value ?? "null")\n\(origin.formula[Speech.language])")
      Terminal.out(OriginText.table(origin.rows, reasons: false))
      if !origin.leftOut.isEmpty {
        Terminal.out(say("\nKhông tính:", "\nLeft out:"))
        Terminal.out(OriginText.table(origin.leftOut, reasons: true))
      }
    }
  }

  /// `audit diff`.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        "Số liệu nào thay đổi giữa hai báo cáo, do đâu.", "What moved between two reports, and what moved it."))

    @Argument(help: ArgumentHelp(say("Báo cáo trước.", "The earlier report."), valueName: ValueName.report))
    var first: String

    @Argument(help: ArgumentHelp(say("Báo cáo sau.", "The later report."), valueName: ValueName.report))
    var second: String

    @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
      let record = try await common.read(isTrusting: false)
      let old = try await record.figures(of: record.keptReport(first).json, named: first)
      let new = try await record.figures(of: record.keptReport(second).json, named: second)
      let changes = try record.changes(from: old, to: new)
      if json {
        return Terminal.out(JSONValue.object(["changes": .array(changes.map(\.json))]).fileBytes)
      }
      guard !changes.isEmpty else { return Terminal.out(say("Hai bản không khác nhau.", "Nothing moved.")) }
      for change in changes {
        Terminal.out("\(change.path): \(change.from?.description ?? "…") → \(change.to?.description ?? "…")")
        for part in change.parts {
          let entry = part.sequence.map { say(", mục \($0)", ", entry \($0)") } ?? ""
          Terminal.out("  \(part.cause.rawValue)\(entry)\(part.unit.map { ", \($0)" } ?? ""): \(part.value)")
        }
      }
    }
  }

  /// `audit log`.
  struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("Nhật ký của sổ: ai làm gì, khi nào.", "The ledger for people: who did what when."))

    @Option(help: ArgumentHelp(say("Từ mục này.", "From this entry."), valueName: ValueName.sequence))
    var from: Int64 = 1

    @Option(
      help: ArgumentHelp(
        say(
          "Chỉ một loại, như «delivery», «submission», «withdrawal».",
          "One kind only, such as “delivery”, “submission”, “withdrawal”."),
        valueName: ValueName.name))
    var kind: [String] = []

    @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
      let kinds = try kind.map { name in
        guard let kind = EventKind(rawValue: name) else {
          let known = EventKind.allCases.map(\.rawValue)
          throw ValidationError(
            say(
              "Không có loại «\(name)»: \(known.joined(separator: ", ")).\(Nearest.words(name, in: known))",
              "There is no kind “\(name)”: \(known.joined(separator: ", ")).\(Nearest.words(name, in: known))"))
        }
        return kind
      }
      let rows = try await AuditLog.rows(common.read(isTrusting: false), from: from, kinds: Set(kinds))
      if json {
        return Terminal.out(
          JSONValue.object([
            "schema": .string("tonghop.log/1"),
            "entries": .array(
              rows.map { row in
                .object([
                  "sequence": .int(row.sequence), "kind": .string(row.kind.rawValue),
                  "recordedAt": .string(row.recordedAt.description), "operator": .string(row.operatorName),
                  "message": .string(row.words[Speech.language]),
                ])
              }),
          ]).fileBytes)
      }
      for row in rows {
        Terminal.out("\(row.sequence)  \(row.recordedAt)  \(row.operatorName)  \(row.words[Speech.language])")
      }
    }
  }

  /// `audit checkpoint`.
  struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "checkpoint",
      abstract: say("In đầu sổ đã ký gần nhất.", "Prints the head that was signed last."))

    @OptionGroup var common: CommonOptions

    func run() async throws {
      guard let checkpoint = try Workspace(at: common.folder).signedCheckpoint else {
        throw Failure(say("Sổ chưa được ký.", "The ledger is not signed."), ExitStatus.badInput)
      }
      Terminal.out(Array(checkpoint.utf8))
    }
  }

  /// `audit consistency`.
  struct ConsistencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "consistency",
      abstract: say(
        "Sổ khi có đầu sổ cũ này là phần đầu của sổ hôm nay.",
        "That the ledger of an older checkpoint is the beginning of today's."))

    @Argument(
      help: ArgumentHelp(say("Đầu sổ cũ.", "The older checkpoint."), valueName: ValueName.file), completion: .file())
    var file: String

    @OptionGroup var output: AuditOutput
    @OptionGroup var common: CommonOptions

    func run() async throws {
      let note = String(decoding: try DurableFiles.read(file), as: UTF8.self)
      try output.end(try await Consistency.answer(of: note, in: common.read(isTrusting: false)))
    }
  }
}

/// How an audit answers: a line a check, or JSON; 1 where something is wrong.
struct AuditOutput: ParsableArguments {
  @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
  var json = false

  func end(_ answer: AuditAnswer) throws {
    if json {
      Terminal.out(answer.json.fileBytes)
    } else {
      for check in answer.checks { Terminal.out(check.line(Speech.language)) }
    }
    if !answer.isGood { throw ExitStatus.findings }
  }
}

/// Contributions on a terminal.
enum OriginText {
  static func table(_ rows: [FigureOrigin.Row], reasons: Bool) -> String {
    var table = TextTable(
      [
        say("đơn vị", "unit"), say("kỳ", "period"), say("mục", "entry"), say("gói", "bundle"), say("tệp", "file"),
        say("dòng", "line"), say("giá trị", "value"),
      ] + (reasons ? [say("vì", "why")] : []))
    for row in rows {
      let one = row.contribution
      let value = one.value.description + (row.term.map { " (\($0))" } ?? "")
      var cells = [one.unit, one.period?.description ?? "", one.sequence.map { String($0) } ?? ""]
      cells += [row.bundle.map { String($0.prefix(12)) } ?? "", row.entry ?? ""]
      cells += [one.line > 0 ? String(one.line) : "", value]
      if reasons { cells.append(row.reason.map(words) ?? "") }
      table.add(cells)
    }
    return table.text
  }

  private static func words(_ reason: LeftOut.Reason) -> String {
    switch reason {
    case .superseded: say("đã có bản sau", "superseded")
    case .shadowed: say("trùng hoạt động", "shadowed")
    case .withdrawn: say("đã rút", "withdrawn")
    }
  }
}
