package import Regimes
package import ReportingModel
package import Submissions

/// What a unit gets back for one delivery (Phiếu tiếp nhận).
package struct Receipt: Sendable {
  /// Of a delivery (<doc:commands#Receipt>).
  package enum Status: String, Sendable {
    case accepted
    case duplicate
    case partial
    case rejected
    /// No readable archive.
    case quarantined
  }

  /// The regime of the office that received it; its words head the page.
  package var regime: Regime
  /// Counts from 1; `nil` for a check, which has no number.
  package var number: Int?
  package var fileName: String
  package var folderUnit: String?
  /// `nil` for a file over the size limit, which is never read.
  package var digest: Digest?
  package var receivedAt: Instant
  /// Why it is entered with another time than that of its entry.
  package var lateReason: String?
  package var isReadable: Bool
  package var submissions: [SubmissionReceipt]
  /// About the bundle itself.
  package var findings: [Finding]
  /// The first delivery of the same bytes, when this one is a duplicate.
  package var original: Original?

  package struct Original: Sendable, Hashable {
    package var number: Int
    package var receivedAt: Instant

    package init(number: Int, receivedAt: Instant) {
      self.number = number
      self.receivedAt = receivedAt
    }
  }

  package init(
    regime: Regime, number: Int?, fileName: String, folderUnit: String?, digest: Digest?, receivedAt: Instant,
    lateReason: String? = nil, isReadable: Bool, submissions: [SubmissionReceipt], findings: [Finding],
    original: Original? = nil
  ) {
    self.regime = regime
    self.number = number
    self.fileName = fileName
    self.folderUnit = folderUnit
    self.digest = digest
    self.receivedAt = receivedAt
    self.lateReason = lateReason
    self.isReadable = isReadable
    self.submissions = submissions
    self.findings = findings
    self.original = original
  }

  package var status: Status {
    guard isReadable else { return .quarantined }
    let accepted = submissions.count { $0.status == .accepted }
    let rejected = submissions.count { $0.status == .rejected }
    if submissions.count == rejected { return .rejected }
    if rejected > 0 { return .partial }
    return accepted > 0 ? .accepted : .duplicate
  }

  /// Nothing was handed in; the receipt says what would happen.
  package var isCheck: Bool { number == nil }

  /// The same receipt with nothing in it that only a delivery has: no number, no sequence in the ledger.
  package var asCheck: Receipt {
    var receipt = self
    receipt.number = nil
    for index in submissions.indices where submissions[index].status != .duplicate {
      receipt.submissions[index].sequence = nil
    }
    return receipt
  }

  /// `BN-000123`.
  package var label: String? { number.map(Receipt.label) }

  package static func label(_ number: Int) -> String {
    let digits = String(number)
    return "BN-" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  /// The unit whose outbox folder it goes to: the inbox folder's, else the one common to all submissions, else none; an archive
  /// that nobody looked into is no submission of anybody.
  package var outboxUnit: String? {
    if let folderUnit { return folderUnit }
    let units = Set(submissions.lazy.filter { !$0.submission.isUnopened }.map(\.knownUnit))
    return units.count == 1 ? units.first ?? nil : nil
  }
}

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
    dueDay: CalendarDate?, number: Int?, sequence: Int64? = nil, earlier: Earlier? = nil
  ) {
    self.status = status
    self.submission = submission
    self.regime = regime
    self.periodName = periodName
    self.unitName = unitName
    self.dueDay = dueDay
    self.number = number
    self.sequence = sequence
    self.earlier = earlier
  }

  /// The unit's code, when the registry knows it.
  package var knownUnit: String? { unitName == nil ? nil : submission.unit }
}
