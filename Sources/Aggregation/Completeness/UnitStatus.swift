package import Regimes
package import ReportingModel

/// How a unit stands with its report for a period (<doc:counting#Completeness>).
package enum ReportingStatus: String, Sendable, Hashable, CaseIterable {
  case onTime
  case late
  /// Something came, nothing was accepted.
  case rejected
  case missing
  /// Nothing came yet and its due day has not passed; only where a clock is asked.
  case pending
  /// An invited unit that reported.
  case reported
  /// An invited unit that has not; it is never called late or missing.
  case invited
}

/// One unit in a period's completeness.
package struct UnitStatus: Sendable, Hashable {
  package var unit: String
  package var obligation: Obligation.Level
  /// The clause that the obligation comes from.
  package var cite: String?
  package var status: ReportingStatus
  /// Number, receipt and sequence of the live submission.
  package var number: Int?
  package var receivedAt: Instant?
  package var sequence: Int64?
  /// How many of its submissions were refused.
  package var refusals: Int
  /// Number in `LiveFacts`.
  let index: Int
}
