package import Aggregation
package import Ledger
import Regimes
import ReportingModel

extension Workspace {
  /// Everything that aggregation may see, as of a sequence: one consistent snapshot.
  /// - Parameters:
  ///   - regime: its id; without one the configured or only one.
  ///   - sequence: the end of the ledger without one.
  package func view(regime id: String?, asOf sequence: Int64?) throws -> (view: LedgerView, head: LedgerHead) {
    let state = try state(asOf: sequence)
    guard let registry = state.registry else { throw WorkspaceProblem.noRegistry }
    let regime = try state.regime(id, configured: configuration.regime)
    let last = sequence ?? state.head.sequence
    let entries = try ledger.entries(Set(EntryKind.allCases), from: max(last, 1), through: last)
    let head = entries.last.map { LedgerHead(sequence: $0.sequence, digest: $0.digest) } ?? .empty
    var records: [Int64: SubmissionRecord] = [:]
    var refused: [RefusedSubmission] = []
    for entry in try ledger.entries([.submission], from: 1, through: last) {
      let record = try SubmissionRecord(payload: entry.payload)
      guard record.regime == regime.id else { continue }
      if record.isAccepted {
        records[entry.sequence] = record
      } else if let period = PeriodKey(record.period), !record.unit.isEmpty {
        refused.append(
          RefusedSubmission(
            unit: record.unit, period: period, receivedAt: record.receivedAt, sequence: entry.sequence))
      }
    }
    var accepted: [AcceptedSubmission] = []
    accepted.reserveCapacity(records.count)
    try ledger.contents(of: Array(records.keys)) { sequence, content in
      guard let record = records[sequence] else { return }
      accepted.append(
        AcceptedSubmission(
          sequence: sequence, number: record.number, receivedAt: record.receivedAt, content: content))
    }
    let today = entries.last?.recordedAt.date ?? regime.recordedOn
    let view = LedgerView(
      regime: regime, registry: registry, asOf: last, today: today, accepted: accepted, refused: refused,
      requests: state.requests)
    return (view, head)
  }

  /// The live facts of a regime as of a sequence.
  package func facts(regime: String?, asOf sequence: Int64?) throws -> (facts: LiveFacts, head: LedgerHead) {
    let (view, head) = try view(regime: regime, asOf: sequence)
    return (LiveFacts(view), head)
  }
}
