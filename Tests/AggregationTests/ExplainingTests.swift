import Aggregation
import Regimes
import ReportingModel
import TestSupport
import Testing

@Suite("Every figure is explained")
struct ExplainingTests {
  /// What is no sum: names and days, lists, and what is made of other figures.
  private static let others: Set<String> = [
    "asOf", "changes", "notable", "window", "schema", "kind", "key", "to", "regime", "registry", "ledgerHead",
    "thinAreas", "possibleDoubles", "negativeIncrements", "exemplars", "narratives", "missingUnits", "missingDetails",
    "explanations", "taskCounts", "indicatorPeriods", "by", "where",
  ]

  @Test("sums of what is named equal the report's figures", arguments: 1...40)
  func sums(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let properties = PropertyTests()
    let facts = Fixture.facts(properties.ledger(&random), requests: PropertyTests.requests)
    var question = ReportQuestion(window: seed % 3 == 0 ? properties.all : Fixture.firstHalf)
    if seed % 4 == 1, let window = Window(from: Fixture.day("2027-01-15"), to: Fixture.day("2027-05-31")) {
      question = ReportQuestion(window: window)
      question.parts = [ReportQuestion.Part(key: "A", window: Fixture.firstHalf)]
    }
    if seed % 5 == 0 { question.basis = .period(Fixture.hk1) }
    if seed % 7 == 0 { question.filter = [.kind: ["CSGD_SO", "UBND_XA"]] }
    if seed % 6 == 0 { question.by = [.unit, .topic] }
    let report = facts.report(question)
    let head = ReportHead(kind: "k", key: "k", recipient: .province, ledgerHead: "")
    let explainer = FigureExplainer(facts, question)
    var looked = 0
    for (path, value) in CanonicalReport(report.json(head)).figures {
      let steps = path.split(separator: ".").map(String.init)
      let isText =
        ["code", "key", "period", "vung", "loai", "cap", "xa", "due", "status", "lead", "from", "to"]
        + Dimension.allCases.map(\.rawValue)
      guard path != "before", !Self.others.contains(steps[0]), !isText.contains(steps.last ?? ""),
        !steps.contains("window")
      else { continue }
      let found = explainer.explain(path)
      let explanation = try #require(found, "\(path)")
      looked += 1
      if explanation.terms.count == 2 {
        let (top, bottom) = (explanation.terms[0].value, explanation.terms[1].value)
        let scale: Int128 = steps.last == "average" ? 100 : 1
        let percent = Percent(top.thousandths, of: bottom.thousandths * scale)
        #expect(value == .optional(percent?.description), "\(path)")
      } else {
        let sum = try #require(explanation.terms.first)
        switch value {
        case .integer(let number): #expect(Amount(number) == sum.value, "\(path)")
        case .string(let text): #expect(text == sum.value.description, "\(path)")
        default: #expect(sum.value == .zero && sum.contributions.isEmpty, "\(path): \(value)")
        }
        let grouped = try #require(explainer.bySubmission(path))
        #expect(grouped.contributions.reduce(.zero) { $0 + $1.value } == sum.value, "\(path)")
      }
    }
    #expect(looked > 100)
    #expect(
      explainer.explain("nothing") == nil && explainer.explain("indicators.CT99") == nil && explainer.explain("") == nil
    )
  }
}
