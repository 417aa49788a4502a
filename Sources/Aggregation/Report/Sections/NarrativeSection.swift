import Regimes
package import ReportingModel

/// What units wrote; only the copy for the department shows it.
package struct NarrativeSection: ReportSection {
  package let rows: [NarrativeRow]
  /// Number of units that wrote each section, in the regime's order.
  package let unitsBySection: [(code: String, units: Int)]
  package let explanations: [ExplanationRow]

  init(_ basis: ReportBasis) {
    let rows = basis.facts.narratives(basis.submissions)
    self.rows = rows
    unitsBySection = basis.regime.sections.map { section in
      (section.code, Set(rows.filter { $0.section == section.code }.map(\.unit)).count)
    }
    explanations = basis.facts.explanations(basis.submissions)
  }

  package var members: [String: JSONValue] {
    [
      "narratives": .array(rows.map(\.json)), "explanations": .array(explanations.map(\.json)),
      "sections": .array(unitsBySection.map { .object(["code": .string($0.code), "units": .int($0.units)]) }),
    ]
  }
}

/// A narrative section as a report lists it, verbatim.
package struct NarrativeRow: Sendable, Hashable {
  package var unit: String
  package var period: PeriodKey
  package var section: String
  package var text: String

  var json: JSONValue {
    .object([
      "unit": .string(unit), "period": .string(period.description), "section": .string(section),
      "text": .string(text),
    ])
  }
}

/// Why a unit says that a warning about its figures is none, in its own words (<doc:bundle#giaiTrinh>).
package struct ExplanationRow: Sendable, Hashable {
  package var unit: String
  package var period: PeriodKey
  /// The rule or finding that it explains.
  package var rule: String
  package var text: String

  static func rows(_ explanations: [KeyedText], of unit: String, for period: PeriodKey) -> [ExplanationRow] {
    explanations.map { ExplanationRow(unit: unit, period: period, rule: $0.key, text: $0.text) }
  }

  /// By unit, period, rule and text.
  static func sorted(_ rows: [ExplanationRow]) -> [ExplanationRow] {
    rows.sortedBytewise { [$0.unit, $0.period.description, $0.rule, $0.text] }
  }

  var json: JSONValue {
    .object([
      "unit": .string(unit), "period": .string(period.description), "rule": .string(rule), "text": .string(text),
    ])
  }
}
