import Foundation
import ReportingModel
import TestSupport
import Testing

@testable import Regimes

@Suite("The rule language")
struct RuleLanguageTests {
  private static func example(_ told: [String: Int] = [:]) -> RuleExample {
    func activity(_ area: String, _ product: String, _ quantity: Int64, _ people: Int64) -> Activity {
      Activity(
        date: Plan.day("2026-10-10"), task: "NV05", area: area, channel: "HT2", product: product, topics: ["DN"],
        quantity: quantity, people: people, title: "Ngày hội")
    }
    return RuleExample(
      passes: true, told: told.mapValues { Amount($0) },
      activities: [activity("ND3", "SUKIEN", 2, 350), activity("ND1", "TINBAI", 3, 0)], narratives: ["DULUAN"],
      parts: ["CT08": Amount(40)], medians: ["CT08": Amount(thousandths: 2500)])
  }

  private static func parse(_ text: String, allowsIt: Bool = true) throws -> RuleExpression {
    try RuleExpression(parsing: text, RuleVocabulary(try Plan.regime(), allowsIt: allowsIt))
  }

  @Test(
    "true",
    arguments: [
      "1 + 2 * 3 = 7", "(1 + 2) * 3 = 9", "10 - 4 - 3 = 3", "12 / 4 / 3 = 1", "-2 * -3 = 6", "- -1 = 1",
      "1 / 3 + 1 / 3 + 1 / 3 = 1", "0.1 + 0.2 = 0.3", "CT08 != 49", "CT08 ≠ 49", "CT08 <= 50", "CT08 ≥ 50",
      "not 1 = 2", "not not 1 = 1", "1 = 1 or 1 = 2 and 1 = 3", "if CT08 > 90 then 1 = 2", "if CT08 > 1 then CT08 = 50",
      "it = CT08", "parts(it) = 40", "parts(CT08) = 40", "median(it) = 2.5", "it = 20 * median(CT08)",
      "count(activities) = 2", "count(activities where area = ND3) = 1", "sum(quantity) = 5",
      "sum(people where product in (SUKIEN, TINBAI) and channel = HT2) = 350", "sum(quantity where topic = DN) = 5",
      "count(activities where task = NV01) = 0", "count(exemplars where area = ND3) = 0", "text(DULUAN)",
      "not text(KHOKHAN)", "CT08>1 and\n  text(DULUAN)",
    ])
  func passes(text: String) throws {
    #expect(try Self.parse(text).evaluate(Self.example(["CT08": 50]), missing: .skip, it: "CT08") == .passes)
  }

  @Test(
    "false", arguments: ["1 = 2", "CT08 < 50", "if text(DULUAN) then CT08 = 1", "1 = 1 and 1 = 2", "it < parts(it)"])
  func fails(text: String) throws {
    #expect(try Self.parse(text).evaluate(Self.example(["CT08": 50]), missing: .skip, it: "CT08") == .fails)
  }

  @Test(
    "without a value",
    arguments: [
      "CT08 / 0 = 1", "CT08 / (CT08 - 50) = 1", "CT09 = 0", "CT08 + CT09 > 0", "parts(CT09) = 0", "median(CT09) = 0",
      "1 = 1 or CT09 = 0", "not CT09 = 0", "if CT09 > 0 then 1 = 2",
      "999999999999999999 * 999999999999999999 * 999999999999999999 > 0",
    ])
  func skipped(text: String) throws {
    #expect(try Self.parse(text).evaluate(Self.example(["CT08": 50]), missing: .skip, it: "CT08") == .skipped)
  }

  /// The schema allows points and hyphens in codes, and a code may begin with a digit; a difference is still one.
  @Test(
    "codes with points, hyphens and digits",
    arguments: [
      ("A-1 = 7", 1), ("A-1-A = 5", 1), ("A - 1 = 1", 1), ("A.B-1 = 8", 1), ("1A > 3", 1), ("A-2 = 0", 1),
      ("2A = 1", 0),
      ("A-1B = 7", 0), ("count(activities where area = N-1.2) = 0", 1),
    ])
  func oddCodes(text: String, isRule: Int) throws {
    var vocabulary = RuleVocabulary(try Plan.regime(), allowsIt: false)
    vocabulary.indicators = ["A", "A-1", "A.B-1", "1A"]
    vocabulary.areas = ["N", "N-1", "N-1.2"]
    guard isRule == 1 else {
      #expect(throws: RuleSyntaxError.self) { try RuleExpression(parsing: text, vocabulary) }
      return
    }
    let told = Self.example(["A": 2, "A-1": 7, "A.B-1": 8, "1A": 4])
    #expect(try RuleExpression(parsing: text, vocabulary).evaluate(told, missing: .skip) == .passes)
  }

  @Test("a missing value counts as zero where the rule says so; parts and medians never do")
  func zero() throws {
    #expect(try Self.parse("CT08 + CT09 = 0").evaluate(Self.example(), missing: .zero) == .passes)
    #expect(try Self.parse("parts(CT09) = 0").evaluate(Self.example(), missing: .zero) == .skipped)
    #expect(try Self.parse("median(CT09) = 0").evaluate(Self.example(), missing: .zero) == .skipped)
  }

