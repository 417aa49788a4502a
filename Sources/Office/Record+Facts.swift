package import Aggregation
import Ledger
package import Regimes
import Register
package import ReportingModel
package import Workspaces

extension Record {
  /// Which version of a regime is to be asked; `nil` leaves it to the day.
  package typealias VersionChoice = (RegimeHistory, [CollectionRequest]) -> Regime?

  /// The live facts of a regime as of N.
  /// - Parameters:
  ///   - id: the regime; without one the office's choice or the only one.
  ///   - choose: which of its versions, its requests given; the one that applies on the day of N without.
  /// - Throws: `LedgerDamage` where a content is not what was recorded.
  package func facts(regime id: String?, choose: VersionChoice? = nil) async throws -> LiveFacts {
    let question = try RegimeQuestion(register, regime: id, choose: choose)
    let book = register.book(of: question.regime.id)
    let versions = Dictionary(
      book.live.map { ($0.version.sequence, $0.version) }, uniquingKeysWith: { first, _ in first })
    var accepted: [AcceptedSubmission] = []
    accepted.reserveCapacity(versions.count)
    try await Register.contents(
      of: Array(versions.values), in: ledger, reading: SubmissionContent.init(storedBytes:)
    ) { sequence, content in
      guard let version = versions[sequence] else { return }
      accepted.append(
        AcceptedSubmission(
          sequence: sequence, number: version.number, receivedAt: version.receivedAt,
          lateReason: register.lateReason(of: version), explained: version.explained,
          content: content))
      watching?(accepted.count, versions.count)
    }
    return LiveFacts(
      LedgerView(
        regime: question.regime, history: question.history, registry: question.registry,
        asOf: register.head.sequence, today: question.today, accepted: accepted, book: book,
        requests: question.requests, issuedReports: question.issuedReports))
  }

  /// Who has sent what as of N. Of what the reports say only the summaries of those for one period are read.
  /// - Parameter period: the one that is asked about; `nil`: none is yet.
  package func reporting(
    regime id: String?, for period: PeriodKey? = nil, choose: VersionChoice? = nil
  ) async throws -> ReportingRegister {
    let question = try RegimeQuestion(register, regime: id, choose: choose)
    let book = register.book(of: question.regime.id)
    let live = book.live.filter { $0.key.period == period }
    var loaded = register
    try await loaded.load(live.map(\.version), from: ledger)
    let received = live.compactMap { key, version -> ReceivedSubmission? in
      guard let summary = loaded.summary(of: version.sequence) else { return nil }
      return ReceivedSubmission(
        unit: key.unit, period: key.period, sequence: version.sequence, number: version.number,
        receivedAt: version.receivedAt, lateReason: register.lateReason(of: version), isNil: summary.isNil,
        explanations: summary.explanations.filter { $0.names(oneOf: version.explained) })
    }
    return ReportingRegister(
      regime: question.regime, history: question.history, registry: question.registry,
      asOf: register.head.sequence, today: question.today, requests: question.requests,
      issuedReports: question.issuedReports, book: book, received: received)
  }
}

/// What the record says of one regime, as a question about it needs it.
private struct RegimeQuestion {
  let regime: Regime
  let history: RegimeHistory
  let registry: Registry
  let requests: [CollectionRequest]
  /// The day of N.
  let today: CalendarDate
  let issuedReports: [IssuedReport]

  init(_ register: Register, regime id: String?, choose: Record.VersionChoice?) throws {
    guard let registry = register.inForce.registry else { throw WorkspaceProblem.noRegistry }
    history = try register.inForce.regime(id)
    let requests = register.inForce.requests(of: history.id)
    let (history, day) = (history, register.today)
    let regime = choose?(history, requests) ?? day.map { history.applying(on: $0) } ?? history.latest
    self.regime = regime
    self.registry = registry
    self.requests = requests
    today = day ?? regime.recordedOn
    issuedReports = register.issued.map(\.report).compactMap { report in
      guard report.regime == regime.id, let recipient = ReportRecipient(rawValue: report.recipient) else { return nil }
      return IssuedReport(date: report.date, recipient: recipient, asOf: report.asOf, periods: report.periods)
    }
  }
}
