import CSVReading
import ReportingModel
import VietnameseText

/// The rows below the titles of one file: records, and what stands between them, which is told and not read.
struct TableRows {
  private(set) var records: [RawRecord] = []
  private let table: CSVTable
  private let headerIndex: Int
  private let columns: HeaderRow
  private let schema: BlockSchema
  private let names: ColumnNames
  private let file: String

  init(
    _ table: CSVTable, headerIndex: Int, columns: HeaderRow, schema: BlockSchema, names: ColumnNames, file: String
  ) {
    self.table = table
    self.headerIndex = headerIndex
    self.columns = columns
    self.schema = schema
    self.names = names
    self.file = file
  }

  mutating func read(into log: inout FindingLog) {
    let header = table.records[headerIndex]
    let loose = LooseRows(table, header: header, names: names)
    let cutNumbers = CutNumbers(table, columns: columns, schema: schema, file: file)
    var untitled = UntitledColumns(cells: columns.untitled, file: file)
    var joined: (first: CSVRecord, count: Int)?
    let body = table.records[(headerIndex + 1)...]
    records.reserveCapacity(body.count)
    for record in body {
      switch loose.kind(of: record) {
      case .joined?: joined = (joined?.first ?? record, (joined?.count ?? 0) + 1)
      case let kind?: report(kind, record, into: &log)
      case nil:
        untitled.look(at: record, of: table)
        cutNumbers.look(at: record, of: table, into: &log)
        // The cells of a row that is too wide stand under wrong titles. The header tells whose report it is all the same.
        if record.width <= header.width || schema.block == .header { records.append(raw(record)) }
      }
    }
    untitled.report(into: &log)
    if let joined {
      let place = SourceLocation(file: file, line: joined.first.row, column: 1)
      log.add(CSVSubmissionReader.joinedRows(joined.count, table.cell(joined.first, 0), at: place))
    }
    for ragged in table.raggedRows(below: headerIndex) {
      let place = SourceLocation(file: file, line: ragged.row, column: ragged.isWide ? ragged.expected + 1 : nil)
      log.add(.csvRagged, ragged.isWide ? .error : .warning, at: place) {
        CSVSubmissionReader.raggedRow(ragged, at: place)
      }
    }
  }

  private func raw(_ record: CSVRecord) -> RawRecord {
    var values = [String?](repeating: nil, count: schema.columns.count)
    for (position, cell) in columns.cellByColumn.enumerated() {
      if let cell { values[position] = table.cell(record, cell - 1) }
    }
    return RawRecord(line: record.row, values: values)
  }

  private func report(_ kind: LooseRow, _ record: CSVRecord, into log: inout FindingLog) {
    let cell = table.cells(record).firstIndex { !trimmed($0).isEmpty } ?? 0
    let place = SourceLocation(file: file, line: record.row, column: cell + 1)
    log.add(.csvLoose, .error, at: place) {
      CSVSubmissionReader.looseRow(kind, table.cell(record, cell), at: place)
    }
  }
}
