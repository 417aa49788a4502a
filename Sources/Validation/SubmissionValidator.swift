import Hashing
package import Regimes
package import ReportingModel
package import Submissions

/// The circumstances in which a submission came.
package struct Arrival: Sendable {
  package var receivedAt: Instant
  /// It came then another way, and is entered now (<doc:commands#ingest>): it is judged by what was recorded when it
  /// came.
  package var isEnteredLater: Bool
  /// The unit whose inbox folder it lay in.
  package var folderUnit: String?
  /// Reports at the top of the inbox are refused (`requireUnitFolder`).
  package var requiresFolder: Bool

  package init(
    receivedAt: Instant, isEnteredLater: Bool = false, folderUnit: String? = nil, requiresFolder: Bool = false
  ) {
    self.receivedAt = receivedAt
    self.isEnteredLater = isEnteredLater
    self.folderUnit = folderUnit
    self.requiresFolder = requiresFolder
  }
}

/// The report by which a period was closed: its number and day.
package struct ClosedPeriod: Sendable, Hashable {
  package var number: String
  package var date: CalendarDate

  package init(number: String, date: CalendarDate) {
    self.number = number
    self.date = date
  }
}

/// Holds submissions against their regime, the registry and what is already known. All findings are gathered in one pass.
package struct SubmissionValidator: Sendable {
  package let regime: Regime
  package let registry: Registry
  package let requests: [CollectionRequest]
  /// Periods on which a report was issued.
  package let closedPeriods: [PeriodKey: ClosedPeriod]

  package init(
    regime: Regime, registry: Registry, requests: [CollectionRequest], closedPeriods: [PeriodKey: ClosedPeriod] = [:]
  ) {
    self.regime = regime
    self.registry = registry
    self.requests = requests
    self.closedPeriods = closedPeriods
  }

  /// Judges a submission; its log gains what is found.
  package func judge(
    _ submission: inout Submission, _ arrival: Arrival, history: some SubmissionHistory
  ) -> Verdict {
    let explained = Set((submission.content?.explanations ?? []).map { normalizedExplanation($0.key) })
    guard var content = submission.content else {
      checkUnitAndFolder(&submission, arrival)
      return .rejected
    }
    let told = content
    settleTold(&content, &submission)
    let digest = Digest(of: content.comparedBytes)
    let header = content.header
    let live = history.live(header.unit, header.period)
    if let live, live.contentDigest == digest, !submission.log.hasErrors {
      return .duplicate(sequence: live.sequence, number: live.number)
    }

    checkUnitAndFolder(&submission, arrival)
    let unit = describe(header.unit, header.period)
    let kind = unit?.kind
    let period = regime.resolve(header.period, requests: requests)
    checkPeriod(&submission, told, arrival, period: period)
    checkName(&submission, header, unit)
    if let kind { checkNilReturn(&submission, told, kind: kind) }
    checkActivities(&submission, content, period: period)
    checkExemplars(&submission, content)
    if let kind {
      checkIndicators(&submission, told, kind: kind)
      if let period { checkActivityDemand(&submission, content, kind: kind, period: period, history: history) }
    }
    checkNarratives(&submission, content)
    checkNumber(&submission, content, live: live)
    if let unit, let period {
      checkRules(&submission, content, unit: unit, period: period, history: history)
      checkLate(&submission, header, arrival, unit: unit, period: period, history: history)
    }
    checkExplanations(&submission, explained)

    guard !submission.log.hasErrors else { return .rejected }
    let number = header.number ?? history.highestNumber(header.unit, header.period) + 1
    return .accepted(
      ValidatedSubmission(
        content: content, number: number, contentDigest: digest, regimeDigest: regime.digest,
        registryDigest: registry.digest))
  }

  /// The unit's row for a period: the one in force on its last day, else any that was in force in it, else its latest.
  package func describe(_ unit: String, _ key: PeriodKey) -> UnitRow? {
    guard let period = regime.resolve(key, requests: requests) else { return registry.rows(of: unit).last }
    return registry.row(of: unit, on: period.window.to)
      ?? registry.rows(of: unit).last { $0.isInForce(during: period.window) }
      ?? registry.rows(of: unit).last
  }

  /// Leaves out told values of derived indicators, and adds the zeros of a nil return for every flow that the unit's kind is
  /// asked (<doc:bundle#khongPhatSinh>).
  private func settleTold(_ content: inout SubmissionContent, _ submission: inout Submission) {
    let derived = Set(regime.indicators.filter(\.isDerived).map(\.code))
    content.indicators.removeAll { derived.contains($0.code) }
    guard content.header.nilReturn, let kind = describe(content.header.unit, content.header.period)?.kind else {
      return
    }
    let present = Set(content.indicators.map(\.code))
    for indicator in regime.indicators
    where indicator.nature == .flow && indicator.asks(kind) && !present.contains(indicator.code) {
      content.indicators.append(IndicatorValue(code: indicator.code, value: .zero))
    }
  }
}
