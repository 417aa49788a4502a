package import Regimes
package import ReportingModel

/// What is in force as of N: the regimes with all their versions, the registry, and the requests.
package struct InForce: Sendable {
  /// In the order they came; never empty in a workspace.
  package private(set) var regimes: [RegimeHistory]
  package private(set) var registry: Registry?
  /// Of all regimes, closed ones too, in the order they were opened.
  package private(set) var requests: [CollectionRequest]
  /// The regime that is meant where none is named: the office's choice, else the first one.
  private let chosen: String?

  package init(
    regimes: [RegimeHistory], registry: Registry?, requests: [CollectionRequest] = [], chosen: String? = nil
  ) {
    self.regimes = regimes
    self.registry = registry
    self.requests = requests
    self.chosen = chosen
  }

  /// No regime has that id; `nil`: there is none at all.
  package struct UnknownRegime: Error, Sendable, Hashable {
    package let id: String?
    /// Those that there are.
    package let known: [String]
  }

  /// The regime with an id; without one the office's choice, else the first.
  package func regime(_ id: String?) throws(UnknownRegime) -> RegimeHistory {
    let wanted = id ?? chosen
    guard let found = wanted.map({ id in regimes.first { $0.id == id } }) ?? regimes.first else {
      throw UnknownRegime(id: wanted, known: regimes.map(\.id))
    }
    return found
  }

  /// The requests of one regime.
  package func requests(of regime: String) -> [CollectionRequest] { requests.filter { $0.regime == regime } }

  /// The unit's row for a period: the one in force on its last day, else any that was in force in it, else its latest.
  package func describe(_ unit: String, _ key: PeriodKey, in regime: String) -> UnitRow? {
    guard let registry else { return nil }
    let period = regimes.first { $0.id == regime }?.resolve(key, requests: requests(of: regime))
    return registry.describe(unit, for: period)
  }
}
