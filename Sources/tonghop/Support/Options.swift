import ArgumentParser
import Foundation
import ReportingModel
import Workspaces

/// What every command takes (<doc:commands#Common-options>).
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(say("Thư mục không gian làm việc.", "The workspace's folder."), valueName: ValueName.folder),
    completion: .directory)
  var workspace: String?

  @Option(
    help: ArgumentHelp(say("Ngôn ngữ: vi hoặc en.", "Language: vi or en."), valueName: "vi|en"),
    completion: .list(["vi", "en"]))
  var lang: String?

  @Option(
    help: ArgumentHelp(
      say("Lấy thời điểm này làm giờ hiện tại.", "Take this moment as the present."), valueName: ValueName.time))
  var now: String?

  @Option(
    name: .customLong("operator"),
    help: ArgumentHelp(
      say("Người thực hiện, ghi vào sổ.", "Who makes the change, for the ledger."), valueName: ValueName.name))
  var operatorName: String?

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError(say("--lang chỉ nhận vi hoặc en.", "--lang takes vi or en."))
    }
    if let now, Instant(iso: now) == nil {
      throw ValidationError(
        say(
          "«\(now)» không phải thời điểm; ví dụ 2027-01-20T08:00:00+07:00.",
          "«\(now)» is no moment; such as 2027-01-20T08:00:00+07:00."))
    }
    if now == nil, let fixed = ProcessInfo.processInfo.environment["TONGHOP_NOW"], Instant(iso: fixed) == nil {
      throw ValidationError(
        say("TONGHOP_NOW không phải thời điểm: «\(fixed)».", "TONGHOP_NOW is no moment: «\(fixed)»."))
    }
  }

  /// The one clock of the program.
  var moment: Instant { present.moment }

  private var present: Applicant.Present {
    let fixed = now ?? ProcessInfo.processInfo.environment["TONGHOP_NOW"]
    if let moment = fixed.flatMap({ Instant(iso: $0) }) { return Applicant.Present(moment, isGiven: true) }
    return Applicant.Present(
      Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down))), isGiven: false)
  }

  /// Who this is, running a verb.
  func applicant(_ verb: String) -> Applicant {
    let present = present
    return Applicant(
      account,
      holder: LockHolder(
        verb: verb, process: Int(ProcessInfo.processInfo.processIdentifier), since: present.moment),
      present: present)
  }

  var folder: String {
    let path = workspace ?? ProcessInfo.processInfo.environment["TONGHOP_WORKSPACE"] ?? "."
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  var account: String {
    operatorName ?? ProcessInfo.processInfo.environment["USER"] ?? ProcessInfo.processInfo.environment["LOGNAME"]
      ?? NSUserName()
  }

  /// The record of the workspace, to be read; what is odd about it is said.
  /// - Parameter isTrusting: what writers made of the entries is taken; who audits follows them all.
  func read(asOf sequence: Int64? = nil, isTrusting: Bool = true) async throws -> Record {
    let progress = Progress(LocalizedText("Đọc sổ", "Reading the ledger"))
    let record = try await Workspace(at: folder).read(
      asOf: sequence, isTrusting: isTrusting, watching: progress.notice)
    for remark in record.remarks { Terminal.remark(remark[Speech.language]) }
    return record
  }

  /// The same for commands that do without a workspace; one that is named must be there, and one that is there must be whole.
  func readIfThere() async throws -> Record? {
    do {
      return try await read()
    } catch WorkspaceProblem.missing where workspace == nil {
      return nil
    }
  }

  /// Opens the workspace for changes, for as long as the body runs.
  /// - Parameters:
  ///   - verb: as others are told who find the workspace locked.
  ///   - wait: seconds for which another writer is waited for.
  func write<Value>(
    _ verb: String, wait: Int, _ body: (Writer) async throws -> Value
  ) async throws -> Value {
    let waiting = Waiting(seconds: wait)
    return try await Workspace(at: folder).write(as: applicant(verb), pause: waiting.pause) { writer in
      for remark in writer.remarks { Terminal.remark(remark[Speech.language]) }
      return try await body(writer)
    }
  }
}

/// Which regime, where a workspace has several.
struct RegimeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(say("Mã chế độ báo cáo.", "The regime's code."), valueName: ValueName.code))
  var regime: String?
}

/// As of which sequence of the ledger.
struct AsOfOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      say("Tính đến số thứ tự này của sổ.", "As of this sequence of the ledger."), valueName: ValueName.number))
  var asOf: Int64?
}
