package import Bundles
import CSVReading
package import ReportingModel
import VietnameseText

/// Reads a folder of CSV files into one raw submission.
package struct CSVSubmissionReader: Sendable {
  /// - Parameter rows: rows in one file (<doc:bundle#Limits>).
  package static func read(
    _ source: SubmissionSource, rows: Int, log: FindingLog = FindingLog()
  ) -> RawSubmission {
    var raw = RawSubmission(
      path: source.path, encoding: "", isExact: false, evidence: source.evidence, log: log)
    let files = assign(source.files, into: &raw.log)
    // What is no text has no say in the encoding of the others.
    let verdicts = EncodingDetector(headerTitles: ColumnNames.allKeys).detect(
      files: files.map { $0.file.format == nil ? $0.file.bytes : [] })
    var encodings: [String] = []
    for ((schema, file), verdict) in zip(files, verdicts) {
      let errors = raw.log.errorCount
      switch verdict {
      case .decided(let encoding):
        if !encodings.contains(encoding.rawValue) { encodings.append(encoding.rawValue) }
        if let block = read(file, schema, encoding, rows: rows, into: &raw.log) { raw.blocks.append(block) }
      default:
        if let finding = finding(verdict, file) { raw.log.add(finding) }
      }
      if raw.log.errorCount > errors { raw.unread.insert(schema.block) }
    }
    raw.encoding = encodings.joined(separator: ", ")
    return raw
  }

  /// Which file is which block, by folded name; a second file of the same name is an error, a name that a copy has a warning.
  private static func assign(
    _ files: [BundleFile], into log: inout FindingLog
  ) -> [(schema: BlockSchema, file: BundleFile)] {
    Vocabulary.all.compactMap { schema in
      let matching = files.filter { foldedKey($0.plainName) == foldedKey(schema.fileName) }
      for extra in matching.dropFirst() { log.add(twice(extra, schema)) }
      if let file = matching.first, file.plainName != file.name { log.add(named(file, schema)) }
      return matching.first.map { (schema, $0) }
    }
  }

  /// The first title that lost its letters, where that is why no title is known.
  private static func damagedTitle(of table: CSVTable, _ file: BundleFile) -> Finding? {
    for record in table.records.prefix(CSVTable.headerRows) {
      for (index, cell) in table.cells(record).enumerated() {
        let title = trimmedNFC(cell)
        guard let damage = HeaderRow.damage(in: title) else { continue }
        return HeaderRow.damaged(
          title, damage, at: SourceLocation(file: file.path, line: record.row, column: index + 1))
      }
    }
    return nil
  }

  private static func read(
    _ file: BundleFile, _ schema: BlockSchema, _ encoding: CSVEncoding, rows: Int, into log: inout FindingLog
  ) -> RawBlock? {
    if let format = file.format {
      log.add(notText(file, format))
      return nil
    }
    let names = ColumnNames.bySchema[schema.block] ?? ColumnNames(schema)
    let table = CSVTable(
      reading: file.bytes, encoding: encoding, limits: CSVLimits(rows: rows), isHeader: names.score)
    for fault in table.faults { log.add(finding(fault, file, rows: rows)) }
    guard let headerIndex = table.headerIndex else {
      if table.faults.isEmpty {
        log.add(
          joinedTitles(of: table, names, file) ?? damagedTitle(of: table, file)
            ?? noHeader(file, schema, isEmpty: table.records.isEmpty))
      }
      return nil
    }
    let header = table.records[headerIndex]
    if headerIndex > 0 { log.add(titleRows(file, header: header.row)) }
    let columns = HeaderRow(cells: table.cells(header), width: header.width, schema: schema, names: names)
    columns.report(file: file.path, row: header.row, into: &log)
    var rows = TableRows(
      table, headerIndex: headerIndex, columns: columns, schema: schema, names: names, file: file.path)
    rows.read(into: &log)
    return RawBlock(block: schema.block, file: file.path, columns: columns.cellByColumn, records: rows.records)
  }

  /// Where the titles stand in one cell, as a row that is wrapped in quotes or has another delimiter than `sep=` says.
  private static func joinedTitles(of table: CSVTable, _ names: ColumnNames, _ file: BundleFile) -> Finding? {
    let titles = table.records.prefix(CSVTable.headerRows).first {
      $0.cellCount == 1 && LooseRows.areTitles(table.cell($0, 0), names)
    }
    guard let titles else { return nil }
    let count = table.records.count { $0.cellCount == 1 }
    return joinedRows(count, table.cell(titles, 0), at: SourceLocation(file: file.path, line: titles.row, column: 1))
  }
}
