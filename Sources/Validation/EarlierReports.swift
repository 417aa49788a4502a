package import ReportingModel

/// What is known already when a submission is decided upon; `Register` answers it, so `Validation` sees no ledger.
package protocol EarlierReports: OtherReports {
  /// The live submission of a unit for a period.
  func live(_ key: UnitPeriod, of regime: String) -> EarlierSubmission?
  /// Every version that was accepted for a unit and period, withdrawn ones included, in order of sequence.
  func versions(_ key: UnitPeriod, of regime: String) -> [EarlierVersion]
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

/// An accepted version of a unit's report for a period, whether it lives or not.
package struct EarlierVersion: Sendable, Hashable {
  package let sequence: Int64
  package let number: Int
  package let receivedAt: Instant
  /// Of what resubmissions are compared by.
  package let comparedDigest: Digest
  package let isWithdrawn: Bool

  package init(sequence: Int64, number: Int, receivedAt: Instant, comparedDigest: Digest, isWithdrawn: Bool = false) {
    self.sequence = sequence
    self.number = number
    self.receivedAt = receivedAt
    self.comparedDigest = comparedDigest
    self.isWithdrawn = isWithdrawn
  }
}

/// The live submission of a unit and period as later ones are compared with it.
package struct EarlierSubmission: Sendable, Hashable {
  package let version: EarlierVersion
  /// Who sent it; `nil` where nobody knows (<doc:counting#The-live-set>).
  package let sender: String?
  package let told: [String: Amount]
  package let activityCount: Int
  package let blocks: Set<SubmissionContent.Block>

  package init(
    _ version: EarlierVersion, sender: String? = nil, told: [String: Amount], activityCount: Int,
    blocks: Set<SubmissionContent.Block>
  ) {
    self.version = version
    self.sender = sender
    self.told = told
    self.activityCount = activityCount
    self.blocks = blocks
  }

  package var number: Int { version.number }
}
