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
    lines += receipt.findings.map { "  " + FindingText.line($0) }
    for line in receipt.submissions {
      let submission = line.submission
      lines.append(
        "  \(submission.path): \(submission.unit ?? "…") \(submission.period.map { "\($0)" } ?? "…") \(line.status.rawValue)"
      )
      lines += submission.log.kept.map { "  " + FindingText.line($0) }
    }
    return lines.joined(separator: "\n")
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
}