  @Test(
    "faults at their very character",
    arguments: [
      ("", 0), ("CT15", 0), ("CT15 ≤", 6), ("CT15 ≤ CT99", 7), ("CT15 < CT14 < CT16", 12), ("1 = 1 1 = 1", 6),
      ("if CT15 > 1", 11), ("if CT15 then 1 = 1", 3), ("CT15 and 1 = 1", 0), ("1 = 1 and CT15", 10), ("not CT15", 4),
      ("1 + (1 = 1) = 2", 4), ("(1 = 1) + 1 = 2", 0), ("1 = (2 = 2)", 4), ("text(XYZ)", 5), ("text DULUAN", 5),
      ("count(units) = 1", 6), ("count(activities where place = X) = 1", 23), ("sum(records) = 1", 4),
      ("count(activities where area = ND7) = 1", 30), ("count(activities where area in ND1) = 1", 31),
      ("count(activities where area in (ND1 ND2)) = 1", 36), ("count(exemplars where task = NV01) = 1", 22),
      ("count(activities where area = ND1 and area = ND2) = 1", 38), ("CT15 ≤ 1.2.3", 7), ("CT15 ≤ 1.", 7),
      ("CT15 ≤ 5 %", 9), ("(CT15 ≤ 5", 9), ("-(1 = 1) = 1", 1), ("CT15 = \u{338} 1", 7), ("parts(1) = 1", 6),
      ("ct15 = 1", 0),
    ])
  func faults(text: String, offset: Int) throws {
    let error = #expect(throws: RuleSyntaxError.self) { try Self.parse(text) }
    #expect(error?.offset == offset, "\(error?.message.english ?? "")")
  }

  @Test("“it” only where a rule runs over indicators")
  func it() {
    let error = #expect(throws: RuleSyntaxError.self) { try Self.parse("1 < it", allowsIt: false) }
    #expect(error?.offset == 4)
  }

  @Test("an unknown code is told with the nearest one")
  func nearestCode() {
    let error = #expect(throws: RuleSyntaxError.self) { try Self.parse("CTO8 > 1") }
    #expect(error?.message.vietnamese.contains("CT08") == true)
  }

  @Test("depth and length are bounded")
  func bounds() throws {
    let deep = String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100) + " = 1"
    #expect(throws: RuleSyntaxError.self) { try Self.parse(deep) }
    let shallow = String(repeating: "(", count: 50) + "1" + String(repeating: ")", count: 50) + " = 1"
    #expect(try Self.parse(shallow).evaluate(Self.example(), missing: .skip) == .passes)
    #expect(throws: RuleSyntaxError.self) {
      try Self.parse("1 = 1" + String(repeating: " + 1", count: 100_000))
    }
    #expect(throws: RuleSyntaxError.self) { try Self.parse(String(repeating: "not ", count: 100_000) + "1 = 1") }
  }

  @Test("whatever the words, nothing traps", arguments: 1...8)
  func random(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let words = [
      "if", "then", "and", "or", "not", "=", "!=", "<", "≤", "+", "-", "*", "/", "(", ")", ",", "it", "parts", "median",
      "count", "sum", "activities", "exemplars", "quantity", "people", "where", "in", "area", "ND3", "CT08", "CT20",
      "999999999999999999", "0", "0.001", "text", "DULUAN", "é", "\u{0}", "🙂",
    ]
    let vocabulary = RuleVocabulary(try Plan.regime(), allowsIt: true)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...14, using: &generator)
      let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      do {
        let expression = try RuleExpression(parsing: text, vocabulary)
        _ = expression.evaluate(Self.example(["CT08": 7]), missing: .zero, it: "CT08")
      } catch {
        #expect((0...text.unicodeScalars.count).contains(error.offset))
      }
    }
  }

  @Test("random arithmetic agrees with fractions of floating point", arguments: 1...4)
  func arithmetic(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let vocabulary = RuleVocabulary(try Plan.regime(), allowsIt: true)
    func term(_ depth: Int) -> (text: String, value: Double) {
      if depth == 0 || Bool.random(using: &generator) {
        let number = Int.random(in: 1...20, using: &generator)
        return (String(number), Double(number))
      }
      let (left, right) = (term(depth - 1), term(depth - 1))
      switch Int.random(in: 0...3, using: &generator) {
      case 0: return ("(\(left.text) + \(right.text))", left.value + right.value)
      case 1: return ("(\(left.text) - \(right.text))", left.value - right.value)
      case 2: return ("(\(left.text) * \(right.text))", left.value * right.value)
      default: return ("(\(left.text) / \(right.text))", left.value / right.value)
      }
    }
    for _ in 0..<300 {
      let (left, right) = (term(3), term(3))
      guard left.value.isFinite, right.value.isFinite, abs(left.value - right.value) > 1e-6 else { continue }
      let expression = try RuleExpression(parsing: "\(left.text) < \(right.text)", vocabulary)
      let outcome = expression.evaluate(Self.example(), missing: .skip)
      #expect(outcome == (left.value < right.value ? .passes : .fails), "\(left.text) < \(right.text)")
    }
  }

  /// The page for those who write rules is true: its examples are rules of the built-in plan.
  @Test("the page's examples")
  func page() throws {
    let page = try String(contentsOfFile: Folder.root + "/Schemas/QUY-TAC.md", encoding: .utf8)
    let example = try #require(
      page.components(separatedBy: "## Ví dụ").last?.components(separatedBy: "```").dropFirst().first)
    let rules = example.split(separator: "\n").map(String.init)
    #expect(rules.count == 8)
    for rule in rules { _ = try Self.parse(rule) }
    // Every word that the grammar quotes is one that the parser takes.
    let grammar = try #require(page.components(separatedBy: "```ebnf").last?.components(separatedBy: "```").first)
    for word in ["if", "then", "or", "and", "not", "it", "parts", "median", "count", "sum", "text", "where", "in"] {
      #expect(grammar.contains("\"\(word)\""), "\(word)")
    }
  }
}
