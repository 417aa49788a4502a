import ReportingModel

/// The help of a command (<doc:commands#Help>): the same for `--help` and for `help`.
struct HelpPage {
  let node: CommandNode

  var text: String {
    let sections: [(String, [String])] =
      [
        (say("CÁCH DÙNG:", "USAGE:"), HelpPage.wrapped(HelpPage.usage(of: node), first: 2, others: 6)),
        (say("THAM SỐ:", "ARGUMENTS:"), rows(node.ownArguments.filter { $0.option == nil })),
        (say("TÙY CHỌN:", "OPTIONS:"), rows(node.ownArguments.filter { $0.option != nil })),
      ]
      + node.groups.map { group in
        (
          (group.title ?? say("Các lệnh", "Commands")).uppercased() + ":",
          group.commands.flatMap { HelpPage.row($0.words.last ?? "", $0.abstract) }
        )
      } + [
        (say("TÙY CHỌN CHUNG:", "COMMON OPTIONS:"), commonOptions),
        (say("VÍ DỤ:", "EXAMPLES:"), node.manual.examples.map { "  " + $0 }),
        (
          say("MÃ KẾT THÚC:", "EXIT STATUSES:"),
          node.manual.endings.flatMap { HelpPage.row($0.number, $0.words) }
        ),
      ]
    return
      ([HelpPage.wrapped(node.abstract + " " + node.discussion, first: 0, others: 0)]
      + sections.filter { !$0.1.isEmpty }.map { [$0.0] + $0.1 })
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var commonOptions: [String] {
    (node.isLeaf ? rows(CommandArgument.common) : [])
      + HelpPage.row("-h, --help", say("Hiện trợ giúp này.", "Shows this help."))
      + (node.words.isEmpty ? HelpPage.row("--version", say("Hiện phiên bản.", "Shows the version.")) : [])
  }

  private func rows(_ arguments: [CommandArgument]) -> [String] {
    arguments.flatMap { HelpPage.row($0.synopsis, $0.words) }
  }

  /// How a command is called, on one line.
  static func usage(of node: CommandNode) -> String {
    if let usage = node.writtenUsage { return usage }
    let others =
      node.isLeaf
      ? node.ownArguments.map(\.usage) + [say("[<tùy chọn chung>]", "[<common options>]")]
      : [say("<lệnh>", "<command>")]
    return ([node.name] + others).joined(separator: " ")
  }

  private static let width = 80
  private static let column = 26

  private static func row(_ label: String, _ words: String) -> [String] {
    let lines = wrapped(words, first: column, others: column)
    let head = "  " + label
    guard head.count < column - 1, let first = lines.first else { return [head] + lines }
    return [head + first.dropFirst(head.count)] + lines.dropFirst()
  }

  /// Words on lines of bounded length, the first and the others indented.
  static func wrapped(_ text: String, first: Int, others: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: first)
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: others)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return isEmpty ? lines : lines + [line]
  }
}
