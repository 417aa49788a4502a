import ArgumentParser
import Pipeline
import ReportingModel

/// `doctor`: tries what ingestion relies on.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: say(
      "Xem hộp thư đến và không gian làm việc có dùng được không.", "Probes the inbox folder and the workspace."))

  @Flag(help: ArgumentHelp(say("In dạng JSON.", "Print JSON.")))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let probes = Doctor(try common.open(), now: common.moment).probes()
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
        Terminal.out("\(mark): \(probe.message[Speech.language])")
      }
    }
    if probes.contains(where: { $0.outcome == .bad }) { throw ExitStatus.findings }
  }
}
