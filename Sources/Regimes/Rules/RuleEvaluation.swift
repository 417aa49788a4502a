import ReportingModel

extension RuleExpression {
  /// Applies the rule.
  /// - Parameters:
  ///   - missing: what a value that is not told counts as.
  ///   - it: the indicator that `it` means.
  package func evaluate(_ context: some RuleContext, missing: Rule.MissingStrategy, it: String? = nil) -> RuleOutcome {
    switch RuleEvaluator(context: context, missing: missing, it: it).logic(self) {
    case true?: .passes
    case false?: .fails
    case nil: .skipped
    }
  }
}

/// Walks an expression; `nil` is "no value".
private struct RuleEvaluator<Context: RuleContext> {
  let context: Context
  let missing: Rule.MissingStrategy
  let it: String?

  func logic(_ expression: RuleExpression) -> Bool? {
    switch expression {
    case .text(let section): return context.hasNarrative(section)
    case .not(let inner): return logic(inner).map { !$0 }
    case .and(let left, let right):
      guard let first = logic(left), let second = logic(right) else { return nil }
      return first && second
    case .or(let left, let right):
      guard let first = logic(left), let second = logic(right) else { return nil }
      return first || second
    case .implication(let premise, let conclusion):
      guard let holds = logic(premise) else { return nil }
      return holds ? logic(conclusion) : true
    case .comparison(let comparison, let left, let right):
      guard let first = number(left), let second = number(right), let order = Rational.compare(first, second) else {
        return nil
      }
      switch comparison {
      case .equal: return order == 0
      case .notEqual: return order != 0
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      case .greaterOrEqual: return order >= 0
      }
    default: return nil
    }
  }

  func number(_ expression: RuleExpression) -> Rational? {
    switch expression {
    case .number(let amount): return Rational(amount)
    case .told(let code):
      guard let code = code ?? it else { return nil }
      if let value = context.told(code) { return Rational(value) }
      return missing == .zero ? Rational(0) : nil
    case .parts(let code): return (code ?? it).flatMap(context.parts).map { Rational($0) }
    case .median(let code): return (code ?? it).flatMap(context.median).map { Rational($0) }
    case .activities(let measure, let filter):
      var total: Int128 = 0
      for activity in context.activities where filter.matches(activity) {
        switch measure {
        case .records: total += 1
        case .quantity: total += Int128(activity.quantity)
        case .people: total += Int128(activity.people)
        }
      }
      return Rational(total)
    case .exemplars(let areas):
      return Rational(Int128(context.exemplarAreas.count { areas.isEmpty || areas.contains($0) }))
    case .negative(let inner): return number(inner).flatMap { Rational.multiply(Rational(-1), $0) }
    case .arithmetic(let operation, let left, let right):
      guard let first = number(left), let second = number(right) else { return nil }
      switch operation {
      case .add: return Rational.add(first, second)
      case .subtract: return Rational.add(first, second, sign: -1)
      case .multiply: return Rational.multiply(first, second)
      case .divide: return Rational.divide(first, second)
      }
    default: return nil
    }
  }
}
