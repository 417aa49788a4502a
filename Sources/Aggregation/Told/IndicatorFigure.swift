import Regimes
package import ReportingModel

/// One indicator in a report (<doc:commands#Canonical-report>).
package struct IndicatorFigure: Sendable, Hashable {
  package var code: String
  /// `nil` where no unit told it: not told is not zero.
  package var value: Amount?
  /// Units that told it.
  package var units: Int
  /// Those of the expected units that told it.
  package var requiredUnits: Int
  /// Units in force on the last day that owe a period ending in the window and are asked for the indicator.
  package var expected: Int
}

/// An indicator among the units of one kind.
package struct IndicatorOfKind: Sendable, Hashable {
  package var code: String
  package var kind: String
  package var value: Amount
  package var units: Int
}

extension UnitValues {
  /// Every indicator of the regime, in its order.
  /// - Parameter owing: numbers of the units that owe a period.
  func figures(_ facts: LiveFacts, owing: Set<Int>) -> [IndicatorFigure] {
    facts.regime.indicators.map { indicator in
      let told = values[indicator.code] ?? [:]
      let expected = owing.filter { indicator.asks(facts.units.kind(of: $0)) }
      return IndicatorFigure(
        code: indicator.code, value: told.isEmpty ? nil : told.values.reduce(.zero, +), units: told.count,
        requiredUnits: expected.count { told[$0] != nil }, expected: expected.count)
    }
  }

  /// Every indicator by unit kind, where a unit of the kind told it: in the regime's order, then by kind.
  func byKind(_ facts: LiveFacts) -> [IndicatorOfKind] {
    facts.regime.indicators.flatMap { indicator in
      Dictionary(grouping: values[indicator.code] ?? [:]) { facts.units.code(of: $0.key, .kind) }
        .map { kind, told in
          IndicatorOfKind(
            code: indicator.code, kind: kind, value: told.reduce(.zero) { $0 + $1.value }, units: told.count)
        }
        .sorted { $0.kind.bytewisePrecedes($1.kind) }
    }
  }
}
