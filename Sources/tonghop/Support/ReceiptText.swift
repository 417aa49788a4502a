import Receipts
import ReportingModel
import Submissions

/// Receipts on a terminal, or as a JSON array.
enum ReceiptText {
  /// Prints receipts and ends with status 1 when a bundle was not taken whole.
  static func print(_ receipts: [Receipt], json: Bool) throws {
    if json {
      Terminal.out(JSONValue.array(receipts.map { $0.json(Speech.language) }).fileBytes)
    } else {
      for receipt in receipts { Terminal.out(text(receipt)) }
    }
    try endWithFindings(receipts)
  }

  static func endWithFindings(_ receipts: [Receipt]) throws {
    if receipts.contains(where: { $0.status != .accepted && $0.status != .duplicate }) { throw ExitStatus.findings }
  }

  static func text(_ receipt: Receipt) -> String {
    let verdict = ReceiptVerdict(receipt)
    var lines = [
      "\(receipt.label.map { $0 + "  " } ?? "")\(receipt.fileName): \(verdict.headline[Speech.language])"
    ]
    lines += findings(receipt.findings)
    for line in receipt.submissions {
      let submission = line.submission
      lines.append(
        "  \(submission.path): \(submission.unit ?? "…") \(submission.period.map { "\($0)" } ?? "…") \(line.status.rawValue)"
      )
      lines += findings(submission.log.kept)
    }
    return lines.map { showingControls(in: $0) }.joined(separator: "\n")
  }

  private static func findings(_ findings: [Finding]) -> [String] {
    findings.flatMap { finding in
      let lines = FindingText.lines(finding)
      return ["  " + lines[0]] + lines.dropFirst()
    }
  }
}
