import ReportingModel

/// Which figure goes into which cell of another system's workbook, and what must stand beside it: the map's rows
/// (<doc:commands#Figures-for-other-systems>).
package struct FigureMap: Sendable {
  package struct Row: Sendable {
    /// Line in the map's file.
    let line: Int
    let sheet: String
    let cell: CellReference
    /// Path of the figure in the canonical report.
    let path: String
    /// A cell whose text tells that the workbook still has the mapped shape, and that text.
    let label: (cell: CellReference, text: String)?
  }

  let rows: [Row]

  static let columns = ["trang_tinh", "o", "duong_dan", "o_nhan", "nhan"]

  /// Reads a map, in any encoding and with any delimiter that a spreadsheet writes.
  /// - Throws: `FillingFault` for a file that is no map, by line.
  package init(_ bytes: [UInt8]) throws(FillingFault) {
    let table: ColumnTable
    do {
      table = try ColumnTable(bytes, columns: FigureMap.columns, required: Array(FigureMap.columns.prefix(3)))
    } catch {
      throw FillingFault(error)
    }
    var rows: [Row] = []
    for record in table.records { rows.append(try FigureMap.row(record)) }
    guard !rows.isEmpty else { throw FillingFault(.emptyMap) }
    self.rows = rows
    try checkTargets()
  }

  private static func row(_ record: ColumnTable.Record) throws(FillingFault) -> Row {
    func reference(_ column: String) throws(FillingFault) -> CellReference {
      guard let reference = CellReference(record[column]) else {
        throw FillingFault(.badCell(record[column]), line: record.row)
      }
      return reference
    }
    var label: (cell: CellReference, text: String)?
    if !record["o_nhan"].isEmpty || !record["nhan"].isEmpty {
      for column in ["o_nhan", "nhan"] where record[column].isEmpty {
        throw FillingFault(.emptyColumn(column), line: record.row)
      }
      label = (try reference("o_nhan"), record["nhan"])
    }
    return Row(
      line: record.row, sheet: record["trang_tinh"], cell: try reference("o"), path: record["duong_dan"], label: label)
  }

  /// Two figures have no room in one cell.
  private func checkTargets() throws(FillingFault) {
    var lines: [String: Int] = [:]
    for row in rows {
      let target = "\(row.sheet)!\(row.cell)"
      if let other = lines.updateValue(row.line, forKey: target) {
        throw FillingFault(.cellTwice(target, other: other), line: row.line)
      }
    }
  }
}
