/// An exact decimal with three places: the value of an indicator, and any sum of such values
/// (<doc:counting#Indicators>).
///
/// Held as thousandths in 128 bits. A told value is at most 10¹² (<doc:bundle#Dates-and-numbers>), so a sum over every
/// unit of the country stays far from the limit, and arithmetic cannot overflow.
package struct Amount: Hashable, Comparable, Sendable {
  package let thousandths: Int128

  package init(thousandths: Int128) {
    self.thousandths = thousandths
  }

  package init(_ whole: some BinaryInteger) {
    thousandths = Int128(whole) * 1000
  }

  package static let zero = Amount(thousandths: 0)

  package static func < (left: Amount, right: Amount) -> Bool { left.thousandths < right.thousandths }
  package static func + (left: Amount, right: Amount) -> Amount {
    Amount(thousandths: left.thousandths + right.thousandths)
  }
  package static func - (left: Amount, right: Amount) -> Amount {
    Amount(thousandths: left.thousandths - right.thousandths)
  }
  package static func += (left: inout Amount, right: Amount) { left = left + right }

  package var isWhole: Bool { thousandths % 1000 == 0 }
}

extension Amount: CustomStringConvertible {
  /// Plain decimal with a point and without trailing zeros, as the canonical report writes it.
  package var description: String { decimal(thousandths, places: 3, point: ".") }

  /// The decimal that plain digits with an optional minus and point write, with at most three places; `nil` for other text.
  package init?(plain text: String) {
    var digits = Substring(text)
    let negative = digits.hasPrefix("-")
    if negative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty, parts[0].utf8.count <= 18,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || (1...3).contains(fraction.utf8.count),
      let whole = Int128(parts[0]),
      let thousandths = Int128(fraction + String(repeating: "0", count: 3 - fraction.utf8.count))
    else { return nil }
    let magnitude = whole * 1000 + thousandths
    self.init(thousandths: negative ? -magnitude : magnitude)
  }
}

/// A percentage in hundredths of a percent, rounded half away from zero (<doc:regime#Ratios>).
package struct Percent: Hashable, Sendable, CustomStringConvertible {
  package let hundredths: Int128

  package init(hundredths: Int128) {
    self.hundredths = hundredths
  }

  /// `part` of `whole` in percent; `nil` when the whole is zero: a zero denominator gives no value.
  package init?(_ part: Int128, of whole: Int128) {
    guard whole != 0 else { return nil }
    let scaled = part * 10_000
    let magnitude = whole.magnitude
    let rounded = Int128((scaled.magnitude + magnitude / 2) / magnitude)
    hundredths = (scaled < 0) == (whole < 0) ? rounded : -rounded
  }

  /// Plain decimal with a point and without trailing zeros.
  package var description: String { decimal(hundredths, places: 2, point: ".") }
}

/// `value` with its last `places` digits after the point and trailing zeros cut.
func decimal(_ value: Int128, places: Int, point: Character) -> String {
  var digits = String(value.magnitude)
  if digits.utf8.count <= places { digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits }
  var fraction = digits.suffix(places)
  while fraction.hasSuffix("0") { fraction = fraction.dropLast() }
  let whole = digits.dropLast(places)
  let text = fraction.isEmpty ? String(whole) : "\(whole)\(point)\(fraction)"
  return value < 0 ? "-" + text : text
}
