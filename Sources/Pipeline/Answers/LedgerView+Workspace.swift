package import Aggregation
package import Ledger
package import Regimes
import ReportingModel

extension Workspace {
  /// Which version of a regime is to be asked; `nil` leaves it to the day.
  package typealias VersionChoice = (RegimeHistory, [CollectionRequest]) -> Regime?

  /// Everything that aggregation may see, as of a sequence: one consistent snapshot.
  /// - Parameters:
  ///   - regime: its id; without one the configured or only one.
  ///   - sequence: the end of the ledger without one.
  ///   - choose: which of the regime's versions, its requests given; the one that applies on the day of the sequence without.
  package func view(
    regime id: String?, asOf sequence: Int64?, choose: VersionChoice? = nil
  ) throws -> (view: LedgerView, head: LedgerHead) {
    let reading = try LedgerReading(self, regime: id, asOf: sequence, choose: choose)
    var accepted: [AcceptedSubmission] = []
    accepted.reserveCapacity(reading.accepted.count)
    try ledger.contents(of: Array(reading.accepted.keys)) { sequence, content in
      guard let record = reading.accepted[sequence] else { return }
      accepted.append(
        AcceptedSubmission(
          sequence: sequence, number: record.number, receivedAt: record.receivedAt,
          lateReason: reading.lateReasons[record.delivery], explained: record.explained, content: content))
    }
    let view = LedgerView(
      regime: reading.regime, history: reading.history, registry: reading.registry, asOf: reading.head.sequence,
      today: reading.today, accepted: accepted, refused: reading.refused, requests: reading.requests,
      issuedReports: reading.issuedReports)
    return (view, reading.head)
  }

  /// The live facts of a regime as of a sequence.
  package func facts(
    regime: String?, asOf sequence: Int64?, choose: VersionChoice? = nil
  ) throws -> (facts: LiveFacts, head: LedgerHead) {
    let (view, head) = try view(regime: regime, asOf: sequence, choose: choose)
    return (LiveFacts(view), head)
  }

  /// Who has sent what as of a sequence. No report's contents are read for it, only their summaries.
  package func register(
    regime: String?, asOf sequence: Int64? = nil, choose: VersionChoice? = nil
  ) throws -> ReportingRegister {
    let reading = try LedgerReading(self, regime: regime, asOf: sequence, choose: choose)
    let received = try ledger.summaries(from: 1, through: reading.head.sequence).compactMap {
      sequence, summary -> ReceivedSubmission? in
      guard let record = reading.accepted[sequence], let period = PeriodKey(record.period) else { return nil }
      return ReceivedSubmission(
        unit: record.unit, period: period, sequence: sequence, number: record.number, receivedAt: record.receivedAt,
        lateReason: reading.lateReasons[record.delivery], isNil: summary.isNil,
        explanations: summary.explanations.filter { $0.names(oneOf: record.explained) })
    }
    return ReportingRegister(
      regime: reading.regime, history: reading.history, registry: reading.registry, asOf: reading.head.sequence,
      today: reading.today, requests: reading.requests, issuedReports: reading.issuedReports, received: received,
      refused: reading.refused)
  }
}

/// What the ledger's entries say of one regime as of a sequence; the contents of reports lie beside them.
private struct LedgerReading {
  let regime: Regime
  let history: RegimeHistory
  let registry: Registry
  let requests: [CollectionRequest]
  /// The end of the chain as of the sequence, and its day.
  let head: LedgerHead
  let today: CalendarDate
  /// By sequence.
  let accepted: [Int64: SubmissionRecord]
  let refused: [RefusedSubmission]
  /// By the sequence of the delivery.
  let lateReasons: [Int64: String]
  let issuedReports: [IssuedReport]

  init(_ workspace: Workspace, regime id: String?, asOf sequence: Int64?, choose: Workspace.VersionChoice?) throws {
    let ledger = workspace.ledger
    let state = try workspace.state(asOf: sequence)
    guard let registry = state.registry else { throw WorkspaceProblem.noRegistry }
    let history = try state.regime(id, configured: workspace.configuration.regime)
    let last = sequence ?? state.head.sequence
    let end = try ledger.entries(Set(EntryKind.allCases), from: max(last, 1), through: last).last
    let requests = state.requests(of: history.id)
    let regime =
      choose?(history, requests) ?? end.map { history.applying(on: $0.recordedAt.date) } ?? history.latest
    var lateReasons: [Int64: String] = [:]
    for entry in try ledger.entries([.delivery], from: 1, through: last) {
      if let reason = try DeliveryRecord(payload: entry.payload).lateReason { lateReasons[entry.sequence] = reason }
    }
    var accepted: [Int64: SubmissionRecord] = [:]
    var refused: [RefusedSubmission] = []
    for entry in try ledger.entries([.submission], from: 1, through: last) {
      let record = try SubmissionRecord(payload: entry.payload)
      guard record.regime == regime.id else { continue }
      if record.isAccepted {
        accepted[entry.sequence] = record
      } else if let period = PeriodKey(record.period), !record.unit.isEmpty {
        refused.append(
          RefusedSubmission(
            unit: record.unit, period: period, receivedAt: record.receivedAt, sequence: entry.sequence))
      }
    }
    self.regime = regime
    self.history = history
    self.registry = registry
    self.requests = requests
    head = end.map { LedgerHead(sequence: $0.sequence, digest: $0.digest) } ?? .empty
    today = end?.recordedAt.date ?? regime.recordedOn
    self.accepted = accepted
    self.refused = refused
    self.lateReasons = lateReasons
    issuedReports = try workspace.issuedReports(through: last).compactMap { _, record in
      guard record.regime == regime.id, let recipient = ReportRecipient(rawValue: record.recipient) else { return nil }
      return IssuedReport(
        date: record.date, recipient: recipient, asOf: record.asOf,
        periods: record.periods.compactMap { PeriodKey($0) })
    }
  }
}
