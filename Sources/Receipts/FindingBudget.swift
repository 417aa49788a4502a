package import ReportingModel
import Submissions

/// What the findings and causes of one delivery take of its receipt: at most 1 MiB. Beyond that only causes are told, and where
/// these take too much, only counts (<doc:bundle#Limits>).
package struct FindingBudget: Sendable {
  /// How much is told.
  package enum Detail: Sendable, Comparable {
    case counts
    case causes
    case findings
  }

  package private(set) var detail = Detail.findings
  private var findings = 0
  private var causes = 0

  /// Bytes of JSON.
  private static let most = 1 << 20
  /// Findings about the bundle itself that are told where there is no room for all.
  private static let leading = 100

  package init() {}

  /// Takes a log into account; what is told may become less by it.
  package mutating func add(_ log: FindingLog) {
    if detail == .findings { findings += log.kept.reduce(0) { $0 + $1.size } }
    if detail > .counts { causes += log.causes.reduce(0) { $0 + $1.size } }
    settle()
  }

  /// Takes findings about the bundle itself into account.
  package mutating func add(_ bundle: [Finding]) {
    findings += bundle.reduce(0) { $0 + $1.size }
    causes += bundle.prefix(FindingBudget.leading).reduce(0) { $0 + $1.size }
    settle()
  }

  private mutating func settle() {
    if findings + causes > FindingBudget.most { detail = min(detail, .causes) }
    if causes > FindingBudget.most { detail = .counts }
  }

  /// Takes away of a log what is not told.
  package func cut(_ log: inout FindingLog) {
    switch detail {
    case .findings: break
    case .causes: log.forgetFindings()
    case .counts: log.forgetCauses()
    }
  }

  /// Takes away of the findings about the bundle itself what is not told.
  package func cut(_ bundle: inout [Finding]) {
    if detail < .findings { bundle = Array(bundle.prefix(FindingBudget.leading)) }
  }
}

extension Finding {
  /// Bytes of its line on the receipt.
  fileprivate var size: Int { json(.vietnamese).canonicalBytes.count + 1 }
}

extension FindingLog.Cause {
  /// Bytes of its line on the receipt.
  fileprivate var size: Int { json.canonicalBytes.count + 1 }
}

extension Receipt {
  /// Takes away what has no room on a receipt.
  package mutating func cutToSize() {
    var budget = FindingBudget()
    budget.add(findings)
    for line in submissions { budget.add(line.submission.log) }
    budget.cut(&findings)
    guard budget.detail < .findings else { return }
    for index in submissions.indices { budget.cut(&submissions[index].submission.log) }
  }
}
