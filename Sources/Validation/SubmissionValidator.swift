import Hashing
package import Regimes
package import ReportingModel
package import Spooling
package import Submissions

/// The circumstances in which a submission came.
package struct Arrival: Sendable {
  package var receivedAt: Instant
  /// When it is entered, where it came another way before (<doc:commands#ingest>): it is judged by what was recorded when
  /// it came.
  package var enteredAt: Instant?
  /// The unit whose inbox folder it lay in.
  package var folderUnit: String?
  /// Who sent it: the folder's unit, else the one unit common to its bundle; `nil` where neither tells.
  package var sender: String?
  /// Reports at the top of the inbox are refused (`requireUnitFolder`).
  package var requiresFolder: Bool

  package init(
    receivedAt: Instant, enteredAt: Instant? = nil, folderUnit: String? = nil, sender: String? = nil,
    requiresFolder: Bool = false
  ) {
    self.receivedAt = receivedAt
    self.enteredAt = enteredAt
    self.folderUnit = folderUnit
    self.sender = sender
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
  /// All versions of the regime: each period has the parts that the one which applies to it gives it.
  package let history: RegimeHistory
  let names: UnitNames

  package init(
    regime: Regime, registry: Registry, requests: [CollectionRequest], closedPeriods: [PeriodKey: ClosedPeriod] = [:],
    history: RegimeHistory? = nil
  ) {
    self.regime = regime
    self.registry = registry
    self.requests = requests
    self.closedPeriods = closedPeriods
    self.history = history ?? RegimeHistory(regime)
    names = UnitNames(registry)
  }

  /// A submission after all that can be said of it alone.
  package struct Examined: Sendable {
    /// As it was read.
    var read: Submission
    /// With what was found.
    var submission: Submission
    /// What counts of it, and what it told; `nil` where it could not be read.
    let content: (counted: SubmissionContent, told: SubmissionContent)?
    let comparedDigest: Digest
    /// Codes of findings that the unit explains.
    let explained: Set<String>

    /// As far as it was read.
    package var subject: Submission { read }

    /// What counts, or would count if it were accepted; `nil` where the header could not be read.
    package var counted: SubmissionContent? { content?.counted }
    /// With what was found of it alone.
    package var found: FindingLog { submission.log }

    /// Changes what is kept of its findings.
    package mutating func withLogs(_ change: (inout FindingLog) -> Void) {
      change(&read.log)
      change(&submission.log)
    }
  }

  /// Holds a submission against regime, registry and its own circumstances: pure, and in no need of what else was sent, so that
  /// many can be examined beside each other.
  /// - Parameter spool: where rows are sorted that are too many for memory.
  package func examine(_ submission: Submission, _ arrival: Arrival, sortingIn spool: Spool? = nil) -> Examined {
    if let elsewhere = inAnotherFolder(submission, arrival) {
      return Examined(read: submission, submission: elsewhere, content: nil, comparedDigest: .zero, explained: [])
    }
    let explained = Set((submission.content?.explanations ?? []).map { normalizedExplanation($0.key) })
    var examined = submission
    checkUnitAndFolder(&examined, arrival)
    guard let told = submission.content else {
      return Examined(
        read: submission, submission: examined, content: nil, comparedDigest: .zero, explained: explained)
    }
    let content = settled(told)
    let header = content.header
    let unit = describe(header.unit, header.period)
    let period = regime.resolve(header.period, requests: requests)
    checkPeriod(&examined, told, arrival, period: period)
    checkDate(&examined, header, arrival)
    checkName(&examined, header, period)
    if let unit { checkNilReturn(&examined, told, kind: unit.kind) }
    checkActivities(&examined, content, arrival, period: period)
    checkExemplars(&examined, content)
    if let unit { checkIndicators(&examined, told, kind: unit.kind) }
    checkNarratives(&examined, content)
    return Examined(
      read: submission, submission: examined, content: (content, told),
      comparedDigest: Digest(ofChunks: { (hash) throws(Never) in
        content.eachComparedPiece(sortingIn: spool, hash)
      }), explained: explained)
  }

  /// Decides upon an examined submission against what came before; those before it in a batch must have been decided.
  /// - Returns: the submission with everything that was found, and the verdict.
  package func decide(
    _ examined: Examined, _ arrival: Arrival, earlier: some EarlierReports
  ) -> (submission: Submission, verdict: Verdict) {
    guard let (content, told) = examined.content else { return (examined.submission, .rejected) }
    let header = content.header
    let key = UnitPeriod(unit: header.unit, period: header.period)
    let live = earlier.live(key, of: regime.id)
    let versions = earlier.versions(key, of: regime.id)
    if !examined.read.log.hasErrors, let same = repeated(header.number, examined.comparedDigest, versions, live) {
      var submission = examined.read
      if same != live?.version { checkOld(&submission, same, versions, live) }
      return (submission, .duplicate(sequence: same.sequence, number: same.number))
    }
    var submission = examined.submission
    if let unit = describe(key.unit, key.period), let period = regime.resolve(key.period, requests: requests) {
      checkActivityDemand(&submission, told, kind: unit.kind, period: period, earlier: earlier)
      checkRules(&submission, content, unit: unit, period: period, earlier: earlier)
      checkLate(&submission, header, arrival, unit: unit, period: period, earlier: earlier)
    }
    checkRetellings(&submission, content, earlier: earlier)
    checkNumber(&submission, header, versions)
    let isElseSound = !submission.log.hasErrors
    checkEarlier(&submission, header, arrival, versions, live)
    if let live, !submission.log.hasErrors { checkReplacement(&submission, content, arrival, of: live, versions) }
    checkExplanations(&submission, examined.explained)
    guard !submission.log.hasErrors else { return (submission, isElseSound ? .overtaken : .rejected) }
    let number = header.number ?? versions.highestNumber + 1
    return (
      submission,
      .accepted(ValidatedSubmission(content: content, number: number, comparedDigest: examined.comparedDigest))
    )
  }

  /// The unit's row for a period.
  package func describe(_ unit: String, _ key: PeriodKey) -> UnitRow? {
    registry.describe(unit, for: regime.resolve(key, requests: requests))
  }

  /// What counts: without told values of derived indicators, and with the zeros of a nil return for every flow that the unit's
  /// kind is asked (<doc:bundle#khongPhatSinh>).
  private func settled(_ told: SubmissionContent) -> SubmissionContent {
    var content = told
    let derived = Set(regime.indicators.filter(\.isDerived).map(\.code))
    content.indicators.removeAll { derived.contains($0.code) }
    guard content.header.nilReturn, let kind = describe(content.header.unit, content.header.period)?.kind else {
      return content
    }
    let present = Set(content.indicators.map(\.code))
    for indicator in regime.indicators
    where indicator.nature == .flow && indicator.asks(kind) && !present.contains(indicator.code) {
      content.indicators.append(IndicatorValue(code: indicator.code, value: .zero))
    }
    return content
  }
}
