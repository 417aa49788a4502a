package import ReportingModel

/// Who asks to write to a workspace, and when.
package struct Applicant: Sendable {
  /// Recorded with every change.
  package var operatorName: String
  /// What others are told who find the workspace locked.
  package var holder: LockHolder?
  package var present: Present?

  package init(_ operatorName: String, holder: LockHolder? = nil, present: Present? = nil) {
    self.operatorName = operatorName
    self.holder = holder
    self.present = present
  }

  /// The present, by the machine's clock or as somebody said.
  package struct Present: Sendable, Hashable {
    package var moment: Instant
    package var isGiven: Bool

    package init(_ moment: Instant, isGiven: Bool) {
      self.moment = moment
      self.isGiven = isGiven
    }
  }

  /// Seconds that the machine's clock may be behind the record before somebody should look at it.
  private static let tolerance: Int64 = 300

  /// Holds the present against the end of the record (<doc:commands#Clock>).
  /// - Returns: what is told of it.
  /// - Throws: `WorkspaceProblem.past` where somebody named a moment before the last entry.
  func remarks(against last: Instant?) throws(WorkspaceProblem) -> [LocalizedText] {
    guard let present, let last, present.moment < last else { return [] }
    if present.isGiven { throw .past(present.moment, last: last) }
    guard last.seconds - present.moment.seconds > Applicant.tolerance else { return [] }
    return [
      LocalizedText(
        "Đồng hồ của máy (\(present.moment)) chậm hơn mục cuối của sổ (\(last)); mục mới được ghi theo giờ của mục cuối. Đề nghị chỉnh đồng hồ.",
        "The machine's clock (\(present.moment)) is behind the last entry (\(last)), by which new entries are dated; set the clock."
      )
    ]
  }
}
