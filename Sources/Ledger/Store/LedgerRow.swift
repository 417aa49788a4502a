package import ReportingModel

/// An entry as a store keeps it: its line, and beside it what a store finds rows by. All columns but the line are derived.
package struct LedgerRow: Sendable, Hashable {
  package let sequence: Int64
  package let kind: String
  package let unit: String?
  package let period: String?
  /// Number of the receipt, of a delivery.
  package let receipt: Int?
  package let line: [UInt8]
  package let digest: Digest

  package init(
    sequence: Int64, kind: String, unit: String?, period: String?, receipt: Int?, line: [UInt8], digest: Digest
  ) {
    self.sequence = sequence
    self.kind = kind
    self.unit = unit
    self.period = period
    self.receipt = receipt
    self.line = line
    self.digest = digest
  }

  package init(_ entry: LedgerEntry) {
    var (unit, period, receipt): (String?, String?, Int?)
    switch entry.event {
    case .submission(let submission): (unit, period) = (submission.unit, submission.period?.description)
    case .delivery(let delivery): (unit, receipt) = (delivery.sender, delivery.receipt)
    default: break
    }
    self.init(
      sequence: entry.sequence, kind: entry.event.kind.rawValue, unit: unit, period: period, receipt: receipt,
      line: entry.line, digest: entry.digest)
  }
}

/// A row that is about to be appended, with what is kept beside it.
package struct LedgerAddition: Sendable {
  package let row: LedgerRow
  /// Of an accepted submission, in its stored form.
  package let content: KeptContent?
  /// Of a delivery, as the file of the receipt holds it.
  package let receipt: [UInt8]?

  package init(row: LedgerRow, content: [UInt8]? = nil, receipt: [UInt8]? = nil) {
    self.init(row: row, kept: content.map { KeptContent($0) }, receipt: receipt)
  }

  init(row: LedgerRow, kept content: KeptContent?, receipt: [UInt8]?) {
    self.row = row
    self.content = content
    self.receipt = receipt
  }
}

/// Which rows are asked for; what is `nil` is not looked at.
package struct RowQuery: Sendable, Hashable {
  package var kinds: Set<String>?
  /// The first and the last sequence, both included.
  package var range: ClosedRange<Int64>
  package var unit: String?
  package var period: String?
  package var receipt: Int?

  package init(
    _ range: ClosedRange<Int64>, kinds: Set<String>? = nil, unit: String? = nil, period: String? = nil,
    receipt: Int? = nil
  ) {
    self.range = range
    self.kinds = kinds
    self.unit = unit
    self.period = period
    self.receipt = receipt
  }
}
