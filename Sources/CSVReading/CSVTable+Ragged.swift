/// A row below the header that has another number of separators than the header line (<doc:bundle#Lines-and-cells>).
package struct RaggedRow: Equatable, Sendable {
  /// The row number as Excel shows it.
  package let row: Int
  /// The number of cells that the header line is cut into, its empty ones too.
  package let expected: Int
  /// The number of cells that the row is cut into, empty ones too.
  package let found: Int

  package init(row: Int, expected: Int, found: Int) {
    self.row = row
    self.expected = expected
    self.found = found
  }

  /// Whether it has a separator too many; else one was perhaps lost.
  package var isWide: Bool { found > expected }
}

extension CSVTable {
  /// The rows that are wider than the header, and those that are narrower than it and than most of the others.
  ///
  /// Where most rows end early whoever wrote them leaves empty cells away. A row alone has no others to be like. One that has
  /// its first cell alone is told as that.
  /// - Parameter header: the index of the header among the records.
  package func raggedRows(below header: Int) -> [RaggedRow] {
    guard records.indices.contains(header) else { return [] }
    let expected = records[header].width
    let rows = records[(header + 1)...]
    let usual = usualWidth(of: rows, upTo: expected)
    return rows.compactMap { record in
      let isNarrow = record.width < usual && record.cellCount > 1
      guard record.width > expected || isNarrow else { return nil }
      return RaggedRow(row: record.row, expected: expected, found: record.width)
    }
  }

  /// The greatest width, up to the header's, that more than half of the rows reach.
  private func usualWidth(of rows: ArraySlice<CSVRecord>, upTo most: Int) -> Int {
    guard rows.count > 1 else { return most }
    let widths = rows.map { min($0.width, most) }.sorted(by: >)
    return widths[(widths.count - 1) / 2]
  }
}
