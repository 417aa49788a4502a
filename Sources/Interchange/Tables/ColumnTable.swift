import CSVReading
import ReportingModel
import VietnameseText

/// A table of named columns that an office writes in a spreadsheet and saves as CSV: any encoding, any delimiter, the columns
/// in any order, spelled with marks or without.
struct ColumnTable {
  struct Record {
    /// Row number as the spreadsheet shows it.
    let row: Int
    private let cells: [String: String]

    fileprivate init(row: Int, cells: [String: String]) {
      self.row = row
      self.cells = cells
    }

    /// The cell of a column, trimmed; empty where the table has no such column.
    subscript(_ column: String) -> String { cells[column] ?? "" }
  }

  let records: [Record]

  /// - Parameter required: those without which the table says nothing; the others may be left out.
  /// - Throws: `TableFault` for a file that is no such table, by line.
  init(_ bytes: [UInt8], columns names: [String], required: [String]) throws(TableFault) {
    let keys = Dictionary(names.map { (foldedKey($0), $0) }, uniquingKeysWith: { first, _ in first })
    guard case .decided(let encoding) = EncodingDetector(headerTitles: Set(keys.keys)).detect(bytes) else {
      throw TableFault(.unreadable)
    }
    func position(_ cells: [String]) -> [String: Int] {
      Dictionary(
        cells.enumerated().compactMap { index, cell in keys[foldedKey(trimmedNFC(cell))].map { ($0, index) } },
        uniquingKeysWith: { first, _ in first })
    }
    let table = CSVTable(reading: bytes, encoding: encoding, isHeader: { position($0).count })
    if let fault = table.faults.first { throw TableFault(.unreadable, line: fault.row) }
    guard let headerIndex = table.headerIndex else { throw TableFault(.missingColumns(names)) }
    let header = table.records[headerIndex]
    let titles = table.cells(header)
    if let unknown = titles.map({ trimmedNFC($0) }).first(where: { !$0.isEmpty && keys[foldedKey($0)] == nil }) {
      throw TableFault(.unknownColumn(unknown, nearest: nearest(unknown, in: names)), line: header.row)
    }
    let columns = position(titles)
    let absent = required.filter { columns[$0] == nil }
    guard absent.isEmpty else { throw TableFault(.missingColumns(absent), line: header.row) }
    records = table.records[(headerIndex + 1)...].map { record in
      Record(row: record.row, cells: columns.mapValues { trimmedNFC(table.cell(record, $0)) })
    }
    for record in records {
      for column in required where record[column].isEmpty {
        throw TableFault(.emptyCell(column), line: record.row)
      }
    }
  }
}

/// Why a table of named columns cannot be read.
struct TableFault: Error, Hashable {
  enum Kind: Hashable {
    case unreadable
    case missingColumns([String])
    case unknownColumn(String, nearest: String?)
    case emptyCell(String)
  }

  let kind: Kind
  let line: Int?

  init(_ kind: Kind, line: Int? = nil) {
    self.kind = kind
    self.line = line
  }
}
