import ReportingModel

/// What the argument parser finds wrong with a command line. It says so in English only and has no values to ask for, so its
/// sentences are taken apart here, in one place, and said in the language of the run.
struct ParserFault {
  let words: String

  /// - Parameter sentence: the parser's own, or one of this program's, which stays as it is.
  init(_ sentence: String, in node: CommandNode) {
    words = ParserFault.reworded(sentence, node) ?? sentence
  }

  private static func reworded(_ sentence: String, _ node: CommandNode) -> String? {
    if let found = sentence.wholeMatch(of: /Unknown option '(.+?)'(\. Did you mean '.*'\?)?/) {
      let option = String(found.output.1)
      let near = Nearest.words(option, in: options(of: node))
      return say("Không có tùy chọn «\(option)».\(near)", "There is no option “\(option)”.\(near)")
    }
    if let found = sentence.wholeMatch(of: /Missing value for '(.+)'/) {
      return say("Thiếu giá trị của \(found.output.1).", "The value of \(found.output.1) is missing.")
    }
    if let found = sentence.wholeMatch(of: /Missing expected argument '(.+)'/) {
      let argument = String(found.output.1).replacing(" ...", with: "")
      return say("Thiếu \(argument)\(explained(argument, node))", "\(argument) is missing\(explained(argument, node))")
    }
    if let found = sentence.wholeMatch(of: /(?s)The option '(.+?)' does not take any value, but '(.*)' was specified\./)
    {
      return say(
        "Tùy chọn \(found.output.1) không nhận giá trị, nhưng có «\(found.output.2)».",
        "The option \(found.output.1) takes no value, but there is “\(found.output.2)”.")
    }
    if let found = sentence.wholeMatch(of: /(?s)(?:Unexpected argument|\d+ unexpected arguments:) '(.*)'/) {
      let values = found.output.1
      return say(
        "Thừa tham số: «\(values.replacing("', '", with: "», «"))».",
        "Too many arguments: “\(values.replacing("', '", with: "”, “"))”.")
    }
    if let found = sentence.prefixMatch(of: /(?s)The value '(.*)' is invalid for '(.+?)'/) {
      return wrongValue(String(found.output.1), for: String(found.output.2), node)
    }
    if let found = sentence.wholeMatch(of: /Invalid option: (.+)/) {
      return say("Không có tùy chọn «\(found.output.1)».", "There is no option “\(found.output.1)”.")
    }
    return nil
  }

  private static func wrongValue(_ value: String, for synopsis: String, _ node: CommandNode) -> String {
    let argument = all(of: node).first { $0.synopsis == synopsis }
    guard let values = argument?.values, !values.isEmpty else {
      return say(
        "«\(value)» không dùng được cho \(synopsis): cần một số nguyên.",
        "“\(value)” cannot be used for \(synopsis): a whole number is wanted.")
    }
    let list = values.joined(separator: ", ")
    let near = Nearest.words(value, in: values)
    return say(
      "«\(value)» không dùng được cho \(synopsis); chỉ nhận: \(list).\(near)",
      "“\(value)” cannot be used for \(synopsis), which takes: \(list).\(near)")
  }

  /// What an argument is for, after a colon.
  private static func explained(_ synopsis: String, _ node: CommandNode) -> String {
    all(of: node).first { $0.synopsis == synopsis }.map { ": \($0.words)" } ?? "."
  }

  private static func all(of node: CommandNode) -> [CommandArgument] { node.ownArguments + CommandArgument.common }

  private static func options(of node: CommandNode) -> [String] {
    all(of: node).compactMap(\.option) + ["--help"] + (node.words.isEmpty ? ["--version"] : [])
  }
}
