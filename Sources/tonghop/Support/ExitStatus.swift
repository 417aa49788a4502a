import Aggregation
import ArgumentParser
import Auditing
import DurableFiles
import Inbox
import Ledger
import Office
import Register
import ReportingModel
import Settings
import Workspaces

/// The exit statuses (<doc:commands#Exit-statuses>).
enum ExitStatus {
  /// Done, with findings.
  static let findings = ExitCode(1)
  static let usage = ExitCode(64)
  /// Input that cannot be used at all.
  static let badInput = ExitCode(65)
  /// No such file or workspace.
  static let noInput = ExitCode(66)
  /// A defect in the program.
  static let defect = ExitCode(70)
  static let cannotCreate = ExitCode(73)
  static let inputOutput = ExitCode(74)
  /// Locked by another process.
  static let tryAgain = ExitCode(75)
}

/// A fault with what is said about it and the status the program ends with.
struct Failure: Error {
  let lines: [String]
  let status: ExitCode

  init(_ message: String, _ status: ExitCode) { self.init(lines: [message], status) }

  init(lines: [String], _ status: ExitCode) {
    self.lines = lines
    self.status = status
  }

  /// What any error means to the person at the command line.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let problem as WorkspaceProblem: self = Failure(problem)
    case let problem as RequestProblem: self = Failure(problem)
    case let problem as UndoingProblem: self = Failure(problem)
    case let problem as SettingsProblem: self = Failure(problem, in: "tonghop.json")
    case let problem as InForce.UnknownRegime: self = Failure(problem, ExitStatus.usage)
    case let end as BeyondEnd:
      self.init(
        say(
          "Sổ chỉ có đến số thứ tự \(end.last), không có \(end.asked).",
          "The ledger ends at \(end.last); there is no \(end.asked)."), ExitStatus.usage)
    case let damage as LedgerDamage:
      self.init(
        say(
          "Sổ hỏng, không tính gì trên sổ này: \(damage.message.vietnamese). Xem tất cả: tonghop doctor.",
          "The ledger is damaged, nothing is counted on it: \(damage.message.english). See all: tonghop doctor."),
        ExitStatus.inputOutput)
    case let purged as PurgedContent:
      self.init(
        say(
          "Số liệu dựa vào báo cáo ở mục \(purged.sequence), đã xóa vĩnh viễn (purge); không tính lại được.",
          "The figures stand on the submission of entry \(purged.sequence), which was purged; they cannot be counted again."
        ),
        ExitStatus.badInput)
    case let problem as IssueProblem: self = Failure(problem)
    case let unknown as UnknownValue: self = Failure(unknown)
    case ReportProblem.unknownKey(let kind, let key, let regime):
      let place = regime.map { (" của chế độ \($0)", " of \($0)") } ?? ("", "")
      self.init(
        say(
          "Không có báo cáo «\(kind) \(key)»\(place.0); xem: tonghop report \(kind) --help.",
          "There is no report «\(kind) \(key)»\(place.1); see: tonghop report \(kind) --help."), ExitStatus.usage)
    case ReportProblem.unknownRequest(let code): self = Failure(RequestProblem.unknown(code))
    case ReportProblem.noTemplate(let kind, let recipient):
      self.init(
        say(
          "Chưa có đề cương của báo cáo \(kind) gửi \(recipient); dùng --format json để lấy số liệu.",
          "There is no outline for \(kind) to \(recipient); --format json gives the figures."), ExitStatus.usage)
    case ReportProblem.unknownBlocks(let unknown, let known):
      let first = say("chữ trước khối đầu tiên", "words before the first block")
      let names = (unknown.map { $0.isEmpty ? first : $0 }.joined(separator: ", "), known.joined(separator: ", "))
      self.init(
        say(
          "Lời văn của Văn phòng Sở (--text): không có khối «\(names.0)»; các khối: \(names.1).",
          "The office's words (--text): there is no block «\(names.0)»; blocks: \(names.1)."), ExitStatus.badInput)
    case ReportProblem.unknownTable(let name, let known):
      let list = known.joined(separator: ", ")
      let near = Nearest.words(name, in: known)
      self.init(
        say("Không có bảng «\(name)»: \(list).\(near)", "There is no table “\(name)”: \(list).\(near)"),
        ExitStatus.usage)
    case let problem as KeyProblem: self = Failure(problem)
    case let unknown as UnknownFigure:
      let near = unknown.nearest.map { say(" Gần nhất: «\($0)».", " Nearest: “\($0)”.") } ?? ""
      self.init(
        say("Báo cáo không có số liệu «\(unknown.path)».\(near)", "The report has no figure “\(unknown.path)”.\(near)"),
        ExitStatus.usage)
    case TemplateRefusal.unknownName(let name):
      let near = Nearest.words(name, in: TemplateName.all)
      self.init(say("Không có mẫu tên «\(name)».\(near)", "There is no template “\(name)”.\(near)"), ExitStatus.usage)
    case let unknown as UnknownExemplar:
      let near = unknown.nearest.map { say(" Gần nhất: «\($0)».", " Nearest: “\($0)”.") } ?? ""
      self.init(
        unknown.isUnit
          ? say(
            "Mô hình được chọn: \(unknown.unit) không giới thiệu mô hình «\(unknown.id)».\(near)",
            "Chosen exemplars: \(unknown.unit) presents no exemplar “\(unknown.id)”.\(near)")
          : say(
            "Mô hình được chọn: danh mục không có đơn vị «\(unknown.unit)».\(near)",
            "Chosen exemplars: the registry has no unit “\(unknown.unit)”.\(near)"), ExitStatus.badInput)
    case let fault as FileFault:
      let status =
        fault.cannotCreate ? ExitStatus.cannotCreate : fault.isNoFile ? ExitStatus.noInput : ExitStatus.inputOutput
      self.init(fault.words[Speech.language], status)
    default:
      if let fault = error as? StoreFault {
        self = Failure(fault)
        return
      }
      self.init(
        say(
          "Lỗi của chương trình; đề nghị báo người phụ trách phần mềm (\(error)).",
          "A defect in the program; tell who looks after it (\(error))."), ExitStatus.defect)
    }
  }

  /// - Parameter status: 64 where an option names it, 65 where a file does.
  init(_ problem: InForce.UnknownRegime, _ status: ExitCode) {
    guard let id = problem.id else {
      self.init(say("Chưa có chế độ báo cáo nào.", "There is no regime yet."), ExitStatus.badInput)
      return
    }
    let near = Nearest.words(id, in: problem.known)
    self.init(say("Không có chế độ báo cáo «\(id)».\(near)", "There is no regime «\(id)».\(near)"), status)
  }

  private init(_ problem: WorkspaceProblem) {
    switch problem {
    case .missing(let folder):
      self.init(
        say("Không có không gian làm việc nào ở \(folder).", "There is no workspace in \(folder)."), ExitStatus.noInput)
    case .exists(let folder):
      self.init(
        say("Ở \(folder) đã có không gian làm việc.", "There is a workspace in \(folder) already."),
        ExitStatus.cannotCreate)
    case .locked(let folder, let holder):
      let who = LockHolder.words(holder)
      self.init(
        say(
          "\(who.vietnamese) đang ghi vào \(folder); đề nghị thử lại sau, hoặc đợi bằng --wait.",
          "\(who.english) is writing to \(folder); try again, or wait with --wait."), ExitStatus.tryAgain)
    case .past(let given, let last):
      self.init(
        say(
          "--now (\(given)) trước mục cuối của sổ (\(last)): sổ không ghi lùi thời gian. Báo cáo đến trước đó thì nhập bằng ingest --received-at, có lý do.",
          "--now (\(given)) is before the last entry (\(last)): the record does not go back in time. What came earlier is entered with ingest --received-at and a reason."
        ), ExitStatus.usage)
    case .lostLedger(let folder):
      self.init(
        say(
          "Ở \(folder) có keys/head mà không có sổ (ledger.sqlite): đề nghị khôi phục sổ từ bản sao lưu.",
          "\(folder) has keys/head and no ledger (ledger.sqlite): restore the copy."), ExitStatus.inputOutput)
    case .notALedger(let path):
      self.init(
        say(
          "\(path) không có gì hoặc không phải sổ của chương trình: đề nghị khôi phục từ bản sao lưu.",
          "\(path) is empty or no ledger of this program: restore the copy."), ExitStatus.badInput)
    case .wentBack(let known, let end):
      self.init(
        say(
          "Sổ kết thúc ở mục \(end.sequence) và không có mục \(known.sequence) mà keys/head ghi nhận: sổ đã bị lùi lại hoặc thay bằng sổ khác. Đề nghị khôi phục bản mới hơn; nếu không còn: tonghop doctor --accept-rollback --reason \"…\".",
          "The ledger ends at \(end.sequence) and lacks entry \(known.sequence), which keys/head knows: it went back, or is another one. Restore a newer copy; if there is none: tonghop doctor --accept-rollback --reason \"…\"."
        ), ExitStatus.inputOutput)
    case .template(let name, let reason):
      self.init(
        say(
          "Mẫu \(name).mustache không dùng được: \(reason)", "The template \(name).mustache cannot be used: \(reason)"),
        ExitStatus.badInput)
    case .noRegistry:
      self.init(
        say(
          "Chưa có danh mục đơn vị; đề nghị chạy «tonghop units import».",
          "There is no unit registry yet; run “tonghop units import”."), ExitStatus.badInput)
    case .refused(let findings):
      self.init(lines: findings.flatMap { FindingText.lines($0) }, ExitStatus.badInput)
    }
  }

  private init(_ unknown: UnknownValue) {
    let (dimension, value) = (unknown.dimension.rawValue, unknown.value)
    let all = unknown.known.joined(separator: ", ")
    let there =
      switch unknown.nearest {
      case let near?: say(" Gần nhất: \(near).", " Nearest: \(near).")
      case nil where unknown.known.count <= 20: say(" Các giá trị: \(all).", " Values: \(all).")
      case nil: ""
      }
    self.init(
      say("--where: chiều \(dimension) không có «\(value)».", "--where: \(dimension) has no «\(value)».") + there,
      ExitStatus.usage)
  }

  private init(_ problem: IssueProblem) {
    switch problem {
    case .unknownDraft(let id):
      self.init(
        say("Không có dự thảo «\(id)» trong reports/.", "There is no draft «\(id)» under reports/."), ExitStatus.noInput
      )
    case .changed(let id):
      self.init(
        say(
          "Dự thảo «\(id)» không còn đúng như khi lưu; đề nghị lập lại với --save.",
          "The draft «\(id)» is not what was kept; make it again with --save."), ExitStatus.badInput)
    case .unfilled(let count):
      self.init(
        say(
          "Còn \(count) chỗ tô vàng phải bổ sung (--text; số và ngày Kế hoạch ở tonghop.json) rồi lập lại dự thảo.",
          "\(count) marked places are to be filled in (--text; the plan's number and date in tonghop.json); then make the draft again."
        ), ExitStatus.badInput)
    case .issued(let id):
      self.init(
        say(
          "Báo cáo này đã phát hành: \(id). Muốn thay đổi phải lập báo cáo thay thế: tonghop report amend \(id).",
          "This report is issued already: \(id). To change it, replace it: tonghop report amend \(id)."),
        ExitStatus.badInput)
    case .notIssued(let id):
      self.init(
        say("Không có báo cáo đã phát hành «\(id)».", "There is no issued report “\(id)”."), ExitStatus.noInput)
    case .replaced(let id, let other):
      self.init(
        say("Báo cáo \(id) đã có báo cáo thay thế: \(other).", "\(id) is replaced already, by \(other)."),
        ExitStatus.badInput)
    case .number(let number, let symbol):
      self.init(
        say(
          "Số «\(number)» không đúng dạng; ví dụ 05/\(symbol).",
          "The number “\(number)” is not of the form; such as 05/\(symbol)."),
        ExitStatus.usage)
    case .numberUsed(let number, let id):
      self.init(
        say("Số \(number) đã dùng cho \(id) trong năm này.", "\(number) is the number of \(id) this year."),
        ExitStatus.badInput)
    case .dateEarly(let date, let last):
      self.init(
        say(
          "Ngày \(date.vietnamese) trước ngày cuối của số liệu (\(last.vietnamese)).",
          "\(date) lies before the last day of the figures (\(last))."), ExitStatus.usage)
    case .dateLate(let date, let today):
      self.init(
        say(
          "Ngày \(date.vietnamese) sau hôm nay (\(today.vietnamese)).", "\(date) lies after today (\(today))."),
        ExitStatus.usage)
    case .noSigner: self.init(say("Chưa có người ký.", "Nobody signs."), ExitStatus.usage)
    case .noCapacity:
      self.init(say("Quyền hạn, chức vụ có dòng trống.", "A line of the capacity is empty."), ExitStatus.usage)
    case .noSubject(let base):
      self.init(
        say(
          "Văn bản «\(base)» dẫn lần đầu phải có trích yếu; ghi vào cài đặt, mục căn cứ (legalBases).",
          "“\(base)” is cited without its subject; mend it in the settings, legalBases."), ExitStatus.badInput)
    }
  }

  private init(_ fault: StoreFault) {
    let isBusy = fault.kind == .busy || fault.kind == .overtaken
    self.init(fault.words[Speech.language], isBusy ? ExitStatus.tryAgain : ExitStatus.inputOutput)
  }
}

/// Findings as lines on a terminal.
enum FindingText {
  /// `file:line:column: error [CODE] message`, and how to mend it.
  static func lines(_ finding: Finding) -> [String] {
    let place = [
      finding.location.file, finding.location.line.map(String.init), finding.location.column.map(String.init),
    ]
    .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ":")
    let severity =
      finding.severity == .error ? say("lỗi", "error") : say("cảnh báo", "warning")
    let cite = finding.cite.map { " (\($0))" } ?? ""
    return [
      "\(place.isEmpty ? "" : place + ": ")\(severity) [\(finding.code)] \(finding.message[Speech.language])\(cite)",
      "    \(finding.hint[Speech.language])",
    ].map { showingControls(in: $0) }
  }
}
