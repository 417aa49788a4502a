import Receipts
import Regimes
import ReportingModel
import Spooling
import Submissions
import Validation

extension Verdict {
  /// Of an accepted submission.
  var summary: ContentSummary? {
    if case .accepted(let validated) = self { ContentSummary(validated.content) } else { nil }
  }

  /// Of an accepted submission.
  var rows: RetellableRows? {
    if case .accepted(let validated) = self { RetellableRows(validated.content, into: .temporary) } else { nil }
  }
}

extension SubmissionReceipt {
  /// The line of a decided submission; its sequence is set once it is recorded.
  init(_ submission: Submission, _ verdict: Verdict, _ one: Case, earlier: EarlierSubmission?) {
    let validator = one.validator
    let regime = validator.regime
    let period = submission.period
    let status: Status
    let number: Int?
    var sequence: Int64?
    switch verdict {
    case .accepted(let validated): (status, number) = (.accepted, validated.number)
    case .duplicate(let original, let originalNumber):
      (status, number, sequence) = (.duplicate, originalNumber, original)
    case .rejected, .overtaken: (status, number) = (.rejected, submission.content?.header.number)
    }
    let row = submission.unit.flatMap { code in period.flatMap { validator.describe(code, $0) } }
    self.init(
      status: status, submission: submission, regime: regime,
      periodName: period.map { regime.name(of: $0, requests: validator.requests) },
      unitName: row?.name ?? submission.unit.flatMap { validator.registry.rows(of: $0).last?.name },
      unitKind: row?.kind, counted: one.examined.counted,
      dueDay: period.flatMap { regime.resolve($0, requests: validator.requests)?.due }, number: number,
      sequence: sequence,
      earlier: status == .accepted
        ? earlier.map { Earlier(number: $0.number, activityCount: $0.activityCount, told: $0.told) } : nil)
  }
}
