import Regimes
package import ReportingModel

/// One ratio in a report, with the sums that it was made of (<doc:regime#Ratios>).
package struct RatioFigure: Sendable, Hashable {
  package var code: String
  /// Kind of the units it is taken over; `nil`: all.
  package var kind: String?
  /// `nil` where the denominator is zero.
  package var value: Percent?
  package var numerator: Amount
  /// Sum of the other indicator, or the number of units that told the numerator.
  package var denominator: Amount
  /// Units that gave what the ratio needs.
  package var units: Int
}

extension UnitValues {
  /// Every ratio of the regime, in its order, over the units that gave both figures.
  func ratios(_ facts: LiveFacts) -> [RatioFigure] {
    facts.regime.ratios.map { ratio($0, kind: nil) { _ in true } }
  }

  /// The same for each unit kind in which a unit gave both, by kind within each ratio.
  func ratiosByKind(_ facts: LiveFacts) -> [RatioFigure] {
    facts.regime.ratios.flatMap { ratio in
      let kinds = Set((values[ratio.numerator] ?? [:]).keys.map { facts.units.code(of: $0, .kind) })
      return kinds.sorted { $0.bytewisePrecedes($1) }
        .map { kind in self.ratio(ratio, kind: kind) { facts.units.code(of: $0, .kind) == kind } }
        .filter { $0.units > 0 }
    }
  }

  private func ratio(_ ratio: Ratio, kind: String?, _ passes: (Int) -> Bool) -> RatioFigure {
    var figure = RatioFigure(code: ratio.code, kind: kind, value: nil, numerator: .zero, denominator: .zero, units: 0)
    for (unit, value) in values[ratio.numerator] ?? [:] where passes(unit) {
      switch ratio.denominator {
      case .tellingUnits: figure.denominator += Amount(1)
      case .indicator(let code):
        guard let whole = values[code]?[unit] else { continue }
        figure.denominator += whole
      }
      figure.numerator += value
      figure.units += 1
    }
    figure.value = Percent(figure.numerator.thousandths, of: figure.denominator.thousandths)
    return figure
  }
}
