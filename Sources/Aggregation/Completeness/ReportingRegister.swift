package import Regimes
package import Register
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
  /// Every version of every report of the regime.
  let book: VersionBook
  /// Of live reports, what they say of themselves, by sequence.
  private let received: [Int64: ReceivedSubmission]

  /// - Parameters:
  ///   - regime: the version that names the lists.
  ///   - history: all versions; each period has the days and the duties of the one that applies to it.
  ///   - today: the day of N, on which units are described.
  ///   - received: live reports of which more is asked than that they came; others are counted all the same.
  package init(
    regime: Regime, history versions: RegimeHistory, registry: Registry, asOf: Int64, today: CalendarDate,
    requests: [CollectionRequest], issuedReports: [IssuedReport], book: VersionBook, received: [ReceivedSubmission]
  ) {
    self.regime = regime
    self.registry = registry
    self.asOf = asOf
    self.today = today
    self.requests = requests
    self.issuedReports = issuedReports
    self.book = book
    self.received = Dictionary(received.map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
    units = UnitTable(regime: regime, registry: registry, today: today, others: book.units)
    periods = PeriodBook(history: versions, requests: requests, keys: book.periods)
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
    units.codes.compactMap { unit in
      book.live(UnitPeriod(unit: unit, period: period)).flatMap { received[$0.sequence] }
    }
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
  /// Why it was entered with another time than that of its record (<doc:commands#ingest>); `nil` for the others.
  package var lateReason: String?
  /// It tells that nothing arose, which is not the same as to tell nothing (<doc:bundle#khongPhatSinh>).
  package var isNil: Bool
  package var explanations: [KeyedText]

  package init(
    unit: String, period: PeriodKey, sequence: Int64, number: Int, receivedAt: Instant,
    lateReason: String? = nil, isNil: Bool = false, explanations: [KeyedText] = []
  ) {
    self.unit = unit
    self.period = period
    self.sequence = sequence
    self.number = number
    self.receivedAt = receivedAt
    self.lateReason = lateReason
    self.isNil = isNil
    self.explanations = explanations
  }
}
