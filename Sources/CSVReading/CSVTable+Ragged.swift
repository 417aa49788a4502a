/// A row whose cells do not agree with the header.
package struct RaggedRow: Equatable, Sendable {
  /// The row number as Excel shows it.
  package let row: Int
  /// The number of columns of the header.
  package let expected: Int
  /// The number of cells that the row has.
  package let found: Int

  package init(row: Int, expected: Int, found: Int) {
    self.row = row
    self.expected = expected
    self.found = found
  }
}

extension CSVTable {
  /// The rows below the header that have text beyond its last column.
  ///
  /// A row that ends early has empty cells, which is no fault unless asked for.
  /// - Parameters:
  ///   - header: the index of the header among the records.
  ///   - short: whether rows with fewer cells written than the header has columns are reported too.
  package func raggedRows(below header: Int, reportingShort short: Bool = false) -> [RaggedRow] {
    guard records.indices.contains(header) else { return [] }
    let expected = records[header].cellCount
    return records[(header + 1)...].compactMap { record in
      if record.cellCount > expected { return RaggedRow(row: record.row, expected: expected, found: record.cellCount) }
      if short, record.width < expected { return RaggedRow(row: record.row, expected: expected, found: record.width) }
      return nil
    }
  }
}
