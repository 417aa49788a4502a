import Hashing
package import Ledger
package import Regimes
package import ReportingModel
import Schemas
import Validation

/// The regimes, the registry and the requests that are in force as of a sequence.
package struct WorkspaceState: Sendable {
  package var head: LedgerHead
  /// In the order they came, each with all its versions; never empty in a workspace.
  package var regimes: [RegimeHistory]
  package var registry: Registry?
  /// Of all regimes, closed ones too.
  package var requests: [CollectionRequest]
  /// Templates that regimes brought with them, by regime and name: `NQ71/quarter.ubnd-tinh`.
  package var templates: [String: Digest] = [:]
  package var issued: [ReportRecord] = []

  /// The regime with an id; without one the configured, else the first.
  package func regime(_ id: String?, configured: String?) throws -> RegimeHistory {
    if let id {
      guard let regime = regimes.first(where: { $0.id == id }) else { throw WorkspaceProblem.unknownRegime(id) }
      return regime
    }
    if let configured {
      guard let regime = regimes.first(where: { $0.id == configured }) else {
        throw WorkspaceProblem.configuration("regime: \(configured)")
      }
      return regime
    }
    guard let first = regimes.first else { throw WorkspaceProblem.unknownRegime("") }
    return first
  }
}

extension WorkspaceState {
  /// The requests of one regime.
  package func requests(of regime: String) -> [CollectionRequest] { requests.filter { $0.regime == regime } }

  /// The periods of a regime on which a report was issued, with the first of them.
  func closedPeriods(of regime: String) -> [PeriodKey: ClosedPeriod] {
    Dictionary(
      issued.filter { $0.regime == regime }.flatMap { report in
        report.periods.compactMap { PeriodKey($0) }.map { ($0, ClosedPeriod(number: report.number, date: report.date)) }
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension Workspace {
  /// What is in force as of a sequence; the end of the ledger without one.
  package func state(asOf sequence: Int64? = nil) throws -> WorkspaceState {
    let head = try ledger.head()
    let last = sequence ?? head.sequence
    guard last <= head.sequence, last >= 0 else {
      throw WorkspaceProblem.beyondEnd(asked: last, last: head.sequence)
    }
    var regimes: [RegimeHistory] = []
    var templates: [String: Digest] = [:]
    var registryDigest: Digest?
    for entry in try ledger.entries([.regime, .registry, .template], from: 1, through: last) {
      switch entry.kind {
      case .regime:
        let version = try regime(stored: RegimeRecord(payload: entry.payload).digest)
        if let index = regimes.firstIndex(where: { $0.id == version.id }) {
          regimes[index].append(version, recordedAt: entry.recordedAt)
        } else {
          regimes.append(RegimeHistory(version, recordedAt: entry.recordedAt))
        }
      case .template:
        let record = try TemplateRecord(payload: entry.payload)
        templates["\(record.regime)/\(record.name)"] = record.digest
      default:
        registryDigest = try RegistryRecord(payload: entry.payload).digest
      }
    }
    let registry = try registryDigest.map { try self.registry(stored: $0, regimes: regimes) }
    return WorkspaceState(
      head: head, regimes: regimes, registry: registry, requests: try requests(through: last), templates: templates,
      issued: try issuedReports(through: last).map(\.record))
  }

  private func regime(stored digest: Digest) throws -> Regime {
    let loaded = RegimeLoader.load(
      try objects.bytes(of: digest), schema: Schemas.regimeXSD, digest: digest, file: "regime.xml")
    guard let regime = loaded.regime else { throw WorkspaceProblem.refused(loaded.findings) }
    return regime.addingDaysOff(configuration.extraDaysOff)
  }

  private func registry(stored digest: Digest, regimes: [RegimeHistory]) throws -> Registry {
    try readRegistry(objects.bytes(of: digest), file: "units.csv", for: regimes.flatMap(\.versions)).registry
  }
}
