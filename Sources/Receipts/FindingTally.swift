import ReportingModel
import Submissions

/// How many findings of a delivery somebody has to do something about.
struct FindingTally {
  /// All errors, of the bundle and of its reports.
  private(set) var errors = 0
  /// What the errors come from.
  private(set) var causes = 0
  /// What to look at again in a report that counts: warnings that nobody has explained, and what is wrong with the bundle.
  private(set) var points = 0
  /// Warnings that the units have explained.
  private(set) var explained = 0

  init(_ receipt: Receipt) {
    errors = receipt.findings.count { $0.severity == .error }
    causes = errors
    points = receipt.findings.count
    for line in receipt.submissions {
      let log = line.submission.log
      let explained = log.explainedCount
      errors += log.errorCount
      causes += log.errorCauseCount
      points += log.warningCount - explained
      self.explained += explained
    }
  }
}
