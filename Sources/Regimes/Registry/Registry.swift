package import ReportingModel

/// One version of the unit registry: who exists, of which kind, where, from when to when (<doc:regime#Unit-registry>).
package struct Registry: Sendable {
  /// Digest of the imported file.
  package let digest: Digest
  /// Every row in the file's order.
  package let rows: [UnitRow]
  /// Codes in bytewise order.
  package let codes: [String]
  private let rowsByCode: [String: [UnitRow]]

  package init(rows: [UnitRow], digest: Digest) {
    self.rows = rows
    self.digest = digest
    rowsByCode = Dictionary(grouping: rows, by: \.code)
    codes = rowsByCode.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The unit's rows, in the file's order; empty when the code is unknown.
  package func rows(of code: String) -> [UnitRow] { rowsByCode[code] ?? [] }

  /// The row in force on a day, or `nil`.
  package func row(of code: String, on date: CalendarDate) -> UnitRow? {
    rows(of: code).first { $0.isInForce(on: date) }
  }

  /// The row in force on a day, else the unit's latest row: where dimensions come from (<doc:regime#Unit-registry>).
  package func description(of code: String, on date: CalendarDate) -> UnitRow? {
    let rows = rows(of: code)
    return rows.first { $0.isInForce(on: date) } ?? rows.max { UnitRow.startsEarlier($0, $1) }
  }

  /// The unit's row for a period: the one in force on its last day, else any that was in force in it, else its latest.
  package func describe(_ unit: String, for period: ResolvedPeriod?) -> UnitRow? {
    guard let period else { return rows(of: unit).last }
    return row(of: unit, on: period.window.to) ?? rows(of: unit).last { $0.isInForce(during: period.window) }
      ?? rows(of: unit).last
  }

  /// The unit that stands on a day where another one stood before, after any number of mergers; `nil` when the registry names
  /// none that is in force then.
  package func successor(of code: String, on date: CalendarDate) -> UnitRow? {
    var seen: Set<String> = [code]
    var next = description(of: code, on: date)?.successor
    while let current = next, seen.insert(current).inserted {
      if let row = row(of: current, on: date) { return row }
      next = description(of: current, on: date)?.successor
    }
    return nil
  }
}

extension UnitRow {
  fileprivate static func startsEarlier(_ left: UnitRow, _ right: UnitRow) -> Bool {
    switch (left.from, right.from) {
    case (nil, nil): left.line < right.line
    case (nil, _): true
    case (_, nil): false
    case (let first?, let second?): first < second
    }
  }
}
