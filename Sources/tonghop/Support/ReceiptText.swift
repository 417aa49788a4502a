import Receipts
import ReportingModel
import Submissions

/// Receipts on a terminal, or as a JSON array.
enum ReceiptText {
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

/// A JSON array of receipts that is printed as they come: a run may have more than memory holds.
struct ReceiptList {
  private var isEmpty = true

  mutating func add(_ receipt: Receipt) {
    Terminal.out([UInt8(ascii: isEmpty ? "[" : ",")] + receipt.json(Speech.language).canonicalBytes)
    isEmpty = false
  }

  func end() { Terminal.out(Array((isEmpty ? "[]\n" : "]\n").utf8)) }

  /// Ends a list that something has broken off; one that was not begun stays so.
  func breakOff() {
    if !isEmpty { end() }
  }
}
