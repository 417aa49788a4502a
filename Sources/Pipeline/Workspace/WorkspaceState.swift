import Hashing
package import Ledger
package import Regimes
import ReportingModel
import Schemas

/// The regimes, the registry and the requests that are in force as of a sequence.
package struct WorkspaceState: Sendable {
  package var head: LedgerHead
  /// By id, the latest version of each.
  package var regimes: [Regime]
  package var registry: Registry?
  package var requests: [CollectionRequest]

  /// The regime with an id; without one the configured, else the only one.
  package func regime(_ id: String?, configured: String?) throws -> Regime {
    if let id {
      guard let regime = regimes.first(where: { $0.id == id }) else { throw WorkspaceProblem.unknownRegime(id) }
      return regime
    }
    if let configured, let regime = regimes.first(where: { $0.id == configured }) { return regime }
    guard let first = regimes.first else { throw WorkspaceProblem.unknownRegime("") }
    return first
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
    var regimeDigests: [(id: String, digest: Digest)] = []
    var registryDigest: Digest?
    for entry in try ledger.entries([.regime, .registry], from: 1, through: last) {
      if entry.kind == .regime {
        let record = try RegimeRecord(payload: entry.payload)
        if let index = regimeDigests.firstIndex(where: { $0.id == record.id }) {
          regimeDigests[index].digest = record.digest
        } else {
          regimeDigests.append((record.id, record.digest))
        }
      } else {
        registryDigest = try RegistryRecord(payload: entry.payload).digest
      }
    }
    let regimes = try regimeDigests.map { try regime(stored: $0.digest) }
    let registry = try registryDigest.map { try self.registry(stored: $0, regimes: regimes) }
    return WorkspaceState(head: head, regimes: regimes, registry: registry, requests: try requests(through: last))
  }

  private func regime(stored digest: Digest) throws -> Regime {
    let loaded = RegimeLoader.load(
      try objects.bytes(of: digest), schema: Schemas.regimeXSD, digest: digest, file: "regime.xml")
    guard let regime = loaded.regime else { throw WorkspaceProblem.refused(loaded.findings) }
    return regime.addingDaysOff(configuration.extraDaysOff)
  }

  private func registry(stored digest: Digest, regimes: [Regime]) throws -> Registry {
    guard let regime = regimes.first else { throw WorkspaceProblem.unknownRegime("") }
    let read = RegistryReader.read(
      try objects.bytes(of: digest), regime: regime, digest: digest, file: "units.csv")
    guard let registry = read.registry else { throw WorkspaceProblem.refused(read.findings) }
    return registry
  }
}
