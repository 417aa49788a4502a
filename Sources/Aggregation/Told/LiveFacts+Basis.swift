import Regimes
package import ReportingModel

/// One submission's part in the value of a told indicator: what `audit explain` follows a figure back to.
package struct ToldContribution: Sendable, Hashable {
  package var unit: String
  package var period: PeriodKey
  package var sequence: Int64
  /// What it adds to the report's value.
  package var value: Amount
  /// What it tells; more than it adds where its period's parts told before.
  package var told: Amount
  /// Line in the file it was read from; 0 for the zero of a nil return.
  package var line: Int
}

extension LiveFacts {
  /// Indices of the live submissions whose exemplars and narratives belong to a report, as indicators do.
  func submissions(_ window: Window, _ basis: ToldBasis, passing: [Bool]) -> [Int] {
    live.indices.filter { index in
      guard passing[live[index].unit], let day = live[index].day else { return false }
      return switch basis {
      case .window: window.contains(day)
      case .period(let key): live[index].key == key
      case .activitiesOnly: false
      }
    }
  }

  /// Whether a told value falls into a report: of a flow or a stock, on the last day of its period.
  func tellsSomething(_ window: Window, _ basis: ToldBasis, passing: [Bool]) -> Bool {
    submissions(window, basis, passing: passing).contains { index in
      let submission = live[index]
      guard basis != .window || submission.period?.entersWindows ?? false else { return false }
      return regime.indicators.contains { submission.told($0, kind: units.kind(of: submission.unit)) != nil }
    }
  }

  /// The submissions that make up the value of one told indicator, by unit and sequence.
  package func contributions(
    to code: String, window: Window, basis: ToldBasis = .window, where filter: DimensionFilter = [:]
  ) -> [ToldContribution] {
    guard let indicator = regime.indicator(code), !indicator.isDerived else { return [] }
    let passing = units.passes(filter)
    if basis == .window, indicator.nature == .flow {
      return increments.filter { $0.indicator == code && window.contains($0.day) && passing[$0.unit] }
        .map { contribution(of: $0.submission, to: code, value: $0.value, told: $0.told) }
    }
    let chosen =
      switch basis {
      case .window: stockSubmissions(on: window.to).values.sorted()
      case .period(let key): live.indices.filter { live[$0].key == key }
      case .activitiesOnly: [Int]()
      }
    return chosen.compactMap { index in
      let unit = live[index].unit
      guard passing[unit], indicator.nature == .flow || units.isInForce(unit, on: window.to),
        let told = live[index].told(indicator, kind: units.kind(of: unit))
      else { return nil }
      return contribution(of: index, to: code, value: told, told: told)
    }
  }

  private func contribution(of index: Int, to code: String, value: Amount, told: Amount) -> ToldContribution {
    ToldContribution(
      unit: live[index].unitCode, period: live[index].key, sequence: live[index].sequence, value: value, told: told,
      line: live[index].content.indicators.first { $0.code == code }?.line ?? 0)
  }
}
