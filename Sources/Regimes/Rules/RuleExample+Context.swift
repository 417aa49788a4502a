package import ReportingModel

extension RuleExample: RuleContext {
  package func told(_ indicator: String) -> Amount? { told[indicator] }
  package func hasNarrative(_ section: String) -> Bool { narratives.contains(section) }
  package func parts(_ indicator: String) -> Amount? { parts[indicator] }
  package func median(_ indicator: String) -> Amount? { medians[indicator] }
}

extension Regime {
  /// Rules that do not do what one of their own examples says, each with the example's number, from 1.
  package var failingExamples: [(rule: Rule, number: Int)] {
    rules.flatMap { rule in
      rule.examples.enumerated().filter { rule.outcome(of: $1) != ($1.passes ? .passes : .fails) }
        .map { (rule, $0.offset + 1) }
    }
  }
}

extension Rule {
  /// What the rule says of an example: a rule over each indicator fails when it fails for any that is told.
  package func outcome(of example: RuleExample) -> RuleOutcome {
    guard scope != .submission else { return expression.evaluate(example, missing: missing) }
    let outcomes = example.told.keys.sorted().filter(indicators.contains).map {
      expression.evaluate(example, missing: missing, it: $0)
    }
    if outcomes.contains(.fails) { return .fails }
    return outcomes.contains(.passes) ? .passes : .skipped
  }
}
