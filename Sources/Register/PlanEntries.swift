import Ledger
import Regimes
import ReportingModel

/// What the entries say of regimes, registry and requests, before the files that they name are read.
struct PlanEntries: Sendable {
  struct RegimeVersion: Sendable, Hashable {
    let digest: Digest
    let recordedAt: Instant
  }

  private(set) var regimes: [RegimeVersion] = []
  private(set) var registry: Digest?
  private(set) var requests: [CollectionRequest] = []

  mutating func note(_ event: Event, recordedAt: Instant) {
    switch event {
    case .regime(let event): regimes.append(RegimeVersion(digest: event.digest, recordedAt: recordedAt))
    case .registry(let event): registry = event.digest
    case .request(let event):
      requests.append(
        CollectionRequest(
          regime: event.regime, code: event.code, title: event.title, window: event.window, due: event.due,
          partOf: event.partOf, kinds: event.kinds, levels: event.levels, units: event.units))
    case .closing(let event):
      for index in requests.indices
      where requests[index].regime == event.regime && requests[index].code == event.code {
        requests[index].closedAt = recordedAt
      }
    default: break
    }
  }
}
