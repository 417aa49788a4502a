/// How people call a receipt: `BN-000123`.
package enum ReceiptLabel {
  package static let prefix = "BN-"

  package static func of(_ number: Int) -> String {
    let digits = String(number)
    return prefix + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }
}
