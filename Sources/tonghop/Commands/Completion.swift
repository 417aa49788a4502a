import ArgumentParser

/// `completion`: what a shell needs to complete commands and options.
struct Completion: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "In tệp để bash, zsh hoặc fish tự điền lệnh và tùy chọn.", "Prints what bash, zsh or fish needs for completion."))

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var completed: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: ArgumentHelp(say("bash, zsh hoặc fish.", "bash, zsh or fish."), valueName: "bash|zsh|fish"))
  var shell: Shell

  @OptionGroup var common: CommonOptions

  func run() throws {
    var script = Tonghop.completionScript(for: shell.completed)
    for (english, words) in Completion.parserWords { script.replace(english, with: words) }
    Terminal.out(script)
  }

  /// Descriptions that the parser adds to every command.
  private static var parserWords: [(String, String)] {
    [
      ("Show subcommand help information.", say("Hiện trợ giúp của một lệnh.", "Shows the help of a command.")),
      ("Show help information.", say("Hiện trợ giúp này.", "Shows this help.")),
      ("Show the version.", say("Hiện phiên bản.", "Shows the version.")),
    ]
  }
}
