package import Regimes
import Register
package import ReportingModel

/// The live set as of N, made once and asked many questions: pure, and independent of the order of what it was made
/// from.
package struct LiveFacts: Sendable {
  /// Who has sent what: the same facts without what the reports say.
  package let register: ReportingRegister
  /// Live submissions, ordered by unit and then by sequence.
  package let live: [LiveSubmission]
  let nesting: PeriodNesting
  let columns: ActivityColumns
  let liveIndex: [UnitPeriod: Int]
  /// Exemplars over the whole live set, each once.
  let exemplars: [ExemplarFact]
  let increments: [Increment]

  package var regime: Regime { register.regime }
  package var registry: Registry { register.registry }
  package var asOf: Int64 { register.asOf }
  package var today: CalendarDate { register.today }
  package var requests: [CollectionRequest] { register.requests }
  var issuedReports: [IssuedReport] { register.issuedReports }
  var units: UnitTable { register.units }
  var periods: PeriodBook { register.periods }

  /// Builds the facts in time linear in what was told.
  package init(_ view: LedgerView) {
    let accepted = view.accepted.filter { version in
      let header = version.content.header
      return header.regime == view.regime.id
        && view.book.live(UnitPeriod(unit: header.unit, period: header.period))?.sequence == version.sequence
    }
    let register = ReportingRegister(
      regime: view.regime, history: view.history, registry: view.registry, asOf: view.asOf, today: view.today,
      requests: view.requests, issuedReports: view.issuedReports, book: view.book, received: accepted.map(\.received))
    let live = accepted.compactMap { version -> LiveSubmission? in
      let header = version.content.header
      guard let unit = register.units.index(of: header.unit) else { return nil }
      return LiveSubmission(
        unitCode: header.unit, unit: unit, period: register.period(header.period), sequence: version.sequence,
        number: version.number, receivedAt: version.receivedAt, explanations: version.received.explanations,
        content: version.content, activities: version.content.activities.list)
    }.sorted { ($0.unit, $0.sequence) < ($1.unit, $1.sequence) }
    var liveIndex: [UnitPeriod: Int] = [:]
    for (index, submission) in live.enumerated() {
      liveIndex[UnitPeriod(unit: submission.unitCode, period: submission.key)] = index
    }
    self.register = register
    self.live = live
    self.liveIndex = liveIndex
    nesting = PeriodNesting(of: Set(live.map(\.key)), in: view.history, requests: view.requests)
    columns = ActivityColumnsBuilder.columns(of: live, nesting)
    exemplars = ExemplarFact.live(live, among: live.indices)
    increments = ToldFlows(
      regime: view.regime, units: register.units, periods: register.periods, live: live, liveIndex: liveIndex
    ).increments()
  }

  /// The period that a key names, or `nil` when the regime and the requests know none.
  package func period(_ key: PeriodKey) -> Period? { register.period(key) }

  /// The period of a request, or `nil` when no such request was opened.
  package func period(ofRequest code: String) -> Period? {
    regime.requestKind.flatMap { periods.period(PeriodKey(kind: $0.code, which: code)) }
  }

  /// Number of live activities.
  package var activityCount: Int { columns.count }
}
