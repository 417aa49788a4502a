import ArgumentParser
import Intake
import ReportingModel
import Workspaces

/// `doctor`: tries what ingestion relies on.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: say(
      "Xem hộp thư đến và không gian làm việc có dùng được không.", "Probes the inbox folder and the workspace."))

  @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
  var json = false

  @Flag(
    name: .customLong("accept-rollback"),
    help: ArgumentHelp(
      say("Nhận sổ đã lùi lại (khôi phục từ bản sao cũ) làm sổ đang dùng.", "Take up a ledger that went back.")))
  var acceptRollback = false

  @Option(help: ArgumentHelp(say("Lý do.", "Why."), valueName: ValueName.text))
  var reason: String?

  @OptionGroup var wait: WaitOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard acceptRollback == (reason != nil) else {
      throw ValidationError(
        say("--accept-rollback và --reason đi cùng nhau.", "--accept-rollback and --reason go together."))
    }
    if let reason, reason.allSatisfy(\.isWhitespace) {
      throw ValidationError(say("--reason không được để trống.", "--reason must not be empty."))
    }
  }

  func run() async throws {
    let workspace = try Workspace(at: common.folder)
    if let reason {
      let sequence = try await workspace.acceptRollback(
        reason: reason, as: common.applicant("doctor --accept-rollback"), clock: common.moment,
        pause: Waiting(seconds: wait.seconds()).pause)
      Terminal.remark(
        sequence.map {
          say("Đã ghi việc sổ lùi lại ở mục \($0).", "That the ledger went back is recorded in entry \($0).")
        } ?? say("Sổ không lùi lại; không ghi gì.", "The ledger did not go back; nothing was recorded."))
    }
    let doctor = Doctor(
      workspace, now: common.moment, watching: Progress(LocalizedText("Xem sổ", "Looking at the record")).notice)
    let probes = try await doctor.probes() + doctor.leftovers()
    Terminal.endProgress()
    if json {
      Terminal.out(
        JSONValue.array(
          probes.map {
            .object([
              "probe": .string($0.name), "outcome": .string($0.outcome.rawValue),
              "message": .string($0.message[Speech.language]),
            ])
          }
        ).fileBytes)
    } else {
      for probe in probes {
        let mark =
          switch probe.outcome {
          case .good: say("tốt", "good")
          case .fallback: say("tạm được", "fair")
          case .bad: say("HỎNG", "BAD")
          }
        Terminal.out("\(mark): \(showingControls(in: probe.message[Speech.language]))")
      }
    }
    if probes.contains(where: { $0.outcome == .bad }) { throw ExitStatus.findings }
  }
}
