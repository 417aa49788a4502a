import Foundation
import TestSupport

/// The repository's files as text.
enum SourceTree {
  static let root = Program.root

  static func text(_ path: String) throws -> String { try String(contentsOfFile: root + "/" + path, encoding: .utf8) }

  /// The files below a folder, by path from the top, in bytewise order; build folders and hidden ones are left out.
  static func files(_ folder: String, endings: Set<String>) -> [(path: String, text: String)] {
    let names = FileManager.default.enumerator(atPath: root + "/" + folder)?.allObjects as? [String] ?? []
    return names.filter { name in
      endings.contains(where: name.hasSuffix) && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted().compactMap { name in (try? text(folder + "/" + name)).map { (folder + "/" + name, $0) } }
  }

  /// The Swift files below `Sources`.
  static let sources = files("Sources", endings: [".swift"])

  /// The modules that a Swift file imports.
  static func imports(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard let index = words.firstIndex(of: "import"), index < 3, index + 1 < words.count, !line.hasPrefix("//")
        else { return nil }
        let kinds = ["struct", "func", "enum", "class", "protocol"]
        let name = kinds.contains(words[index + 1]) ? words[index + 2] : words[index + 1]
        return name.split(separator: ".").first.map(String.init)
      })
  }
}
