package import Documents
import ReportingModel
import ZipFormat

/// Tables as CSV that people open in a spreadsheet: UTF-8 with a mark, a cell a value, numbers plain.
package enum TableCSV {
  /// The file of one table; a value of several numbers takes a column for each.
  package static func render(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    let columns = table.sheetColumns()
    write(
      columns.map { column in text([column.group, column.title].compactMap { $0 }.joined(separator: ": ")) }, &bytes)
    for row in table.rows {
      write(
        row.isBar ? [text(row.cells.first?.printed ?? "")] : cells(row.cells, table, columns), &bytes)
    }
    if let total = table.total { write(cells(total, table, columns), &bytes) }
    return bytes
  }

  /// An archive of several, a file a table.
  package static func archive(_ tables: [Table]) -> [UInt8] {
    var zip = ZipWriter()
    for table in tables { zip.add(name: table.name + ".csv", bytes: render(table)) }
    return zip.finish()
  }

  /// A text in which no spreadsheet sees a formula: one that begins like one gets an apostrophe before it.
  package static func text(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
    return "'" + text
  }

  private static func cells(
    _ cells: [Cell], _ table: Table, _ columns: [Table.SheetColumn]
  ) -> [String] {
    columns.map { column in
      guard column.source < cells.count else { return "" }
      return plain(cells[column.source].part(column.part, of: table.columns[column.source].parts.count))
    }
  }

  private static func plain(_ value: Cell.Value) -> String {
    switch value {
    case .count(let count): String(count)
    case .amount(let amount): amount.description
    case .percent(let percent): percent.description
    case .date(let date): date.description
    case .text(let text): self.text(text)
    case .notTold, .empty: ""
    case .notApplicable: "-"
    case .pair, .coverage: Cell(value).printed
    }
  }

  private static func write(_ cells: [String], _ bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      bytes += (needsQuotes ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell).utf8
    }
    bytes += [0x0D, 0x0A]
  }
}
