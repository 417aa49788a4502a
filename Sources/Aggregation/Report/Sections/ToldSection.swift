import Regimes
package import ReportingModel

/// What units told of themselves: indicators and ratios (<doc:counting#Indicators>).
package struct ToldSection: ReportSection {
  package let indicators: [IndicatorFigure]
  package let ratios: [RatioFigure]
  package let indicatorsByKind: [IndicatorOfKind]
  package let ratiosByKind: [RatioFigure]
  /// Periods that gave each told indicator its values, in the regime's order.
  package let periods: [(code: String, periods: [PeriodKey])]

  init(_ basis: ReportBasis) {
    let (facts, values) = (basis.facts, basis.values)
    indicators = values.figures(facts, owing: facts.owing(basis.question, basis.passing))
    ratios = values.ratios(facts)
    indicatorsByKind = values.byKind(facts)
    ratiosByKind = values.ratiosByKind(facts)
    periods = basis.regime.indicators.filter { !$0.isDerived }
      .map { ($0.code, (values.periods[$0.code] ?? []).sorted()) }
  }

  package var members: [String: JSONValue] {
    [
      "indicators": .array(indicators.map(\.json)),
      "ratios": .array(
        ratios.map { .object(["code": .string($0.code), "value": .optional($0.value?.description)]) }),
      "ratioTerms": .array(ratios.map(\.terms)), "ratiosByKind": .array(ratiosByKind.map(\.terms)),
      "indicatorsByKind": .array(indicatorsByKind.map(\.json)),
      "indicatorPeriods": .array(
        periods.map { row in
          .object([
            "code": .string(row.code), "periods": .array(row.periods.map { .string($0.description) }),
          ])
        }),
    ]
  }
}

extension IndicatorFigure {
  var json: JSONValue {
    .object([
      "code": .string(code), "value": .optional(value?.description), "units": .int(units),
      "requiredUnits": .int(requiredUnits), "expected": .int(expected),
    ])
  }
}

extension IndicatorOfKind {
  var json: JSONValue {
    .object([
      "code": .string(code), "loai": .string(kind), "value": .string(value.description), "units": .int(units),
    ])
  }
}

extension RatioFigure {
  var terms: JSONValue {
    var members: [String: JSONValue] = [
      "code": .string(code), "value": .optional(value?.description), "numerator": .string(numerator.description),
      "denominator": .string(denominator.description), "units": .int(units),
    ]
    if let kind { members["loai"] = .string(kind) }
    return .object(members)
  }
}
