package import Regimes
package import ReportingModel
import Submissions

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
  /// What the registry calls the unit of the folder it lay in.
  package var folderUnitName: String?
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
    regime: Regime, number: Int?, fileName: String, folderUnit: String?, folderUnitName: String? = nil,
    digest: Digest?, receivedAt: Instant, lateReason: String? = nil, isReadable: Bool,
    submissions: [SubmissionReceipt], findings: [Finding], original: Original? = nil
  ) {
    self.regime = regime
    self.number = number
    self.fileName = fileName
    self.folderUnit = folderUnit
    self.folderUnitName = folderUnitName
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
  package var label: String? { number.map(ReceiptLabel.of) }

  /// `Trường THPT Mẫu 001 (SO-THPT-001)`.
  static func label(unit: String, name: String?) -> String { name.map { "\($0) (\(unit))" } ?? unit }

  /// The unit whose outbox folder it goes to: the inbox folder's, else the one common to all submissions, else none; an archive
  /// that nobody looked into is no submission of anybody.
  package var outboxUnit: String? {
    if let folderUnit { return folderUnit }
    let units = Set(submissions.lazy.filter { !$0.submission.isUnopened }.map(\.knownUnit))
    return units.count == 1 ? units.first ?? nil : nil
  }
}
