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

  /// What an error that says itself means to a script.
  static func of(_ error: any WordedError) -> ExitCode {
    switch error {
    case let fault as FileFault: fault.cannotCreate ? cannotCreate : fault.isNoFile ? noInput : inputOutput
    case let fault as StoreFault: fault.kind == .busy || fault.kind == .overtaken ? tryAgain : inputOutput
    case WorkspaceProblem.missing, IssueProblem.unknownDraft, IssueProblem.notIssued: noInput
    case WorkspaceProblem.exists: cannotCreate
    case WorkspaceProblem.locked: tryAgain
    case is LedgerDamage, WorkspaceProblem.lostLedger, WorkspaceProblem.wentBack, KeyProblem.forked, KeyProblem.foreign:
      inputOutput
    // What was typed, as against what lies in a file or in the record.
    case WorkspaceProblem.past, UndoingProblem.noSubmission, UndoingProblem.noObject, IssueProblem.number,
      IssueProblem.dateEarly, IssueProblem.dateLate, IssueProblem.noSigner, IssueProblem.noCapacity,
      ReportProblem.unknownKey, ReportProblem.unknownRequest, ReportProblem.noTemplate, ReportProblem.unknownTable,
      TemplateRefusal.unknownName, is RequestProblem, is BeyondEnd, is UnknownValue, is UnknownFigure:
      usage
    case let unknown as InForce.UnknownRegime: unknown.id == nil ? badInput : usage
    default: badInput
    }
  }
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
    case let problem as SettingsProblem: self = Failure(problem, in: "tonghop.json")
    case WorkspaceProblem.refused(let findings):
      self.init(lines: findings.flatMap { $0.lines(Speech.language) }, ExitStatus.badInput)
    case let worded as any WordedError: self = Failure(worded, ExitStatus.of(worded))
    default:
      self.init(
        say(
          "Lỗi của chương trình; đề nghị báo người phụ trách phần mềm (\(error)).",
          "A defect in the program; tell who looks after it (\(error))."), ExitStatus.defect)
    }
  }

  /// One line: names in it may hold line feeds.
  init(_ error: any WordedError, _ status: ExitCode) { self.init(error.words[Speech.language], status) }
}
