import ArgumentParser
import Foundation

/// A command as its help, its manual page and its mistakes speak of it (<doc:commands#Help>).
struct CommandNode {
  let type: any ParsableCommand.Type
  /// The words that call it, without the program's name.
  let words: [String]

  static let root = CommandNode(type: Tonghop.self, words: [])

  var name: String { (["tonghop"] + words).joined(separator: " ") }

  var abstract: String { type.configuration.abstract }

  /// What else is to be said about it; empty where nothing is.
  var discussion: String { type.configuration.discussion }

  /// How it is called, where its arguments do not tell.
  var writtenUsage: String? { type.configuration.usage }

  /// The commands below it by who uses them; one list without a title where nobody sorted them.
  var groups: [(title: String?, commands: [CommandNode])] {
    let sorted = type.configuration.groupedSubcommands.map { ($0.name as String?, nodes($0.subcommands)) }
    let others = nodes(type.configuration.ungroupedSubcommands)
    return (others.isEmpty ? [] : [(nil, others)]) + sorted
  }

  var children: [CommandNode] { nodes(type.configuration.subcommands) }

  var isLeaf: Bool { type.configuration.subcommands.isEmpty }

  func child(_ name: String) -> CommandNode? { children.first { $0.words.last == name } }

  /// Every command below it that does something of its own.
  var leaves: [CommandNode] { isLeaf ? [self] : children.flatMap(\.leaves) }

  private func nodes(_ types: [any ParsableCommand.Type]) -> [CommandNode] {
    types.map { CommandNode(type: $0, words: words + [$0._commandName]) }
  }

  /// What it takes besides what every command takes.
  var ownArguments: [CommandArgument] {
    let common = Set(CommandArgument.common.compactMap(\.option))
    return CommandArgument.all(of: type).filter { argument in argument.option.map { !common.contains($0) } ?? true }
  }

  /// Examples and exit statuses; a command that only has others below it is explained by these.
  var manual: Manual {
    if let explained = type as? any Explained.Type { return explained.manual }
    let below = leaves.map(\.manual)
    return Manual(
      examples: Array(below.compactMap(\.examples.first).prefix(2)),
      endings: Ending.all.filter { ending in below.contains { $0.endings.contains { $0.status == ending.status } } })
  }
}
