package import ReportingModel

/// Which live submissions give a report its told values (<doc:counting#Indicators>).
package enum ToldBasis: Sendable, Hashable {
  /// Increments of flows dated in the window, and each unit's stocks of its latest submission in the last twelve
  /// months.
  case window
  /// The live submissions of one period alone, flows as told: a semester's report, the report on a request.
  case period(PeriodKey)
  /// No told values: the year before a request.
  case activitiesOnly
}
