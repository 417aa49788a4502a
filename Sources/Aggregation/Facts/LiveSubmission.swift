import Regimes
package import ReportingModel

/// A submission that lives as of N: the latest of its unit and period that was not withdrawn (spec/3 The live set).
package struct LiveSubmission: Sendable {
  package let unitCode: String
  /// Number of the unit in `LiveFacts`.
  let unit: Int
  /// `nil` when neither the regime nor a request knows the period: its activities count, its told values have no day.
  package let period: Period?
  package let sequence: Int64
  package let number: Int
  package let receivedAt: Instant
  /// Why it was entered afterwards; `nil` for the others.
  package let lateReason: String?
  package let content: SubmissionContent

  package var key: PeriodKey { content.header.period }
  /// The day to which its told values, exemplars and narratives belong.
  package var day: CalendarDate? { period?.window.to }
}

/// What came from a unit for a period, whether it lives or not: the ground of completeness (spec/3 Completeness).
struct SubmissionHistory: Sendable {
  /// Earliest receipt of an accepted version; withdrawn ones are as if they had not come.
  var firstAccepted: Instant?
  var firstRefused: Instant?
  var refusals = 0
  /// Index of the live submission.
  var live: Int?
}

/// Unit and period: with the regime, the live key.
struct LiveKey: Hashable, Sendable {
  let unit: String
  let period: PeriodKey
}

extension LedgerView {
  /// The latest version of each live key that was not withdrawn; the order of `accepted` does not matter.
  func liveVersions() -> [AcceptedSubmission] {
    var latest: [LiveKey: Int] = [:]
    for (index, submission) in accepted.enumerated() where counts(submission) && !submission.withdrawn {
      let key = LiveKey(unit: submission.content.header.unit, period: submission.content.header.period)
      if let other = latest[key], accepted[other].sequence >= submission.sequence { continue }
      latest[key] = index
    }
    return latest.values.map { accepted[$0] }
  }

  /// Whether a submission belongs to this view's regime and was recorded up to N.
  func counts(_ submission: AcceptedSubmission) -> Bool {
    submission.sequence <= asOf && submission.content.header.regime == regime.id
  }
}
