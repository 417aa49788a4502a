import Foundation
import ReportingModel
import Testing

/// The shape of the program, held against its sources.
@Suite struct ArchitectureTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let ranks: [String: Int] = [
    "CLibXML2": 0, "CZlib": 0, "CPosix": 0, "CSchemas": 0,
    "ReportingModel": 1, "VietnameseText": 1, "XMLReading": 1, "ZipFormat": 1, "Schemas": 1, "DurableFiles": 1,
    "Hashing": 2, "CSVReading": 2, "Regimes": 3,
    "Inbox": 4, "Bundles": 4, "Aggregation": 4, "Submissions": 5, "Reports": 5, "Validation": 6, "Receipts": 6,
    "Rendering": 6, "Forms": 6,
    "Synthesis": 6, "Ledger": 7, "Pipeline": 8, "tonghop": 9,
  ]

  static func sources(_ folder: String) -> [(path: String, text: String)] {
    let base = root + "/" + folder
    let names = FileManager.default.enumerator(atPath: base)?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      (folder + "/" + name, (try? String(contentsOfFile: base + "/" + name, encoding: .utf8)) ?? "")
    }
  }

  /// The modules that a file imports.
  static func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index < 3, index + 1 < words.count, !line.hasPrefix("//") else {
        return nil
      }
      let name =
        ["struct", "func", "enum", "class", "protocol"].contains(words[index + 1]) ? words[index + 2] : words[index + 1]
      return name.split(separator: ".").first.map(String.init)
    }
  }

  @Test func importsOnlyGoDown() {
    for (path, text) in Self.sources("Sources") {
      let module = path.split(separator: "/").map(String.init)[1]
      let rank = Self.ranks[module] ?? -1
      #expect(rank >= 0, "\(module) has no rank")
      for imported in Self.imports(text) {
        if let other = Self.ranks[imported] { #expect(other < rank, "\(path) imports \(imported)") }
      }
    }
  }

  /// Each library has one user; the stages know neither files nor clocks.
  @Test func librariesHaveOneUser() {
    let users: [String: Set<String>] = [
      "CLibXML2": ["XMLReading"], "CZlib": ["ZipFormat"], "CPosix": ["DurableFiles"], "CSchemas": ["Schemas"],
      "GRDB": ["Ledger"],
      "Crypto": ["Hashing"], "Mustache": ["Reports"], "ArgumentParser": ["tonghop"],
      "Foundation": ["Ledger", "tonghop"], "FoundationEssentials": ["Pipeline"], "Glibc": ["DurableFiles", "tonghop"],
      "DurableFiles": ["Inbox", "Ledger", "Pipeline", "tonghop"],
    ]
    for (path, text) in Self.sources("Sources") {
      let module = path.split(separator: "/").map(String.init)[1]
      for imported in Self.imports(text) {
        if let allowed = users[imported] { #expect(allowed.contains(module), "\(path) imports \(imported)") }
      }
    }
  }

  /// A plan is data: none of its codes is named in the engine (architecture.md, law 8).
  @Test func noPlanInSwift() throws {
    let regime = try String(contentsOfFile: Self.root + "/Schemas/plans/LD-NQ57/regime.xml", encoding: .utf8)
    let codes = Set(regime.matches(of: /\bma="([A-Z0-9]{3,})"/).map { String($0.output.1) })
      .filter {
        $0.count >= 4 && $0.contains { $0.isNumber }
          || ["TINBAI", "SUKIEN", "MOHINH", "KEHOACH", "VANBAN"].contains($0)
      }
    #expect(codes.count > 40)
    for (path, text) in Self.sources("Sources") where !path.hasPrefix("Sources/tonghop/Commands/Demo") {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        guard code.contains("\"") else { continue }
        let words = Set(code.split { !($0.isLetter || $0.isNumber) }.map(String.init))
        #expect(words.isDisjoint(with: codes.subtracting(["HK1"])), "\(path):\(number + 1)")
      }
    }
  }

  /// Whoever writes a plan finds every part, attribute and table in the guide.
  @Test func theGuideToANewPlanIsWhole() throws {
    func text(_ path: String) throws -> String { try String(contentsOfFile: Self.root + "/" + path, encoding: .utf8) }
    let guide = try text("Schemas/KE-HOACH-MOI.md")
    let words = Set(guide.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
    let names = try text("Schemas/regime.xsd").matches(of: /<xs:(?:element|attribute) name="(\w+)"/)
      .map { String($0.output.1) }
    #expect(names.count > 100)
    for name in Set(names) { #expect(words.contains(name), "\(name)") }
    let tables = try text("Sources/Reports/Composing/ReportComposer+Tables.swift").matches(of: /case "([a-z-]+)":/)
    #expect(tables.count > 8)
    for table in tables { #expect(words.contains(String(table.output.1)), "\(table.output.1)") }
  }

  @Test func unsafeStaysWhereItBelongs() {
    let allowed: Set<String> = ["XMLReading", "ZipFormat", "DurableFiles", "Schemas", "tonghop"]
    for (path, text) in Self.sources("Sources") where text.contains("unsafe ") {
      #expect(allowed.contains(path.split(separator: "/").map(String.init)[1]), "\(path)")
    }
  }

  /// A code that nothing raises is a promise that nobody keeps.
  @Test func everyFindingCodeIsRaised() {
    let all = Self.sources("Sources").filter { !$0.path.hasSuffix("FindingCode.swift") }.map(\.text).joined()
    let cases =
      Self.sources("Sources").first { $0.path.hasSuffix("FindingCode.swift") }?.text.matches(of: /case (\w+) = "/) ?? []
    #expect(cases.count == FindingCode.allCases.count)
    for code in cases.map({ String($0.output.1) }) { #expect(all.contains(".\(code)"), "\(code)") }
  }

  @Test func filesStaySmall() {
    for (path, text) in Self.sources("Sources") {
      let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(count <= 400, "\(path) has \(count) lines")
    }
  }

  @Test func topLevelIsAsAgreed() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.root)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" && $0 != "demo" }
    #expect(
      Set(names).subtracting(["Package.swift", "Sources", "Tests", "Samples", "Schemas", "README.md"]).isEmpty,
      "\(names)")
  }
}
