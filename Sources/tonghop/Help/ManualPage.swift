import ReportingModel

/// All commands as a manual page, for `man` (<doc:commands#man>).
struct ManualPage {
  private var lines: [String] = []

  /// The page as roff.
  static var text: String {
    var page = ManualPage()
    page.write()
    return page.lines.joined(separator: "\n")
  }

  private mutating func write() {
    let root = CommandNode.root
    lines.append(".TH TONGHOP 1 \"\" \"\(programVersion)\" \"\(say("Sổ tay lệnh", "User Commands"))\"")
    heading(say("TÊN", "NAME"))
    lines.append("tonghop \\- " + ManualPage.escaped(root.abstract))
    heading(say("CÁCH DÙNG", "SYNOPSIS"))
    lines.append("\\fBtonghop\\fR " + ManualPage.escaped(say("<lệnh> [<tùy chọn>]", "<command> [<options>]")))
    heading(say("VÍ DỤ", "EXAMPLES"))
    examples(root)
    for group in root.groups {
      heading(group.title ?? say("Các lệnh", "Commands"))
      for command in group.commands { for leaf in command.leaves { describe(leaf) } }
    }
    heading(say("TÙY CHỌN CHUNG", "COMMON OPTIONS"))
    for argument in CommandArgument.common { item(argument.synopsis, argument.words) }
    heading(say("MÃ KẾT THÚC", "EXIT STATUS"))
    for ending in root.manual.endings { item(ending.number, ending.words) }
    heading(say("BIẾN MÔI TRƯỜNG", "ENVIRONMENT"))
    item("TONGHOP_WORKSPACE", say("Như --workspace.", "Like --workspace."))
    item("TONGHOP_LANG", say("Như --lang.", "Like --lang."))
    item("TONGHOP_NOW", say("Như --now.", "Like --now."))
  }

  private mutating func describe(_ node: CommandNode) {
    lines.append(".SS " + ManualPage.escaped(node.words.joined(separator: " ")))
    lines.append(ManualPage.escaped(node.abstract))
    if !node.discussion.isEmpty {
      lines += [".PP", ManualPage.escaped(node.discussion)]
    }
    lines += [".PP", "\\fB\(ManualPage.escaped(HelpPage.usage(of: node)))\\fR"]
    for argument in node.ownArguments { item(argument.synopsis, argument.words) }
    examples(node)
    lines.append(".PP")
    let endings = node.manual.endings.map { "\($0.number): \($0.words)" }.joined(separator: " ")
    lines.append(ManualPage.escaped(say("Mã kết thúc. ", "Exit statuses. ") + endings))
  }

  private mutating func examples(_ node: CommandNode) {
    lines += [".PP", ".nf"] + node.manual.examples.map { ManualPage.escaped($0) } + [".fi"]
  }

  private mutating func heading(_ title: String) { lines.append(".SH " + ManualPage.escaped(title.uppercased())) }

  private mutating func item(_ label: String, _ words: String) {
    lines += [".TP", "\\fB\(ManualPage.escaped(label))\\fR", ManualPage.escaped(words)]
  }

  /// No text is taken for a request or an escape.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
