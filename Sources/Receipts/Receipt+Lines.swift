package import ReportingModel
import Submissions

extension Receipt {
  /// For a terminal or a log: the verdict, then each submission, each with its findings below it.
  package func lines(_ language: Language) -> [String] {
    let verdict = ReceiptVerdict(self)
    var lines = ["\(label.map { $0 + "  " } ?? "")\(fileName): \(verdict.headline[language])"]
    lines += Receipt.lines(of: findings, language)
    for line in submissions {
      let submission = line.submission
      lines.append(
        "  \(submission.path): \(submission.unit ?? "…") \(submission.period.map { "\($0)" } ?? "…") \(line.status.rawValue)"
      )
      lines += Receipt.lines(of: submission.log.kept, language)
    }
    return lines.map { showingControls(in: $0) }
  }

  private static func lines(of findings: [Finding], _ language: Language) -> [String] {
    findings.flatMap { finding in
      let lines = finding.lines(language)
      return ["  " + lines[0]] + lines.dropFirst()
    }
  }
}
