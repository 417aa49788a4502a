import ReportingModel

/// An exact fraction: rules divide without rounding. An operation that would overflow gives `nil`.
struct Rational: Hashable {
  let numerator: Int128
  /// Always above zero.
  let denominator: Int128

  init(_ whole: Int128) {
    numerator = whole
    denominator = 1
  }

  init(_ amount: Amount) { self = Rational(amount.thousandths, 1000) ?? Rational(0) }

  private init?(_ numerator: Int128, _ denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  static func add(_ left: Rational, _ right: Rational, sign: Int128 = 1) -> Rational? {
    guard let first = product(left.numerator, right.denominator),
      let second = product(right.numerator, left.denominator),
      let denominator = product(left.denominator, right.denominator)
    else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(sign * second)
    return overflow ? nil : Rational(sum, denominator)
  }

  static func multiply(_ left: Rational, _ right: Rational) -> Rational? {
    guard let numerator = product(left.numerator, right.numerator),
      let denominator = product(left.denominator, right.denominator)
    else { return nil }
    return Rational(numerator, denominator)
  }

  /// `nil` also for a zero divisor.
  static func divide(_ left: Rational, _ right: Rational) -> Rational? {
    guard let numerator = product(left.numerator, right.denominator),
      let denominator = product(left.denominator, right.numerator)
    else { return nil }
    return Rational(numerator, denominator)
  }

  /// -1, 0 or 1; `nil` when the comparison overflows.
  static func compare(_ left: Rational, _ right: Rational) -> Int? {
    guard let first = product(left.numerator, right.denominator),
      let second = product(right.numerator, left.denominator)
    else { return nil }
    return first < second ? -1 : first == second ? 0 : 1
  }

  private static func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow || result == .min ? nil : result
  }
}
