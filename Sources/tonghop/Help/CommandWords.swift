import ReportingModel

/// What a command line asks for, before its options are read: which command, and whether only its help.
struct CommandWords {
  /// The command that is named, as far as it is known.
  private(set) var node = CommandNode.root
  /// A word that should be a command and is none.
  private(set) var unknown: String?
  private(set) var asksForHelp = false
  /// Nothing stands beside the command's words but what every command takes.
  private var isBare = true
  /// The command line as the parser reads it: the command's words first, options that stood before them after.
  private(set) var arguments: [String] = []

  init(_ line: [String]) {
    var options: [String] = []
    var rest = line[...]
    while let word = rest.first, unknown == nil, !node.isLeaf, word != "--" {
      rest.removeFirst()
      if word.hasPrefix("-") {
        options.append(word)
        let known = CommandArgument.common.first { $0.option == word }
        isBare = isBare && known != nil
        if known?.takesValue == true, let value = rest.popFirst() { options.append(value) }
      } else if let child = node.child(word) {
        node = child
      } else if word == "help", node.words.isEmpty, !asksForHelp {
        asksForHelp = true
      } else {
        unknown = word
      }
    }
    arguments = node.words + options + rest
    asksForHelp = asksForHelp || arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  /// A group of commands is named, or the program alone, and nothing that it could do.
  var lacksCommand: Bool { !node.isLeaf && isBare }

  /// That there is no such command, with the nearest.
  var refusal: Failure? {
    guard let unknown else { return nil }
    let place = node.words.isEmpty ? "" : " \(node.words.joined(separator: " "))"
    let near = Nearest.words(unknown, in: node.children.compactMap(\.words.last))
    return Failure(
      say(
        "Không có lệnh «tonghop\(place) \(unknown)».\(near) Xem các lệnh: \(node.name) --help.",
        "There is no command “tonghop\(place) \(unknown)”.\(near) See the commands: \(node.name) --help."),
      ExitStatus.usage)
  }
}
