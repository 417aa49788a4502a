package import Regimes
package import ReportingModel

/// The live set as of N, made once and asked many questions: pure, and independent of the order of what it was made
/// from.
package struct LiveFacts: Sendable {
  package let regime: Regime
  package let registry: Registry
  package let asOf: Int64
  package let today: CalendarDate
  package let requests: [CollectionRequest]
  /// Live submissions, ordered by unit and then by sequence.
  package let live: [LiveSubmission]
  let issuedReports: [IssuedReport]
  let units: UnitTable
  let periods: PeriodBook
  let columns: ActivityColumns
  let history: [LiveKey: SubmissionHistory]
  let liveIndex: [LiveKey: Int]
  /// Exemplars over the whole live set, each once.
  let exemplars: [ExemplarFact]
  let increments: [Increment]

  /// Builds the facts in time linear in what was told.
  package init(_ view: LedgerView) {
    let accepted = view.accepted.filter { view.counts($0) }
    let refused = view.refused.filter { $0.sequence <= view.asOf }
    let units = UnitTable(
      regime: view.regime, registry: view.registry, today: view.today,
      others: Set(accepted.map(\.content.header.unit)))
    let periods = PeriodBook(
      regime: view.regime, requests: view.requests, keys: Set(accepted.map(\.content.header.period)))
    let live = view.liveVersions().compactMap { version -> LiveSubmission? in
      let header = version.content.header
      guard let unit = units.index(of: header.unit) else { return nil }
      return LiveSubmission(
        unitCode: header.unit, unit: unit, period: periods.period(header.period), sequence: version.sequence,
        number: version.number, receivedAt: version.receivedAt, lateReason: version.lateReason,
        content: version.content)
    }.sorted { ($0.unit, $0.sequence) < ($1.unit, $1.sequence) }
    var liveIndex: [LiveKey: Int] = [:]
    for (index, submission) in live.enumerated() {
      liveIndex[LiveKey(unit: submission.unitCode, period: submission.key)] = index
    }
    regime = view.regime
    registry = view.registry
    asOf = view.asOf
    today = view.today
    requests = view.requests
    issuedReports = view.issuedReports
    self.live = live
    self.liveIndex = liveIndex
    self.units = units
    self.periods = periods
    columns = ActivityColumnsBuilder.columns(of: live)
    history = LiveFacts.history(accepted: accepted, refused: refused, live: liveIndex)
    exemplars = ExemplarFact.live(live, among: live.indices)
    increments = ToldFlows(regime: view.regime, units: units, periods: periods, live: live, liveIndex: liveIndex)
      .increments()
  }

  /// The period that a key names, or `nil` when the regime and the requests know none.
  package func period(_ key: PeriodKey) -> Period? { periods.period(key) }

  /// The period of a request, or `nil` when no such request was opened.
  package func period(ofRequest code: String) -> Period? {
    regime.requestKind.flatMap { periods.period(PeriodKey(kind: $0.code, which: code)) }
  }

  /// The period that opened last before a day's end, requests aside; of several that opened together the one that ends
  /// first.
  package func latestOpenPeriod(on day: CalendarDate) -> Period? { periods.latestOpen(on: day) }

  /// Number of live activities.
  package var activityCount: Int { columns.count }

  private static func history(
    accepted: [AcceptedSubmission], refused: [RefusedSubmission], live: [LiveKey: Int]
  ) -> [LiveKey: SubmissionHistory] {
    var history: [LiveKey: SubmissionHistory] = [:]
    for submission in accepted where !submission.withdrawn {
      let key = LiveKey(unit: submission.content.header.unit, period: submission.content.header.period)
      let first = history[key]?.firstAccepted ?? submission.receivedAt
      history[key, default: SubmissionHistory()].firstAccepted = min(first, submission.receivedAt)
    }
    for submission in refused {
      let key = LiveKey(unit: submission.unit, period: submission.period)
      let first = history[key]?.firstRefused ?? submission.receivedAt
      history[key, default: SubmissionHistory()].firstRefused = min(first, submission.receivedAt)
      history[key, default: SubmissionHistory()].refusals += 1
    }
    for (key, index) in live { history[key, default: SubmissionHistory()].live = index }
    return history
  }
}
