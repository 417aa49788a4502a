import Foundation
import ReportingModel
import Testing

/// What the house has agreed on, held against the sources.
@Suite struct HouseTests {
  /// A plan is data: none of its codes is named in the engine (<doc:architecture#Law-8-A-plan-is-data>).
  @Test func noPlanInSwift() throws {
    let regime = try SourceTree.text("Schemas/plans/LD-NQ57/regime.xml")
    let codes = Set(regime.matches(of: /\bma="([A-Z0-9]{3,})"/).map { String($0.output.1) })
      .filter {
        $0.count >= 4 && $0.contains { $0.isNumber }
          || ["TINBAI", "SUKIEN", "MOHINH", "KEHOACH", "VANBAN"].contains($0)
      }
    #expect(codes.count > 40)
    for (path, text) in SourceTree.sources {
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
    let guide = try SourceTree.text("Schemas/KE-HOACH-MOI.md")
    let words = Set(guide.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
    let names = try SourceTree.text("Schemas/regime.xsd").matches(of: /<xs:(?:element|attribute) name="(\w+)"/)
      .map { String($0.output.1) }
    #expect(names.count > 100)
    for name in Set(names) { #expect(words.contains(name), "\(name)") }
    let tables = try SourceTree.text("Sources/Reports/Tables/ReportComposer+BodyTables.swift")
      .matches(of: /case "([a-z-]+)":/)
    #expect(tables.count > 8)
    for table in tables { #expect(words.contains(String(table.output.1)), "\(table.output.1)") }
    let appendices = try SourceTree.text("Sources/Reports/Appendices/ReportComposer+Appendices.swift")
      .matches(of: /case "([a-zA-Z]+)":/)
    #expect(appendices.count > 8)
    for appendix in appendices { #expect(words.contains(String(appendix.output.1)), "\(appendix.output.1)") }
  }

  /// A code that nothing raises is a promise that nobody keeps.
  @Test func everyFindingCodeIsRaised() {
    let all = SourceTree.sources.filter { !$0.path.hasSuffix("FindingCode.swift") }.map(\.text).joined()
    let cases =
      SourceTree.sources.first { $0.path.hasSuffix("FindingCode.swift") }?.text.matches(of: /case (\w+) = "/) ?? []
    #expect(cases.count == FindingCode.allCases.count)
    for code in cases.map({ String($0.output.1) }) { #expect(all.contains(".\(code)"), "\(code)") }
  }

  @Test func filesStaySmall() {
    for (path, text) in SourceTree.sources {
      let count = text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(count <= 400, "\(path) has \(count) lines")
    }
  }

  @Test func topLevelIsAsAgreed() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" && $0 != "demo" }
    #expect(
      Set(names).subtracting(["Package.swift", "Sources", "Tests", "Samples", "Schemas", "README.md"]).isEmpty,
      "\(names)")
  }
}
