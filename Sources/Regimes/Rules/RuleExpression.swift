package import ReportingModel

/// The rule language (<doc:regime#Rules>), parsed.
///
/// ```
/// rule       = "if" logic "then" logic | logic
/// logic      = conjunction { "or" conjunction }
/// conjunction= negation { "and" negation }
/// negation   = "not" negation | comparison
/// comparison = sum [ ( "=" | "!=" | "≠" | "<" | "<=" | "≤" | ">" | ">=" | "≥" ) sum ]
/// sum        = product { ( "+" | "-" ) product }
/// product    = sign { ( "*" | "/" ) sign }
/// sign       = "-" sign | atom
/// atom       = number | INDICATOR | "it" | "(" logic ")"
///            | "parts" "(" ( INDICATOR | "it" ) ")" | "median" "(" ( INDICATOR | "it" ) ")"
///            | "count" "(" ( "activities" | "exemplars" ) [ "where" filter ] ")"
///            | "sum" "(" ( "quantity" | "people" ) [ "where" filter ] ")"
///            | "text" "(" SECTION ")"
/// filter     = condition { "and" condition }
/// condition  = ( "task" | "area" | "channel" | "product" | "topic" ) ( "=" CODE | "in" "(" CODE { "," CODE } ")" )
/// number     = digits [ "." digits ]
/// ```
/// Arithmetic is exact. What overflows or divides by zero has no value, and a rule without a value is skipped.
package indirect enum RuleExpression: Sendable, Hashable {
  package enum Comparison: String, Sendable, Hashable {
    case equal = "=", notEqual = "≠", less = "<", lessOrEqual = "≤", greater = ">", greaterOrEqual = "≥"
  }

  package enum Arithmetic: String, Sendable, Hashable {
    case add = "+", subtract = "-", multiply = "*", divide = "/"
  }

  package enum Measure: String, Sendable, Hashable {
    case records, quantity, people
  }

  case number(Amount)
  /// A told indicator; `nil` is `it`.
  case told(String?)
  case parts(String?)
  case median(String?)
  case activities(Measure, ActivityFilter)
  case exemplars(areas: [String])
  case text(String)
  case negative(RuleExpression)
  case arithmetic(Arithmetic, RuleExpression, RuleExpression)
  case comparison(Comparison, RuleExpression, RuleExpression)
  case not(RuleExpression)
  case and(RuleExpression, RuleExpression)
  case or(RuleExpression, RuleExpression)
  case implication(RuleExpression, RuleExpression)

  /// Whether it is true or false, rather than a number.
  var isLogic: Bool {
    switch self {
    case .text, .comparison, .not, .and, .or, .implication: true
    default: false
    }
  }

  /// Its direct parts.
  private var operands: [RuleExpression] {
    switch self {
    case .negative(let one), .not(let one): [one]
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .and(let left, let right),
      .or(let left, let right), .implication(let left, let right):
      [left, right]
    default: []
    }
  }

  /// What it asks of a submission, in the order it asks: its parts that have no parts.
  package var asked: [RuleExpression] { operands.isEmpty ? [self] : operands.flatMap(\.asked) }

  /// The indicators it names, in the order it names them, without repetition.
  package var indicators: [String] {
    var found: [String] = []
    for part in asked {
      switch part {
      case .told(let code?), .parts(let code?), .median(let code?): if !found.contains(code) { found.append(code) }
      default: continue
      }
    }
    return found
  }
}

/// What a rule says of a submission.
package enum RuleOutcome: Sendable, Hashable {
  case passes
  case fails
  /// Something it needs is not told, or has no value.
  case skipped
}

extension Regime {
  /// Whether a rule compares what a unit tells with what its peers told.
  package var comparesPeers: Bool {
    rules.contains { rule in
      rule.expression.asked.contains { if case .median = $0 { true } else { false } }
    }
  }
}
