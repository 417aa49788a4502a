import ReportingModel
import Testing

@testable import Regimes

@Suite("The plan's rules")
struct RuleTests {
  @Test("every example comes out as declared", arguments: 0..<10)
  func examples(index: Int) throws {
    let rule = try Plan.regime().rules[index]
    for (number, example) in rule.examples.enumerated() {
      #expect(rule.outcome(of: example) == (example.passes ? .passes : .fails), "\(rule.code) example \(number + 1)")
    }
    #expect(rule.examples.contains(where: \.passes) && rule.examples.contains { !$0.passes })
    #expect(rule.cite != nil)
  }

  @Test(
    "severity, scope and missing values",
    arguments: [
      ("R01", Severity.error, Rule.Scope.submission, Rule.MissingStrategy.skip), ("R02", .error, .submission, .skip),
      ("R03", .error, .submission, .skip), ("R04", .warning, .submission, .zero), ("R05", .warning, .submission, .skip),
      ("R06", .warning, .submission, .skip), ("R07", .warning, .eachFlow, .skip), ("R08", .warning, .eachTold, .skip),
      ("R09", .warning, .submission, .skip), ("R10", .error, .eachTold, .skip),
    ])
  func traits(code: String, severity: Severity, scope: Rule.Scope, missing: Rule.MissingStrategy) throws {
    let rule = try #require(try Plan.regime().rules.first { $0.code == code })
    #expect(rule.severity == severity && rule.scope == scope && rule.missing == missing)
    #expect(rule.unitKinds == (code == "R04" ? ["CSGD_SO", "CSGD_XA", "CSGD_KHAC"] : []))
  }

  @Test("messages carry the figures, in Vietnamese the Vietnamese way")
  func words() throws {
    let rules = try Plan.regime().rules
    let first = rules[0].words(in: rules[0].examples[1], it: nil).message
    #expect(
      first.vietnamese == "Số người đã tập huấn (CT15 = 96) lớn hơn tổng số cán bộ, giáo viên, nhân viên (CT14 = 69).")
    let median = rules[7].words(in: rules[7].examples[1], it: "CT09").message
    #expect(median.vietnamese.hasPrefix("CT09 = 120.000 cao hơn 10 lần"))
    #expect(median.vietnamese.contains("(1.150)"))
    #expect(median.english.hasPrefix("CT09 = 120000 "))
  }

  @Test("no place of a message stays empty")
  func places() throws {
    for rule in try Plan.regime().rules {
      for example in rule.examples {
        let words = rule.words(in: example, it: rule.scope == .submission ? nil : example.told.keys.sorted().first)
        for text in [words.message, words.hint] {
          #expect(!text.vietnamese.contains("{{") && !text.english.contains("{{"), "\(rule.code)")
        }
      }
    }
  }

  @Test("a median or a sum of parts that is not there skips the rule")
  func skipped() throws {
    let rules = try Plan.regime().rules
    let example = RuleExample(
      passes: true, told: ["CT09": Amount(5)], activities: [], narratives: [], parts: [:], medians: [:])
    #expect(rules[6].outcome(of: example) == .skipped)
    #expect(rules[7].outcome(of: example) == .skipped)
    #expect(rules[0].outcome(of: example) == .skipped)
  }
}
