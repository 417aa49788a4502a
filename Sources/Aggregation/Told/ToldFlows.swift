import Regimes
import ReportingModel

/// What units told of flows, period by period (<doc:counting#Flows>).
struct ToldFlows {
  let regime: Regime
  let units: UnitTable
  let periods: PeriodBook
  let live: [LiveSubmission]
  let liveIndex: [LiveKey: Int]

  /// Parts of parts of parts: no regime goes so deep, and a circle ends here.
  private static let depthLimit = 16

  /// One increment for each flow that a live submission tells, in the order of the submissions and then of the regime.
  func increments() -> [Increment] {
    let flows = regime.indicators.filter { $0.nature == .flow }
    return live.indices.flatMap { index -> [Increment] in
      let submission = live[index]
      guard let period = submission.period, period.entersWindows else { return [] }
      return flows.compactMap { flow in
        guard let told = submission.told(flow, kind: units.kind(of: submission.unit)) else { return nil }
        let contained = period.parts.reduce(Amount.zero) { $0 + self.told(flow, by: submission, for: $1, depth: 0) }
        return Increment(
          unit: submission.unit, submission: index, unitCode: submission.unitCode, period: period.key,
          indicator: flow.code, day: period.window.to, told: told, value: told - contained)
      }
    }
  }

  /// *told(P)*: the value for a period if the unit tells one, else the sum over its parts, 0 without parts.
  private func told(_ flow: Indicator, by submission: LiveSubmission, for key: PeriodKey, depth: Int) -> Amount {
    if let index = liveIndex[LiveKey(unit: submission.unitCode, period: key)],
      let value = live[index].told(flow, kind: units.kind(of: submission.unit))
    {
      return value
    }
    guard depth < ToldFlows.depthLimit, let parts = periods.period(key)?.parts else { return .zero }
    return parts.reduce(Amount.zero) { $0 + told(flow, by: submission, for: $1, depth: depth + 1) }
  }
}

extension LiveSubmission {
  /// What the submission tells of an indicator; `nil` is *not told*.
  ///
  /// A nil return tells 0 for every flow that its kind is asked (<doc:bundle#khongPhatSinh>). A value told for a
  /// derived indicator is not used (<doc:bundle#chiTieu>).
  func told(_ indicator: Indicator, kind: String) -> Amount? {
    guard !indicator.isDerived else { return nil }
    if let value = content.value(of: indicator.code) { return value }
    return content.header.nilReturn && indicator.nature == .flow && indicator.asks(kind) ? .zero : nil
  }
}
