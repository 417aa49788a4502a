import ArgumentParser
import Foundation
import ReportingModel

/// Name and version of the program, as receipts and people see them.
let programVersion = "tonghop \(ProgramVersion.current)"

/// The program's root command.
struct Tonghop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop",
    abstract: say(
      "Tổng hợp báo cáo của các đơn vị thành một báo cáo.", "Turns hundreds of units' reports into one."),
    version: programVersion,
    subcommands: [
      Init.self, Units.self, RegimeCommand.self, Template.self, Check.self, Ingest.self, Watch.self, DoctorCommand.self,
      Status.self, Remind.self, RequestCommand.self, Withdraw.self, SettingsCommand.self, Query.self, Report.self,
      Generate.self, Demo.self,
    ])
}

@main
enum Program {
  static func main() async {
    // Scripts ask for the version often, and it needs no tree of commands.
    guard CommandLine.arguments.dropFirst() != ["--version"] else { return Terminal.out(programVersion) }
    do {
      var command = try Tonghop.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(end(with: error))
    }
  }

  /// The parser's text, in which what was typed forges no line.
  private static func plain(_ text: String) -> String {
    CommandLine.arguments.flatMap { [$0] + $0.split(separator: "=", maxSplits: 1).dropFirst().map(String.init) }
      .reduce(text) { text, argument in
        let shown = showingControls(in: argument)
        return shown == argument ? text : text.replacing(argument, with: shown)
      }
  }

  /// Says what happened, and gives the exit status.
  private static func end(with error: any Error) -> Int32 {
    if let status = error as? ExitCode { return status.rawValue }
    let parserStatus = Tonghop.exitCode(for: error)
    let isParserError = error is ValidationError || error is CleanExit || "\(type(of: error))".contains("CommandError")
    guard isParserError else {
      let failure = Failure(error)
      Terminal.remark(lines: failure.lines)
      return failure.status.rawValue
    }
    let text = plain(HelpText.translated(Tonghop.fullMessage(for: error)))
    if parserStatus == .success {
      Terminal.out(text)
      return 0
    }
    Terminal.remark(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    return ExitStatus.usage.rawValue
  }
}
