import Regimes
import ReportingModel

/// What units told of flows, period by period (<doc:counting#Flows>).
struct ToldFlows {
  let regime: Regime
  let units: UnitTable
  let periods: PeriodBook
  let live: [LiveSubmission]
  let liveIndex: [UnitPeriod: Int]

  /// One increment for each flow that a live submission tells, in the order of the submissions and then of the regime.
  func increments() -> [Increment] {
    let flows = regime.indicators.filter { $0.nature == .flow }
    return live.indices.flatMap { index -> [Increment] in
      let submission = live[index]
      guard let period = submission.period, period.entersWindows else { return [] }
      return flows.compactMap { flow in
        guard let told = submission.told(flow, kind: units.kind(of: submission.unit)) else { return nil }
        let contained = self.told(flow, by: submission).sum(period.parts) ?? .zero
        return Increment(
          unit: submission.unit, submission: index, unitCode: submission.unitCode, period: period.key,
          indicator: flow.code, day: period.window.to, told: told, value: told - contained)
      }
    }
  }

  /// *told(P)* of a flow, for the unit that sent a submission.
  private func told(_ flow: Indicator, by submission: LiveSubmission) -> ToldSum {
    ToldSum(parts: { periods.period($0)?.parts ?? [] }) { key in
      liveIndex[UnitPeriod(unit: submission.unitCode, period: key)].flatMap { index in
        live[index].told(flow, kind: units.kind(of: submission.unit))
      }
    }
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
