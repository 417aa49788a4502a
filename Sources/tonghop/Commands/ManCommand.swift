import ArgumentParser

/// `man`: the manual page.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: say("In sổ tay của mọi lệnh, cho lệnh man.", "Prints the manual page of all commands."))

  @OptionGroup var common: CommonOptions

  func run() throws { Terminal.out(ManualPage.text) }
}
