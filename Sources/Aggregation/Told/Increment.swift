package import ReportingModel

/// What a live submission adds to a told flow, on the last day of its period (<doc:counting#Flows>).
package struct Increment: Sendable, Hashable {
  let unit: Int
  /// Index of the live submission that tells it.
  let submission: Int
  package let unitCode: String
  package let period: PeriodKey
  package let indicator: String
  package let day: CalendarDate
  /// What the submission tells.
  package let told: Amount
  /// The told value less what the parts of its period told; may be negative.
  package let value: Amount
}
