extension Table {
  /// A column of a sheet: of which column of the table it is, and which of its numbers.
  package struct SheetColumn: Sendable {
    package let title: String
    package let group: String?
    package let source: Int
    package let part: Int
  }

  /// The columns as a sheet has them: a value of several numbers takes a column for each of them.
  package func sheetColumns() -> [SheetColumn] {
    columns.enumerated().flatMap { index, column -> [SheetColumn] in
      guard !column.parts.isEmpty else {
        return [SheetColumn(title: column.title, group: column.group, source: index, part: 0)]
      }
      return column.parts.enumerated().map {
        SheetColumn(title: $0.element, group: column.title, source: index, part: $0.offset)
      }
    }
  }

  /// Rows of a sheet above its first row: caption, unit line and titles.
  package var rowsAbove: Int {
    (caption.isEmpty ? 0 : 1) + (unitLine.isEmpty ? 0 : 1) + (sheetColumns().contains { $0.group != nil } ? 2 : 1)
  }
}

extension Sheet {
  /// Where a value stands: `D7`.
  /// - Parameters:
  ///   - row: of the table; as many as it has rows for its total.
  package func cell(table: Int, row: Int, column: Int) -> String {
    var number = head.count + 1
    for earlier in tables[..<table] {
      number +=
        earlier.rowsAbove + earlier.rows.count + (earlier.total == nil ? 0 : 1) + (earlier.notes.isEmpty ? 0 : 1) + 1
    }
    number += tables[table].rowsAbove + row + 1
    let place = tables[table].sheetColumns().firstIndex { $0.source == column } ?? column
    return Sheet.columnName(place) + String(number)
  }

  /// The name of a column: `A`, `AB`.
  package static func columnName(_ index: Int) -> String {
    var rest = index + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.insert(UInt8(65 + (rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
