import Regimes
package import ReportingModel

/// Follows the figures of one report back to what units sent (<doc:record#Explanations>).
///
/// It adds nothing up by itself: what it finds is held against the report's own figure by whoever asks.
package struct FigureExplainer: Sendable {
  package typealias BySubmission = (formula: LocalizedText, contributions: [Contribution])

  let facts: LiveFacts
  let question: ReportQuestion
  let passing: [Bool]
  let values: UnitValues
  let submissions: [Int]
  let completeness: [PeriodCompleteness]
  let exemplars: [ExemplarFact]
  /// Units that stand behind the figures.
  let reporting: Set<Int>
  let owing: Set<Int>
  /// The first submission of each unit, by unit.
  private let firstSubmission: [Int: Int]

  var window: Window { question.window }
  var regime: Regime { facts.regime }

  package init(_ facts: LiveFacts, _ question: ReportQuestion) {
    self.facts = facts
    self.question = question
    let basis = ReportBasis(facts, question)
    passing = basis.passing
    values = basis.values
    submissions = basis.submissions
    completeness = basis.completeness
    exemplars = basis.exemplars
    reporting = basis.reporting
    owing = facts.owing(question, passing)
    firstSubmission = Dictionary(
      submissions.map { (facts.live[$0].unit, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where a figure of the canonical report comes from; `nil` for a path that leads to no figure that is a sum.
  package func explain(_ path: String) -> FigureExplanation? {
    guard let (scope, steps) = scope(of: path.split(separator: ".").map(String.init)),
      let source = scope.source(steps)
    else { return nil }
    return FigureExplanation(formula: scope.formula(source, steps), terms: scope.terms(source))
  }

  /// What each submission adds to a figure, one row a unit and submission, with its line where it is one row alone; of a ratio its
  /// numerator.
  package func bySubmission(_ path: String) -> BySubmission? {
    guard let (scope, steps) = scope(of: path.split(separator: ".").map(String.init)), let source = scope.source(steps)
    else { return nil }
    var sums: [(unit: Int, submission: Int?, table: Contribution.Table, line: Int, value: Amount)] = []
    var places: [Int: Int] = [:]
    func add(_ unit: Int, _ submission: Int?, _ table: Contribution.Table, _ place: Place, _ value: Amount) {
      let key = submission ?? -1 - unit
      if let place = places[key] {
        sums[place].value += value
        sums[place].line = 0
      } else {
        places[key] = sums.count
        sums.append((unit, submission, table, line(of: place, in: submission), value))
      }
    }
    var term = source
    if case .ratio(let numerator, _) = source { term = numerator }
    scope.each(term, add)
    let contributions = sums.sorted { ($0.unit, $0.submission ?? -1) < ($1.unit, $1.submission ?? -1) }.map { sum in
      scope.contribution(sum.unit, sum.submission, sum.table, sum.line, sum.value)
    }
    return (scope.formula(source, steps), contributions)
  }

  /// The explainer of the window that a path speaks of, and the path within it.
  func scope(of steps: [String]) -> (FigureExplainer, [String])? {
    switch steps.first {
    case "before"?:
      var before = ReportQuestion(window: window.yearBefore)
      before.basis = question.beforeBasis
      before.filter = question.filter
      return (FigureExplainer(facts, before), Array(steps.dropFirst()))
    case "parts"?:
      guard steps.count > 2, let part = question.parts.first(where: { $0.key == steps[1] }) else { return nil }
      var half = ReportQuestion(window: part.window)
      half.filter = question.filter
      return (FigureExplainer(facts, half), Array(steps.dropFirst(2)))
    case nil: return nil
    default: return (self, steps)
    }
  }

  private func terms(_ source: FigureSource) -> [FigureExplanation.Term] {
    func term(_ name: String, _ source: FigureSource) -> FigureExplanation.Term {
      var contributions: [Contribution] = []
      each(source) { unit, submission, table, place, value in
        contributions.append(contribution(unit, submission, table, line(of: place, in: submission), value))
      }
      return FigureExplanation.Term(
        name: name, value: contributions.reduce(.zero) { $0 + $1.value }, contributions: contributions)
    }
    if case .ratio(let numerator, let denominator) = source {
      return [term("numerator", numerator), term("denominator", denominator)]
    }
    return [term("value", source)]
  }

  private func contribution(
    _ unit: Int, _ submission: Int?, _ table: Contribution.Table, _ line: Int, _ value: Amount
  ) -> Contribution {
    let own = submission.map { facts.live[$0] }
    return Contribution(
      unit: facts.units.codes[unit], period: own?.key, sequence: own?.sequence, table: table, line: line, value: value)
  }

  /// A unit with the submission that speaks for it in this window.
  func unit(_ unit: Int) -> (unit: Int, submission: Int?) { (unit, firstSubmission[unit]) }
}
