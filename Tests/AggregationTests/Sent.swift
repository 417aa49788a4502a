import Aggregation
import Register
import ReportingModel

/// What a unit sent and was accepted, and whether the office took it back since.
@dynamicMemberLookup
struct Sent {
  var submission: AcceptedSubmission
  var withdrawn: Bool

  subscript<Value>(dynamicMember path: WritableKeyPath<AcceptedSubmission, Value>) -> Value {
    get { submission[keyPath: path] }
    set { submission[keyPath: path] = newValue }
  }
}

/// What a unit sent and was refused.
struct Refused {
  var unit: String
  var period: PeriodKey
  var receivedAt: Instant
  var sequence: Int64
}

extension VersionBook {
  /// The book of what was sent up to a sequence, in whatever order it is told.
  init(_ sent: [Sent], _ refused: [Refused] = [], asOf last: Int64 = .max) {
    self.init()
    for one in sent.sorted(by: { $0.sequence < $1.sequence }) where one.sequence <= last {
      accept(
        SubmissionVersion(sequence: one.sequence, number: one.number, receivedAt: one.receivedAt),
        UnitPeriod(unit: one.content.header.unit, period: one.content.header.period))
      if one.withdrawn { withdraw(one.sequence, by: one.sequence + 1) }
    }
    for one in refused.sorted(by: { $0.sequence < $1.sequence }) where one.sequence <= last {
      refuse(
        Refusal(sequence: one.sequence, receivedAt: one.receivedAt),
        UnitPeriod(unit: one.unit, period: one.period))
    }
  }
}
