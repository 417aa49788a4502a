package import Regimes
package import ReportingModel
package import Submissions

/// One submission of a delivery on its receipt.
package struct SubmissionReceipt: Sendable {
  package enum Status: String, Sendable {
    case accepted
    case duplicate
    case rejected
  }

  package var status: Status
  /// The submission as read, with its findings.
  package var submission: Submission
  /// The regime that judged it.
  package var regime: Regime
  /// The period as people name it; `nil` when the header tells none.
  package var periodName: LocalizedText?
  /// The unit's name in the registry, when the unit is known.
  package var unitName: String?
  /// The unit's kind in the period, which says what it is asked.
  package var unitKind: String?
  /// What counts, or would count, of what was read: with the zeros of a nil return.
  package var counted: SubmissionContent?
  package var dueDay: CalendarDate?
  package var number: Int?
  package var sequence: Int64?
  /// What counted for the unit and period when this one came.
  package var earlier: Earlier?

  /// The submission before, as far as a receipt compares with it.
  package struct Earlier: Sendable, Hashable {
    package var number: Int
    package var activityCount: Int
    package var told: [String: Amount]

    package init(number: Int, activityCount: Int, told: [String: Amount]) {
      self.number = number
      self.activityCount = activityCount
      self.told = told
    }
  }

  package init(
    status: Status, submission: Submission, regime: Regime, periodName: LocalizedText?, unitName: String?,
    unitKind: String? = nil, counted: SubmissionContent? = nil, dueDay: CalendarDate?, number: Int?,
    sequence: Int64? = nil, earlier: Earlier? = nil
  ) {
    self.status = status
    self.submission = submission
    self.regime = regime
    self.periodName = periodName
    self.unitName = unitName
    self.unitKind = unitKind
    self.counted = counted
    self.dueDay = dueDay
    self.number = number
    self.sequence = sequence
    self.earlier = earlier
  }

  /// The unit's code, when the registry knows it.
  package var knownUnit: String? { unitName == nil ? nil : submission.unit }

  /// The unit, with its name where the registry knows it.
  var unitLabel: String? { submission.unit.map { Receipt.label(unit: $0, name: unitName) } }
}
