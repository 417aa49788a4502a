package import Regimes
package import ReportingModel
import Settings

/// Gives the regimes and registries that entries name by digest, each held against it.
package protocol PlanSource: Sendable {
  func regime(_ digest: Digest) throws -> Regime
  func registry(_ digest: Digest, for regimes: [Regime]) throws -> Registry
}

extension Register {
  /// Reads what is in force as of the last entry taken: each file once.
  package mutating func resolve(_ source: some PlanSource) throws {
    let daysOff = Set(settings.daysOff)
    var regimes: [RegimeHistory] = []
    for version in plan.regimes {
      let regime = try source.regime(version.digest).addingDaysOff(daysOff)
      if let index = regimes.firstIndex(where: { $0.id == regime.id }) {
        regimes[index].append(regime, recordedAt: version.recordedAt)
      } else {
        regimes.append(RegimeHistory(regime, recordedAt: version.recordedAt))
      }
    }
    let registry = try plan.registry.map { try source.registry($0, for: regimes.flatMap(\.versions)) }
    inForce = InForce(regimes: regimes, registry: registry, requests: plan.requests, chosen: settings.regime)
  }
}
