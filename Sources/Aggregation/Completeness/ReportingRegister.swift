package import Regimes
package import ReportingModel

/// Who has sent what for which period, as of N: all that completeness depends on, without what the reports say
/// (<doc:counting#Completeness>).
package struct ReportingRegister: Sendable {
  package let regime: Regime
  package let registry: Registry
  package let asOf: Int64
  package let today: CalendarDate
  package let requests: [CollectionRequest]
  let issuedReports: [IssuedReport]
  let units: UnitTable
  let periods: PeriodBook
  let history: [LiveKey: SubmissionHistory]

  /// - Parameters:
  ///   - regime: the version that names the lists.
  ///   - history: all versions; each period has the days and the duties of the one that applies to it.
  ///   - today: the day of N, on which units are described.
  ///   - received: every accepted submission of the regime, in any order, superseded and withdrawn ones too.
  package init(
    regime: Regime, history versions: RegimeHistory, registry: Registry, asOf: Int64, today: CalendarDate,
    requests: [CollectionRequest], issuedReports: [IssuedReport], received: [ReceivedSubmission],
    refused: [RefusedSubmission]
  ) {
    let counted = received.filter { $0.sequence <= asOf }
    self.regime = regime
    self.registry = registry
    self.asOf = asOf
    self.today = today
    self.requests = requests
    self.issuedReports = issuedReports
    units = UnitTable(regime: regime, registry: registry, today: today, others: Set(counted.map(\.unit)))
    periods = PeriodBook(history: versions, requests: requests, keys: Set(counted.map(\.period)))
    var history: [LiveKey: SubmissionHistory] = [:]
    for submission in counted where !submission.withdrawn {
      history[submission.key, default: SubmissionHistory()].add(submission)
    }
    for submission in refused where submission.sequence <= asOf {
      history[LiveKey(unit: submission.unit, period: submission.period), default: SubmissionHistory()].add(submission)
    }
    self.history = history
  }

  /// The period that a key names, or `nil` when the regime and the requests know none.
  package func period(_ key: PeriodKey) -> Period? { periods.period(key) }

  /// The version of the regime that applies to a period.
  package func regime(of key: PeriodKey) -> Regime { periods.regime(of: key) }

  /// The period as people name it.
  package func name(of key: PeriodKey) -> LocalizedText { regime(of: key).name(of: key, requests: requests) }

  /// The period that opened last before a day's end, requests aside; of several that opened together the one that ends
  /// first.
  package func latestOpenPeriod(on day: CalendarDate) -> Period? { periods.latestOpen(on: day) }

  /// The live submissions for a period, in bytewise order of their units.
  func live(for period: PeriodKey) -> [ReceivedSubmission] {
    units.codes.compactMap { history[LiveKey(unit: $0, period: period)]?.live }
  }
}

/// An accepted submission as far as reporting goes: whose, for when, how it came, and what it says of itself.
package struct ReceivedSubmission: Sendable, Hashable {
  package var unit: String
  package var period: PeriodKey
  package var sequence: Int64
  /// Submission number within its unit and period (`lanNop`).
  package var number: Int
  package var receivedAt: Instant
  /// Taken back by the office: the version before it lives again.
  package var withdrawn: Bool
  /// Why it was entered with another time than that of its record (<doc:commands#ingest>); `nil` for the others.
  package var lateReason: String?
  /// It tells that nothing arose, which is not the same as to tell nothing (<doc:bundle#khongPhatSinh>).
  package var isNil: Bool
  package var explanations: [KeyedText]

  package init(
    unit: String, period: PeriodKey, sequence: Int64, number: Int, receivedAt: Instant, withdrawn: Bool = false,
    lateReason: String? = nil, isNil: Bool = false, explanations: [KeyedText] = []
  ) {
    self.unit = unit
    self.period = period
    self.sequence = sequence
    self.number = number
    self.receivedAt = receivedAt
    self.withdrawn = withdrawn
    self.lateReason = lateReason
    self.isNil = isNil
    self.explanations = explanations
  }

  var key: LiveKey { LiveKey(unit: unit, period: period) }
}

/// A submission that was refused, as far as its header or its inbox folder tells whose it was
/// (<doc:bundle#Submissions-in-a-bundle>).
package struct RefusedSubmission: Sendable, Hashable {
  package var unit: String
  package var period: PeriodKey
  package var receivedAt: Instant
  package var sequence: Int64

  package init(unit: String, period: PeriodKey, receivedAt: Instant, sequence: Int64) {
    self.unit = unit
    self.period = period
    self.receivedAt = receivedAt
    self.sequence = sequence
  }
}

/// Unit and period: with the regime, the live key.
struct LiveKey: Hashable, Sendable {
  let unit: String
  let period: PeriodKey
}

/// What came from a unit for a period, whether it lives or not: the ground of completeness
/// (<doc:counting#Completeness>).
struct SubmissionHistory: Sendable {
  /// Earliest receipt of an accepted version; withdrawn ones are as if they had not come.
  private(set) var firstAccepted: Instant?
  private(set) var firstRefused: Instant?
  private(set) var refusals = 0
  /// The latest accepted version.
  private(set) var live: ReceivedSubmission?

  /// Takes in an accepted version; the order does not matter.
  mutating func add(_ submission: ReceivedSubmission) {
    firstAccepted = min(firstAccepted ?? submission.receivedAt, submission.receivedAt)
    if live.map({ $0.sequence < submission.sequence }) ?? true { live = submission }
  }

  mutating func add(_ submission: RefusedSubmission) {
    firstRefused = min(firstRefused ?? submission.receivedAt, submission.receivedAt)
    refusals += 1
  }
}
