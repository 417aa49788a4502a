package import Ledger
import ReportingModel

/// Rows as a ledger makes them, as far as a store can tell: every third is a delivery, a submission or a setting.
package enum SampleRows {
  static func digest(_ sequence: Int64, _ salt: UInt8 = 0) -> Digest {
    Digest(
      first32: (0..<8).map { UInt8(truncatingIfNeeded: sequence >> ($0 * 8)) } + [salt]
        + Array(repeating: 0xA7, count: 23))
  }

  static func units(_ sequence: Int64) -> String { "SO-THPT-00\(sequence % 4)" }

  /// - Parameter salt: rows of another writer differ in nothing else.
  static func addition(_ sequence: Int64, salt: UInt8 = 0) -> LedgerAddition {
    let line = Array(#"{"operator":"Nguyễn Văn Mẫu","salt":\#(salt),"sequence":\#(sequence),"🙂":"ộ, \"ợ\" …"}"#.utf8)
    let digest = digest(sequence, salt)
    switch sequence % 3 {
    case 1:
      let number = Int(sequence / 3) + 1
      return LedgerAddition(
        row: LedgerRow(
          sequence: sequence, kind: "delivery", unit: sequence % 2 == 0 ? nil : units(sequence), period: nil,
          receipt: number, line: line, digest: digest),
        receipt: Array(#"{"phiếu":\#(number)}"#.utf8))
    case 2:
      let period = sequence % 2 == 0 ? "HK1/2026-2027" : "CD/ĐỘT-XUẤT"
      return LedgerAddition(
        row: LedgerRow(
          sequence: sequence, kind: "submission", unit: units(sequence), period: period, receipt: nil, line: line,
          digest: digest),
        content: [0, 0xFF, 0xC3, salt] + Array("nội dung \(sequence)".utf8))
    default:
      return LedgerAddition(
        row: LedgerRow(
          sequence: sequence, kind: "settings", unit: nil, period: nil, receipt: nil, line: line, digest: digest))
    }
  }

  package static func additions(_ range: ClosedRange<Int64>, salt: UInt8 = 0) -> [LedgerAddition] {
    range.map { addition($0, salt: salt) }
  }
}

extension LedgerAddition {
  /// The same with another row, so that it breaks one rule and no other.
  func changing(
    sequence: Int64? = nil, receipt: Int? = nil, digest: Digest? = nil, content: [UInt8]? = nil
  ) -> LedgerAddition {
    let changed = LedgerRow(
      sequence: sequence ?? row.sequence, kind: row.kind, unit: row.unit, period: row.period,
      receipt: receipt ?? row.receipt, line: row.line, digest: digest ?? row.digest)
    return LedgerAddition(row: changed, content: content ?? self.content?.bytes, receipt: self.receipt)
  }
}
