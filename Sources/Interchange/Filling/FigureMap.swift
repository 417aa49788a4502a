import CSVReading
import ReportingModel
import VietnameseText

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
    let keys = Dictionary(FigureMap.columns.map { (foldedKey($0), $0) }, uniquingKeysWith: { first, _ in first })
    guard case .decided(let encoding) = EncodingDetector(headerTitles: Set(keys.keys)).detect(bytes) else {
      throw FillingFault(.unreadableMap)
    }
    func position(_ cells: [String]) -> [String: Int] {
      Dictionary(
        cells.enumerated().compactMap { index, cell in keys[foldedKey(trimmedNFC(cell))].map { ($0, index) } },
        uniquingKeysWith: { first, _ in first })
    }
    let table = CSVTable(reading: bytes, encoding: encoding, isHeader: { position($0).count })
    if let fault = table.faults.first { throw FillingFault(.unreadableMap, line: fault.row) }
    guard let headerIndex = table.headerIndex else { throw FillingFault(.missingColumns(FigureMap.columns)) }
    let header = table.records[headerIndex]
    let titles = table.cells(header)
    if let unknown = titles.map({ trimmedNFC($0) }).first(where: { !$0.isEmpty && keys[foldedKey($0)] == nil }) {
      throw FillingFault(.unknownColumn(unknown, nearest: nearest(unknown, in: FigureMap.columns)), line: header.row)
    }
    let columns = position(titles)
    let absent = FigureMap.columns.prefix(3).filter { columns[$0] == nil }
    guard absent.isEmpty else { throw FillingFault(.missingColumns(Array(absent)), line: header.row) }
    var rows: [Row] = []
    for record in table.records[(headerIndex + 1)...] {
      func cell(_ column: String) -> String { columns[column].map { trimmedNFC(table.cell(record, $0)) } ?? "" }
      rows.append(try FigureMap.row(record.row, cell))
    }
    guard !rows.isEmpty else { throw FillingFault(.emptyMap) }
    self.rows = rows
    try checkTargets()
  }

  private static func row(_ line: Int, _ cell: (String) -> String) throws(FillingFault) -> Row {
    func reference(_ column: String) throws(FillingFault) -> CellReference {
      guard let reference = CellReference(cell(column)) else { throw FillingFault(.badCell(cell(column)), line: line) }
      return reference
    }
    for column in columns.prefix(3) where cell(column).isEmpty { throw FillingFault(.emptyColumn(column), line: line) }
    var label: (cell: CellReference, text: String)?
    if !cell("o_nhan").isEmpty || !cell("nhan").isEmpty {
      for column in ["o_nhan", "nhan"] where cell(column).isEmpty {
        throw FillingFault(.emptyColumn(column), line: line)
      }
      label = (try reference("o_nhan"), cell("nhan"))
    }
    return Row(
      line: line, sheet: cell("trang_tinh"), cell: try reference("o"), path: cell("duong_dan"), label: label)
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
