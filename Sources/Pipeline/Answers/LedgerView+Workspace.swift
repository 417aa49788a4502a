package import Aggregation
package import Ledger
package import Regimes
import ReportingModel

extension Workspace {
  /// Everything that aggregation may see, as of a sequence: one consistent snapshot.
  /// - Parameters:
  ///   - regime: its id; without one the configured or only one.
  ///   - sequence: the end of the ledger without one.
  ///   - choose: which of the regime's versions, its requests given; the one that applies on the day of the sequence without.
  package func view(
    regime id: String?, asOf sequence: Int64?, choose: VersionChoice? = nil
  ) throws -> (view: LedgerView, head: LedgerHead) {
    let state = try state(asOf: sequence)
    guard let registry = state.registry else { throw WorkspaceProblem.noRegistry }
    let history = try state.regime(id, configured: configuration.regime)
    let last = sequence ?? state.head.sequence
    let entries = try ledger.entries(Set(EntryKind.allCases), from: max(last, 1), through: last)
    let head = entries.last.map { LedgerHead(sequence: $0.sequence, digest: $0.digest) } ?? .empty
    let requests = state.requests(of: history.id)
    let regime =
      choose?(history, requests) ?? entries.last.map { history.applying(on: $0.recordedAt.date) } ?? history.latest
    var lateReasons: [Int64: String] = [:]
    for entry in try ledger.entries([.delivery], from: 1, through: last) {
      if let reason = try DeliveryRecord(payload: entry.payload).lateReason { lateReasons[entry.sequence] = reason }
    }
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
          sequence: sequence, number: record.number, receivedAt: record.receivedAt,
          lateReason: lateReasons[record.delivery], content: content))
    }
    let today = entries.last?.recordedAt.date ?? regime.recordedOn
    let view = LedgerView(
      regime: regime, registry: registry, asOf: last, today: today, accepted: accepted, refused: refused,
      requests: requests,
      issuedReports: try issuedReports(through: last).compactMap { sequence, record in
        guard record.regime == regime.id, let recipient = ReportRecipient(rawValue: record.recipient) else {
          return nil
        }
        return IssuedReport(
          date: record.date, recipient: recipient, sequence: sequence,
          periods: record.periods.compactMap { PeriodKey($0) })
      })
    return (view, head)
  }

  /// Which version of a regime is to be asked; `nil` leaves it to the day.
  package typealias VersionChoice = (RegimeHistory, [CollectionRequest]) -> Regime?

  /// The live facts of a regime as of a sequence.
  package func facts(
    regime: String?, asOf sequence: Int64?, choose: VersionChoice? = nil
  ) throws -> (facts: LiveFacts, head: LedgerHead) {
    let (view, head) = try view(regime: regime, asOf: sequence, choose: choose)
    return (LiveFacts(view), head)
  }
}
