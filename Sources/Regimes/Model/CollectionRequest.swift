package import ReportingModel

/// A collection that the office opened on request: chuyên đề, đột xuất (<doc:regime#Requests>).
package struct CollectionRequest: Sendable, Hashable {
  /// The regime whose kind of period for requests it is.
  package var regime: String
  package var code: String
  package var title: String
  package var window: Window
  package var due: CalendarDate
  /// The period it gathers figures of before that one ends; `nil`: it stands alone.
  package var partOf: PeriodKey?
  /// Who is asked; all empty: everybody.
  package var kinds: [String]
  package var levels: [String]
  package var units: [String]
  /// When it was closed; `nil` while it is open.
  package var closedAt: Instant?

  package init(
    regime: String, code: String, title: String, window: Window, due: CalendarDate, partOf: PeriodKey? = nil,
    kinds: [String] = [],
    levels: [String] = [], units: [String] = [], closedAt: Instant? = nil
  ) {
    self.regime = regime
    self.code = code
    self.title = title
    self.window = window
    self.due = due
    self.partOf = partOf
    self.kinds = kinds
    self.levels = levels
    self.units = units
    self.closedAt = closedAt
  }

  package var isClosed: Bool { closedAt != nil }

  /// Whether a unit is asked; without a choice everybody is (<doc:regime#Requests>).
  package func asks(_ row: UnitRow) -> Bool {
    if kinds.isEmpty && levels.isEmpty { return units.isEmpty || units.contains(row.code) }
    let isChosen = (kinds.isEmpty || kinds.contains(row.kind)) && (levels.isEmpty || levels.contains(row.level))
    return isChosen || units.contains(row.code)
  }
}
