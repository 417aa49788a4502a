import ArgumentParser
import Foundation

/// An argument or option of a command, as the argument parser tells of it.
struct CommandArgument: Decodable {
  private struct Name: Decodable {
    let name: String
  }

  private let kind: String
  private let preferredName: Name?
  private let valueName: String?
  private let defaultValue: String?
  private let allValues: [String]?
  let isOptional: Bool
  let isRepeating: Bool
  private let abstract: String?

  /// `--json`; `nil` of what is told apart by its place.
  var option: String? { preferredName.map { "--" + $0.name } }

  var takesValue: Bool { kind != "flag" }

  /// `--units <file>`, `<dir>`.
  var synopsis: String {
    let value = takesValue ? "<\(valueName ?? "")>" : nil
    return [option, value].compactMap { $0 }.joined(separator: " ")
  }

  /// The synopsis with what may be left out in brackets.
  var usage: String {
    let text = synopsis + (isRepeating ? " …" : "")
    return isOptional ? "[\(text)]" : text
  }

  var words: String {
    (abstract ?? "") + (defaultValue.map { say(" (mặc định: \($0))", " (default: \($0))") } ?? "")
  }

  /// The only values it takes; empty where it takes any.
  var values: [String] { allValues ?? [] }

  /// What every command takes.
  static let common = all(of: CommonOptions.self)

  /// Options that the parser adds to each command are left out.
  static func all(of type: any ParsableArguments.Type) -> [CommandArgument] {
    struct Tool: Decodable {
      struct Command: Decodable { let arguments: [CommandArgument]? }
      let command: Command
    }
    let tool = try? JSONDecoder().decode(Tool.self, from: Data(type._dumpHelp().utf8))
    return (tool?.command.arguments ?? []).filter { $0.option != "--help" && $0.option != "--version" }
  }
}
