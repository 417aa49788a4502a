package import ReportingModel

/// What a rule may ask about the submission it judges.
///
/// A protocol, so that the rule language knows neither submissions nor the ledger.
package protocol RuleContext {
  /// The told value, or `nil` when it is not told.
  func told(_ indicator: String) -> Amount?
  /// The submission's activities.
  var activities: Rows<Activity> { get }
  /// Content areas of the submission's exemplars, one per exemplar.
  var exemplarAreas: [String] { get }
  /// Whether a narrative section is written.
  func hasNarrative(_ section: String) -> Bool
  /// What the live parts of the period told together; `nil` when none told it.
  func parts(_ indicator: String) -> Amount?
  /// The lower median over other units' live submissions, once there are enough; `nil` otherwise.
  func median(_ indicator: String) -> Amount?
}
