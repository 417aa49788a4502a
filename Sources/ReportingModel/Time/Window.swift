/// A span of days, both ends included: the question "when" of every aggregate (<doc:counting#Activities>).
package struct Window: Hashable, Sendable {
  package let from: CalendarDate
  package let to: CalendarDate

  /// The window between two days, or `nil` when it would end before it begins.
  package init?(from: CalendarDate, to: CalendarDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  package func contains(_ date: CalendarDate) -> Bool { from <= date && date <= to }

  package func overlaps(_ other: Window) -> Bool { from <= other.to && other.from <= to }

  package func encloses(_ other: Window) -> Bool { from <= other.from && other.to <= to }

  /// The same window a year earlier (*cùng kỳ*); 29 February becomes 28 (<doc:commands#Year-before>).
  package var yearBefore: Window { Window(unchecked: from.adding(years: -1), to.adding(years: -1)) }

  private init(unchecked from: CalendarDate, _ to: CalendarDate) {
    self.from = from
    self.to = max(from, to)
  }
}
