/// Names one reporting period of a regime: its kind and which one, as in `HK1/2026-2027`, `Q1/2027` or `CD/AI-2026`.
///
/// With the regime and the unit it makes the live key of a submission (<doc:counting#The-live-set>).
package struct PeriodKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The period kind's code in the regime, `HK1`.
  package let kind: String
  /// School year `2026-2027`, calendar year `2027`, or the request's code.
  package let which: String

  package init(kind: String, which: String) {
    self.kind = kind
    self.which = which
  }

  /// The key that `KIND/WHICH` names, or `nil` when a part is empty.
  package init?(_ text: String) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    kind = String(text[..<slash])
    which = String(text[text.utf8.index(after: slash)...])
    guard !kind.isEmpty, !which.isEmpty else { return nil }
  }

  package var description: String { "\(kind)/\(which)" }

  package static func < (left: PeriodKey, right: PeriodKey) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

/// A school year, such as 2026-2027: 1 August of its first year to 31 July of the next (<doc:regime#Calendars>).
package struct SchoolYear: Hashable, Sendable, CustomStringConvertible {
  package let firstYear: Int

  package init(firstYear: Int) {
    self.firstYear = firstYear
  }

  /// The school year that `2026-2027` names; `nil` when the two years are not consecutive.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let first = Int(parts[0]), let second = Int(parts[1]), second == first + 1, (1901...2998).contains(first)
    else { return nil }
    firstYear = first
  }

  /// The school year that a date belongs to.
  package init(of date: CalendarDate) {
    let (year, month, _) = date.components
    firstYear = month >= 8 ? year : year - 1
  }

  package var description: String { "\(firstYear)-\(firstYear + 1)" }
}
