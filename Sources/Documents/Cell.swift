package import ReportingModel

/// A cell of a table: a value that knows what it is, so that a sheet holds numbers and days where a page shows their words.
///
/// How a value is said is `Rendering`'s matter alone.
package struct Cell: Sendable, Hashable {
  package enum Value: Sendable, Hashable {
    case text(String)
    /// Of people, activities, units: whole.
    case count(Int128)
    case amount(Amount)
    case percent(Percent)
    case date(CalendarDate)
    /// Two counts of one thing, such as activities and products: `3 / 12`.
    case pair(Int128, Int128)
    /// How many of those that had to told it, and how many others: `90/117; khác 8`; `ofAll` is `nil` for what is counted
    /// from activities, which has participants and nobody who is silent.
    case coverage(required: Int, ofAll: Int?, others: Int)
    /// Nobody told it: `…`.
    case notTold
    /// It does not apply: `-`.
    case notApplicable
    case empty
  }

  package var value: Value
  /// Where the figure stands in the canonical report: `indicators.CT09.value`; `nil` for what is no figure.
  package var path: String?

  package init(_ value: Value, path: String? = nil) {
    self.value = value
    self.path = path
  }

  package static func text(_ text: String) -> Cell { Cell(.text(text)) }
  package static func count(_ number: some BinaryInteger, path: String? = nil) -> Cell {
    Cell(.count(Int128(number)), path: path)
  }
  /// `…` where nobody told it.
  package static func amount(_ amount: Amount?, path: String? = nil) -> Cell {
    Cell(amount.map { .amount($0) } ?? .notTold, path: path)
  }
  /// `…` where there is none.
  package static func percent(_ percent: Percent?, path: String? = nil) -> Cell {
    Cell(percent.map { .percent($0) } ?? .notTold, path: path)
  }
  /// Empty without a day.
  package static func date(_ date: CalendarDate?) -> Cell { Cell(date.map { .date($0) } ?? .empty) }
  package static let notTold = Cell(.notTold)
  package static let notApplicable = Cell(.notApplicable)
  package static let empty = Cell(.empty)
}

extension Cell: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.init(.text(text)) }
}
