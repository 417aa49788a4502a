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
    groupedSubcommands: [
      CommandGroup(name: say("Dành cho nhà trường", "For schools"), subcommands: [Check.self]),
      CommandGroup(
        name: say("Dành cho Văn phòng Sở", "For the office"),
        subcommands: [
          Status.self, Remind.self, RequestCommand.self, Query.self, Report.self, Export.self, Template.self,
          Units.self, RegimeCommand.self, Withdraw.self, Purge.self,
        ]),
      CommandGroup(name: say("Dành cho người kiểm tra", "For auditors"), subcommands: [Audit.self]),
      CommandGroup(
        name: say("Dành cho người quản trị", "For who runs the machine"),
        subcommands: [Init.self, Ingest.self, Watch.self, DoctorCommand.self, SettingsCommand.self]),
      CommandGroup(
        name: say("Dùng thử và trợ giúp", "Trying it out, and help"),
        subcommands: [Demo.self, Generate.self, Completion.self, ManCommand.self]),
    ])
}

@main
enum Program {
  static func main() async {
    // Scripts ask for the version often, and it needs no tree of commands.
    guard CommandLine.arguments.dropFirst() != ["--version"] else { return Terminal.out(programVersion) }
    let words = CommandWords(Array(CommandLine.arguments.dropFirst()))
    var status: Int32 = 0
    do {
      try await run(words)
    } catch {
      status = end(with: error, in: words.node)
    }
    if Terminal.hasLostAnswer {
      Terminal.remark(
        say(
          "Không ghi hết được kết quả ra tệp nhận; đề nghị dọn đĩa rồi chạy lại.",
          "The answer could not be written whole; make room and run it again."))
      status = ExitStatus.inputOutput.rawValue
    }
    exit(status)
  }

  private static func run(_ words: CommandWords) async throws {
    if let refusal = words.refusal { throw refusal }
    let isAlone = words.lacksCommand && words.node.words.isEmpty
    if words.asksForHelp || isAlone { return Terminal.out(HelpPage(node: words.node).text) }
    if words.lacksCommand { throw ValidationError(say("Thiếu lệnh.", "A command is missing.")) }
    var command = try Tonghop.parseAsRoot(words.arguments)
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
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
  private static func end(with error: any Error, in node: CommandNode) -> Int32 {
    Terminal.endProgress()
    if let status = error as? ExitCode { return status.rawValue }
    let isParserError = error is ValidationError || error is CleanExit || "\(type(of: error))".contains("CommandError")
    guard isParserError else {
      let failure = Failure(error)
      Terminal.remark(lines: failure.lines)
      return failure.status.rawValue
    }
    if Tonghop.exitCode(for: error) == .success {
      Terminal.out(Tonghop.fullMessage(for: error))
      return 0
    }
    let fault = ParserFault(Tonghop.message(for: error), in: node)
    Terminal.remark(say("Lỗi: ", "Error: ") + plain(fault.words))
    Terminal.remark(say("Cách dùng: ", "Usage: ") + HelpPage.usage(of: node))
    Terminal.remark(say("Xem: \(node.name) --help", "See: \(node.name) --help"))
    return ExitStatus.usage.rawValue
  }
}
