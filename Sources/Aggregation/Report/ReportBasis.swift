import Regimes
import ReportingModel

/// What the sections of one report are made from, found once for all of them.
struct ReportBasis {
  let facts: LiveFacts
  let question: ReportQuestion
  /// Of each unit, whether the filter lets it pass.
  let passing: [Bool]
  /// The submissions that the told values come from.
  let submissions: [Int]
  let values: UnitValues
  let exemplars: [ExemplarFact]
  let byUnit: QueryResult
  /// Units that stand behind the figures: with a live submission whose period belongs to the report, or with a live activity in
  /// the window.
  let reporting: Set<Int>

  init(_ facts: LiveFacts, _ question: ReportQuestion) {
    self.facts = facts
    self.question = question
    passing = facts.units.passes(question.filter)
    submissions = facts.submissions(question.window, question.basis, passing: passing)
    values = UnitValues(facts, window: question.window, basis: question.basis, filter: question.filter)
    exemplars = facts.exemplarFacts(question.basis, submissions)
    byUnit = facts.query(question.window, by: [.unit], where: question.filter)
    reporting = Set(byUnit.rows.compactMap { facts.units.index(of: $0.codes[0]) }).union(
      submissions.map { facts.live[$0].unit })
  }

  var window: Window { question.window }
  var filter: DimensionFilter { question.filter }
  var regime: Regime { facts.regime }

  /// Completeness of the listed periods, in bytewise order.
  var completeness: [PeriodCompleteness] {
    facts.listed(question).compactMap { facts.register.completeness(of: $0, where: filter) }
  }

  func query(by dimensions: [Dimension]) -> QueryResult { facts.query(window, by: dimensions, where: filter) }

  /// A row for every code of the regime, zeros included.
  func rows(of codes: [String], _ dimension: Dimension) -> [CodedMeasures] {
    facts.rows(of: codes, dimension, window, where: filter)
  }

  /// The groups that have records, by code.
  func groups(_ dimension: Dimension) -> [CodedMeasures] {
    query(by: [dimension]).rows.map { CodedMeasures(code: $0.codes[0], measures: $0.measures) }
  }
}

extension LiveFacts {
  func rows(
    of codes: [String], _ dimension: Dimension, _ window: Window, where filter: DimensionFilter
  ) -> [CodedMeasures] {
    let measures = measures(by: dimension, window, where: filter)
    return codes.map { CodedMeasures(code: $0, measures: measures[$0] ?? .zero) }
  }
}
