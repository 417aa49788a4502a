import Foundation
import ReportingModel
import TestSupport
import Testing

/// The documentation catalogue: what the code cites is there, and what it lists is what the program has.
@Suite struct DocumentationTests {
  static let folder = "Sources/tonghop/Documentation.docc"

  /// The headings of each article as the last part of a link: `The live set` is `The-live-set`.
  private static let anchors: [String: [String]] = Dictionary(
    uniqueKeysWithValues: SourceTree.files(folder, endings: [".md"]).map { path, text in
      let name = path.split(separator: "/").last?.dropLast(3) ?? ""
      return (String(name), text.split(separator: "\n").filter { $0.hasPrefix("##") }.map(anchor))
    })

  private static func anchor(_ heading: Substring) -> String {
    heading.drop { $0 == "#" }.filter { $0 != "`" }.split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
  }

  private static func text(_ article: String) throws -> String { try SourceTree.text("\(folder)/\(article).md") }

  @Test func theCatalogueIsWhole() {
    let expected: Set = [
      "tonghop", "bundle", "regime", "counting", "commands", "layout", "record", "architecture", "contributing",
    ]
    #expect(Set(Self.anchors.keys) == expected)
    for (article, anchors) in Self.anchors { #expect(Set(anchors).count == anchors.count, "\(article)") }
  }

  /// Every reference leads to a heading, and nothing refers to what is not in the repository.
  @Test func everyReferenceLeadsToAHeading() throws {
    let endings: Set = [".swift", ".md", ".xsd", ".xml", ".py", ".h", ".c", ".mustache", "run", "install", "pack"]
    let files =
      ["Sources", "Tests", "Samples", "Schemas"].flatMap { SourceTree.files($0, endings: endings) }
      + [("README.md", try SourceTree.text("README.md")), ("Package.swift", try SourceTree.text("Package.swift"))]
    var count = 0
    for (path, text) in files {
      for found in text.matches(of: /doc:([a-z]+)(?:#([^>\s)]+))?/) {
        count += 1
        let known = Self.anchors[String(found.output.1)]
        #expect(known != nil, "\(path): \(found.output.0)")
        guard let anchor = found.output.2 else { continue }
        #expect(known?.contains(String(anchor)) == true, "\(path): \(found.output.0)")
      }
      guard !path.hasSuffix("DocumentationTests.swift") else { continue }
      #expect(text.firstMatch(of: /spec\/\d|texts-vi|architecture\.md,|facts\.md/) == nil, "\(path)")
    }
    #expect(count > 150)
  }

  /// The table of finding codes has a row for every code that the program knows, and each row's sample is there.
  @Test func everyFindingCodeHasItsRow() throws {
    let rows = try Self.text("bundle").matches(of: /\| `([A-Z]+-[A-Z]+)` \|[^|]+\| `(Samples\/gallery\/[^`]+)` \|/)
    #expect(rows.map { String($0.output.1) }.sorted() == FindingCode.allCases.map(\.rawValue).sorted())
    for row in rows {
      #expect(FileManager.default.fileExists(atPath: SourceTree.root + "/" + row.output.2), "\(row.output.2)")
    }
  }

  /// The article on commands has a heading for every command of the program, and none that is not there.
  @Test func everyCommandHasItsHeading() throws {
    struct Command: Decodable {
      var commandName: String
      var subcommands: [Command]?

      /// The words of every command that does something of its own.
      func words(after path: [String]) -> [String] {
        guard commandName != "help" else { return [] }
        let own = path + [commandName]
        let below = (subcommands ?? []).flatMap { $0.words(after: own) }
        return below.isEmpty ? [own.dropFirst().joined(separator: " ")] : below
      }
    }
    struct Tree: Decodable { var command: Command }
    let dumped = try Program.run(["--experimental-dump-help"])
    let commands = try JSONDecoder().decode(Tree.self, from: dumped.output).command.words(after: [])
    #expect(commands.count > 20)
    let headings = try Self.text("commands").matches(of: /(?m)^#+ `([a-z -]+)`$/).map { String($0.output.1) }
    #expect(headings.sorted() == commands.sorted())
  }
}
