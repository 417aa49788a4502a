import Foundation
import TestSupport

/// All commands of the executable, and what each says of itself in both languages.
enum CommandTree {
  private struct Command: Decodable {
    var commandName: String
    var subcommands: [Command]?

    func paths(after path: [String]) -> [[String]] {
      guard commandName != "help" else { return [] }
      let own = path + [commandName]
      return [own] + (subcommands ?? []).flatMap { $0.paths(after: own) }
    }
  }

  private struct Tree: Decodable { var command: Command }

  struct Page: Sendable {
    let words: [String]
    let language: String
    let outcome: (status: Int32, text: String, remarks: String)

    var name: String { (["tonghop"] + words).joined(separator: " ") + " (\(language))" }

    /// The lines below a heading.
    func section(_ titles: String...) -> [String] {
      let lines = outcome.text.components(separatedBy: "\n")
      guard let start = lines.firstIndex(where: { titles.contains($0) }) else { return [] }
      return Array(lines[(start + 1)...].prefix { !$0.isEmpty })
    }

    var examples: [String] { section("VÍ DỤ:", "EXAMPLES:").map { $0.trimmingCharacters(in: .whitespaces) } }
  }

  /// The words of every command, the program itself first, groups before what they hold.
  static let words: [[String]] = {
    let dumped = try? Program.run(["--experimental-dump-help"]).output
    let tree = dumped.flatMap { try? JSONDecoder().decode(Tree.self, from: $0) }
    return (tree?.command.paths(after: []) ?? []).map { Array($0.dropFirst()) }
  }()

  static let pages: [Page] = words.flatMap { words in
    ["vi", "en"].compactMap { language in
      let outcome = try? Program.run(words + ["--help", "--lang", language])
      return outcome.map { Page(words: words, language: language, outcome: ($0.status, $0.text, $0.remarks)) }
    }
  }
}

/// Words of the one language that have no place in a sentence of the other.
enum Wording {
  private static let english: Set<String> = [
    "the", "of", "is", "are", "not", "no", "and", "or", "with", "without", "what", "which", "where", "that", "this",
    "it",
    "there", "for", "from", "by", "must", "cannot", "file", "files", "folder", "unit", "units", "report", "usage",
    "error",
    "help", "option", "options", "argument", "arguments", "value", "values", "default", "missing", "invalid", "unknown",
    "unexpected", "expected", "show", "shows", "information", "version", "see", "please", "provide", "one", "did",
    "you",
    "mean", "nearest", "date", "period", "code", "time", "name", "number", "dir", "seq", "left", "second",
    "subcommand", "subcommands", "detailed", "specified", "already",
  ]

  /// What is not prose: options, commands between quotes or in examples, paths, codes, what stands in brackets after a fault.
  private static func prose(_ text: String) -> String {
    var text = text
    for pattern in [
      #"(?m)^ *tonghop .*$"#, #"tonghop( [a-z-]+)*"#, #"--?[a-z-]+"#, #"\((open|read|create|write|rename|lock)[^)]*\)"#,
      #"[\w./-]*[/.][\w./-]*"#, #"<[a-z]+(\|[a-z]+)+>"#, #"(?m)^  [a-z-]+ {2,}"#, #"«[^»]*»"#, #"“[^”]*”"#,
      #"Gần nhất: [^.]*"#,
    ] {
      text = text.replacingOccurrences(of: pattern, with: " ", options: .regularExpression)
    }
    return text
  }

  /// Words of a Vietnamese text that are English, and of an English one that are Vietnamese.
  static func strangers(in text: String, of language: String) -> [String] {
    let words = prose(text).split { !($0.isLetter || $0 == "'") }.map(String.init)
    if language == "vi" { return words.filter { english.contains($0.lowercased()) } }
    return words.filter { word in !["SGDĐT"].contains(word) && word.unicodeScalars.contains { $0.value > 0x7F } }
  }
}
