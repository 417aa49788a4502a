package import ReportingModel

/// What is known already when a submission is decided upon; `Register` answers it, so `Validation` sees no ledger.
package protocol EarlierReports: OtherReports {
  /// The live submission of a unit for a period.
  func live(_ key: UnitPeriod, of regime: String) -> EarlierSubmission?
  /// The highest number that was ever accepted for a unit and period, withdrawn ones included; 0 when none was.
  func highestNumber(_ key: UnitPeriod, of regime: String) -> Int
  /// When the first accepted version came, and when something was first refused.
  func firstArrivals(_ key: UnitPeriod, of regime: String) -> (accepted: Instant?, refused: Instant?)
  /// Whether any live submission of the unit, but for the one of a period, tells an activity dated inside a window.
  func hasActivity(_ unit: String, in window: Window, except period: PeriodKey, of regime: String) -> Bool
  /// The lower median of an indicator over the live submissions of other units for the period, in a group of peers; `nil`
  /// when fewer than `least` tell it.
  func lowerMedian(
    of indicator: String, in key: UnitPeriod, of regime: String, kind: String, level: String, least: Int
  ) -> Amount?
}

/// An accepted submission as later ones are compared with it.
package struct EarlierSubmission: Sendable, Hashable {
  package let sequence: Int64
  package let number: Int
  /// Of what resubmissions are compared by.
  package let comparedDigest: Digest
  package let told: [String: Amount]
  package let activityCount: Int
  package let blocks: Set<SubmissionContent.Block>

  package init(
    sequence: Int64, number: Int, comparedDigest: Digest, told: [String: Amount], activityCount: Int,
    blocks: Set<SubmissionContent.Block>
  ) {
    self.sequence = sequence
    self.number = number
    self.comparedDigest = comparedDigest
    self.told = told
    self.activityCount = activityCount
    self.blocks = blocks
  }
}
