package import ReportingModel

/// What the ledger already knows when a submission is judged; the ledger's side fills it, so `Validation` sees no database.
package protocol SubmissionHistory {
  /// The live submission of a unit for a period.
  func live(_ unit: String, _ period: PeriodKey) -> EarlierSubmission?
  /// The highest number that was ever accepted for a unit and period; 0 when none was.
  func highestNumber(_ unit: String, _ period: PeriodKey) -> Int
  /// When the first accepted version came, and when something was first refused.
  func firstArrivals(_ unit: String, _ period: PeriodKey) -> (accepted: Instant?, refused: Instant?)
  /// Whether any live submission of the unit, but for the one of a period, tells an activity dated inside a window.
  func hasActivity(_ unit: String, in window: Window, except period: PeriodKey) -> Bool
  /// The lower median of an indicator over the live submissions of other units for the period, in a group of peers; `nil`
  /// when fewer than `least` tell it.
  func lowerMedian(
    of indicator: String, in period: PeriodKey, kind: String, level: String, except unit: String, least: Int
  ) -> Amount?
}

/// An accepted submission as later ones are compared with it.
package struct EarlierSubmission: Sendable, Hashable {
  package var sequence: Int64
  package var number: Int
  package var contentDigest: Digest
  package var told: [String: Amount]
  package var activityCount: Int
  package var blocks: Set<SubmissionContent.Block>

  package init(
    sequence: Int64, number: Int, contentDigest: Digest, told: [String: Amount], activityCount: Int,
    blocks: Set<SubmissionContent.Block>
  ) {
    self.sequence = sequence
    self.number = number
    self.contentDigest = contentDigest
    self.told = told
    self.activityCount = activityCount
    self.blocks = blocks
  }
}

/// A ledger that knows nothing: what `check` has without a workspace.
package struct NoHistory: SubmissionHistory {
  package init() {}
  package func live(_ unit: String, _ period: PeriodKey) -> EarlierSubmission? { nil }
  package func highestNumber(_ unit: String, _ period: PeriodKey) -> Int { 0 }
  package func firstArrivals(_ unit: String, _ period: PeriodKey) -> (accepted: Instant?, refused: Instant?) {
    (nil, nil)
  }
  package func hasActivity(_ unit: String, in window: Window, except period: PeriodKey) -> Bool { false }
  package func lowerMedian(
    of indicator: String, in period: PeriodKey, kind: String, level: String, except unit: String, least: Int
  ) -> Amount? { nil }
}
