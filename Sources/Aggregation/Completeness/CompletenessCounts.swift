package import ReportingModel

/// Units by status; rates are over required units only.
package struct CompletenessCounts: Sendable, Hashable {
  package init() {}

  package var required = 0
  /// On time or late.
  package var reported = 0
  package var onTime = 0
  package var late = 0
  package var rejected = 0
  /// Also those that are pending.
  package var missing = 0
  package var invitedReported = 0

  package var reportedRate: Percent? { Percent(Int128(reported), of: Int128(required)) }
  package var onTimeRate: Percent? { Percent(Int128(onTime), of: Int128(required)) }

  mutating func add(_ status: ReportingStatus) {
    switch status {
    case .onTime: onTime += 1
    case .late: late += 1
    case .rejected: rejected += 1
    case .missing, .pending: missing += 1
    case .reported:
      invitedReported += 1
      return
    case .invited: return
    }
    required += 1
    reported = onTime + late
  }

  /// Whether it has anything to show.
  var isEmpty: Bool { required == 0 && invitedReported == 0 }
}
