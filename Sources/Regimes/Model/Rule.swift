package import ReportingModel

/// A validation rule of the regime: data in a small expression language (<doc:regime#Rules>).
package struct Rule: Sendable {
  /// What a missing value does.
  package enum MissingStrategy: String, Sendable {
    case skip
    case zero
  }

  /// Once per submission, or once for every told indicator of a nature, which the expression calls `it`.
  package enum Scope: String, Sendable {
    case submission
    case eachFlow
    case eachTold
  }

  /// `R01`.
  package var code: String
  package var severity: Severity
  package var scope: Scope
  /// Of a rule over each indicator: those that it is about.
  package var indicators: [String]
  package var expression: RuleExpression
  /// The expression as the regime writes it.
  package var source: String
  package var missing: MissingStrategy
  /// Unit kinds it applies to; empty: all.
  package var unitKinds: [String]
  /// Period kinds it applies to; empty: all.
  package var periodKinds: [String]
  /// With `{{CT15}}`, `{{it}}`, `{{it.code}}`, `{{parts}}`, `{{median}}` filled in.
  package var message: LocalizedText
  package var hint: LocalizedText
  package var cite: String?
  package var examples: [RuleExample]

  /// The code of its findings: `RULE-R01`.
  package var findingCode: String { "RULE-\(code)" }
}

/// A submission in miniature for which a rule passes or fails; every rule carries both.
package struct RuleExample: Sendable, Hashable {
  package var passes: Bool
  /// Told values by indicator.
  package var told: [String: Amount]
  package var activities: Rows<Activity>
  package var narratives: [String]
  /// Values that the parts told, and medians, by indicator.
  package var parts: [String: Amount]
  package var medians: [String: Amount]
  /// Content areas of its exemplars, one per exemplar.
  package var exemplarAreas: [String] = []
}
