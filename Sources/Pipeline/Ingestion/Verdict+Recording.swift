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
  init(_ submission: Submission, _ verdict: Verdict, _ validator: SubmissionValidator, earlier: EarlierSubmission?) {
    let regime = validator.regime
    let period = submission.period
    let status: Status
    let number: Int?
    var sequence: Int64?
    switch verdict {
    case .accepted(let validated): (status, number) = (.accepted, validated.number)
    case .duplicate(let original, let originalNumber):
      (status, number, sequence) = (.duplicate, originalNumber, original)
    case .rejected: (status, number) = (.rejected, submission.content?.header.number)
    }
    self.init(
      status: status, submission: submission, regime: regime,
      periodName: period.map { regime.name(of: $0, requests: validator.requests) },
      unitName: submission.unit.flatMap { code in
        period.flatMap { validator.describe(code, $0) }?.name ?? validator.registry.rows(of: code).last?.name
      },
      dueDay: period.flatMap { regime.resolve($0, requests: validator.requests)?.due }, number: number,
      sequence: sequence,
      earlier: earlier.map { Earlier(number: $0.number, activityCount: $0.activityCount, told: $0.told) })
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
      errorCount: submission.log.errorCount, warningCount: submission.log.warningCount,
      medians: submission.medians,
      explained: Set(submission.log.causes.filter(\.first.explained).map(\.code)).sorted())
  }
}
