import Ledger
import Receipts
import Regimes
import ReportingModel
import Submissions
import Validation

extension Verdict {
  /// What counts of an accepted submission.
  var content: SubmissionContent? {
    if case .accepted(let validated) = self { validated.content } else { nil }
  }
}

extension SubmissionReceipt {
  /// The line of a judged submission; its sequence is set once it is recorded.
  init(_ submission: Submission, _ verdict: Verdict, _ validator: SubmissionValidator) {
    let unitName = submission.unit.flatMap { code in
      submission.period.flatMap { validator.describe(code, $0) }?.name
        ?? validator.registry.rows(of: code).last?.name
    }
    let due = submission.period.flatMap { validator.regime.resolve($0, requests: validator.requests)?.due }
    switch verdict {
    case .accepted(let validated):
      self.init(
        status: .accepted, submission: submission, unitName: unitName, dueDay: due, number: validated.number,
        sequence: nil)
    case .duplicate(let sequence, let number):
      self.init(
        status: .duplicate, submission: submission, unitName: unitName, dueDay: due, number: number,
        sequence: sequence)
    case .rejected:
      self.init(
        status: .rejected, submission: submission, unitName: unitName, dueDay: due,
        number: submission.content?.header.number, sequence: nil)
    }
  }
}

extension SubmissionRecord {
  /// The record of a verdict; `nil` for a duplicate, of which nothing is recorded twice.
  init?(_ verdict: Verdict, _ submission: Submission, _ validator: SubmissionValidator, _ arrival: Arrival) {
    let number: Int
    let contentDigest: Digest
    switch verdict {
    case .duplicate: return nil
    case .accepted(let validated):
      number = validated.number
      contentDigest = validated.contentDigest
    case .rejected:
      number = 0
      contentDigest = .zero
    }
    let told = submission.unit.flatMap { validator.registry.rows(of: $0).isEmpty ? nil : $0 }
    self.init(
      delivery: 0, path: submission.path, encoding: submission.encoding, isAccepted: verdict.content != nil,
      regime: validator.regime.id, unit: told ?? arrival.folderUnit ?? submission.unit ?? "",
      period: submission.period?.description ?? "", number: number, receivedAt: arrival.receivedAt,
      regimeDigest: validator.regime.digest, registryDigest: validator.registry.digest, contentDigest: contentDigest,
      errorCount: submission.log.errorCount, warningCount: submission.log.warningCount)
  }
}
