import Regimes
package import ReportingModel

/// A submission that lives as of N: the latest of its unit and period that was not withdrawn
/// (<doc:counting#The-live-set>).
package struct LiveSubmission: Sendable {
  package let unitCode: String
  /// Number of the unit in `LiveFacts`.
  let unit: Int
  /// `nil` when neither the regime nor a request knows the period: its activities count, its told values have no day.
  package let period: Period?
  package let sequence: Int64
  package let number: Int
  package let receivedAt: Instant
  /// What the unit says of warnings that arose.
  package let explanations: [KeyedText]
  package let content: SubmissionContent
  /// Those of the content, to be looked up one by one.
  package let activities: [Activity]

  package var key: PeriodKey { content.header.period }
  /// The day to which its told values, exemplars and narratives belong.
  package var day: CalendarDate? { period?.window.to }
}
