package import Regimes
package import Register
package import ReportingModel

/// What the ledger holds up to sequence N of one regime: all that an aggregate depends on (<doc:counting>).
///
/// A value, so that aggregation never sees a database, and the same view gives the same bytes on any machine.
package struct LedgerView: Sendable {
  /// The version that a question is asked of: it names the lists, the texts and the rules.
  package var regime: Regime
  /// All its versions: each period has the days and the duties of the one that applies to it.
  package var history: RegimeHistory
  package var registry: Registry
  /// Sequence N.
  package var asOf: Int64
  /// The day of N: units are described by the registry's row in force on it (<doc:regime#Unit-registry>).
  package var today: CalendarDate
  /// Accepted submissions, in any order; those that do not live count for nothing.
  package var accepted: [AcceptedSubmission]
  /// Every version up to N.
  package var book: VersionBook
  /// Requests opened up to N, closed ones too.
  package var requests: [CollectionRequest]
  /// Reports issued up to N.
  package var issuedReports: [IssuedReport]

  package init(
    regime: Regime, history: RegimeHistory? = nil, registry: Registry, asOf: Int64, today: CalendarDate,
    accepted: [AcceptedSubmission], book: VersionBook, requests: [CollectionRequest] = [],
    issuedReports: [IssuedReport] = []
  ) {
    self.regime = regime
    self.history = history ?? RegimeHistory(regime)
    self.registry = registry
    self.asOf = asOf
    self.today = today
    self.accepted = accepted
    self.book = book
    self.requests = requests
    self.issuedReports = issuedReports
  }
}

/// A submission that was accepted, as the ledger recorded it.
package struct AcceptedSubmission: Sendable {
  package var sequence: Int64
  /// Submission number within its unit and period (`lanNop`).
  package var number: Int
  package var receivedAt: Instant
  /// Why it was entered with another time than that of its record (<doc:commands#ingest>); `nil` for the others.
  package var lateReason: String?
  /// Codes of the warnings that arose and that the unit explained.
  package var explained: [String]
  package var content: SubmissionContent

  package init(
    sequence: Int64, number: Int, receivedAt: Instant, lateReason: String? = nil,
    explained: [String] = [], content: SubmissionContent
  ) {
    self.sequence = sequence
    self.number = number
    self.receivedAt = receivedAt
    self.lateReason = lateReason
    self.explained = explained
    self.content = content
  }

  /// The same without what it says of its subject.
  var received: ReceivedSubmission {
    ReceivedSubmission(
      unit: content.header.unit, period: content.header.period, sequence: sequence, number: number,
      receivedAt: receivedAt, lateReason: lateReason, isNil: content.header.nilReturn,
      explanations: content.explanations.filter { $0.names(oneOf: explained) })
  }
}

/// An outgoing report that was issued: evidence for a task of reporting (<doc:counting#Task-status>).
package struct IssuedReport: Sendable, Hashable {
  package var date: CalendarDate
  package var recipient: ReportRecipient
  /// N of its figures, and the periods that it tells of: what is accepted for them later is in none of its figures.
  package var asOf: Int64
  package var periods: [PeriodKey]

  package init(date: CalendarDate, recipient: ReportRecipient, asOf: Int64 = 0, periods: [PeriodKey] = []) {
    self.date = date
    self.recipient = recipient
    self.asOf = asOf
    self.periods = periods
  }
}

/// To whom a copy of an outgoing report goes: the values of `--to` (<doc:commands#Drafts-of-reports>).
package enum ReportRecipient: String, Sendable, Hashable, CaseIterable {
  case ministry = "bo-gddt"
  case province = "ubnd-tinh"
  case department = "so-gddt"

  /// Whether the copy leaves the department: only such a report does a task of reporting.
  package var isOutside: Bool { self != .department }
}
