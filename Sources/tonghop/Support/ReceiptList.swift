import Receipts
import ReportingModel

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
