package import Bundles
import CSVReading
package import ReportingModel
package import Spooling
import VietnameseText

/// Reads a folder of CSV files into one raw submission.
package struct CSVSubmissionReader: Sendable {
  /// - Parameters:
  ///   - rows: rows in one file (<doc:bundle#Limits>).
  ///   - spool: where records and texts of another encoding go; without one they stay in memory.
  package static func read(
    _ source: SubmissionSource, rows: RowLimit = RowLimit(), into spool: Spool? = nil, log: FindingLog = FindingLog()
  ) -> RawSubmission {
    var rows = rows
    var raw = RawSubmission(
      path: source.path, encoding: "", isExact: false, evidence: source.evidence, log: log)
    let files = assign(source.files, into: &raw.log)
    let verdicts = EncodingDetector(headerTitles: ColumnNames.allKeys).detect(files: files.map(\.file.bytes.view))
    var encodings: [String] = []
    for ((schema, file), verdict) in zip(files, verdicts) {
      let errors = raw.log.errorCount
      switch verdict {
      case .decided(let encoding):
        if !encodings.contains(encoding.rawValue) { encodings.append(encoding.rawValue) }
        if let block = read(file, schema, encoding, rows: rows, into: spool, &raw.log) {
          rows.take(block.records.count, of: block.block)
          raw.blocks.append(block)
        }
      default:
        if let finding = finding(verdict, file) { raw.log.add(finding) }
      }
      if raw.log.errorCount > errors { raw.unread.insert(schema.block) }
    }
    raw.encoding = encodings.joined(separator: ", ")
    return raw
  }

  /// Which file is which block, by folded name; a second file of the same name is an error.
  private static func assign(
    _ files: [BundleFile], into log: inout FindingLog
  ) -> [(schema: BlockSchema, file: BundleFile)] {
    Vocabulary.all.compactMap { schema in
      let matching = files.filter { foldedKey($0.name) == foldedKey(schema.fileName) }
      for extra in matching.dropFirst() {
        log.add(
          Finding(
            .csvTwice, .error, at: SourceLocation(file: extra.path),
            message: LocalizedText(
              "Có hai tệp cùng là «\(schema.fileName)» trong một thư mục.", "Two files are “\(schema.fileName)”."),
            hint: LocalizedText("Đề nghị gộp thành một tệp.", "Join them into one file.")))
      }
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
    _ file: BundleFile, _ schema: BlockSchema, _ encoding: CSVEncoding, rows: RowLimit, into spool: Spool?,
    _ log: inout FindingLog
  ) -> RawBlock? {
    let names = ColumnNames.bySchema[schema.block] ?? ColumnNames(schema)
    let table = CSVTable(
      reading: file.bytes.view, encoding: encoding, limits: CSVLimits(rows: rows.allowed(of: schema.block)),
      into: spool, isHeader: names.score)
    for fault in table.faults { log.add(finding(fault, file, schema.block, rows: rows)) }
    guard let headerIndex = table.headerIndex else {
      if table.faults.isEmpty {
        log.add(damagedTitle(of: table, file) ?? noHeader(file, schema, isEmpty: table.records.isEmpty))
      }
      return nil
    }
    let header = table.records[headerIndex]
    if headerIndex > 0 { log.add(titleRows(file, header: header.row)) }
    let columns = HeaderRow(cells: table.cells(header), schema: schema, names: names)
    columns.report(file: file.path, row: header.row, into: &log)
    for ragged in table.raggedRows(below: headerIndex) {
      let place = SourceLocation(file: file.path, line: ragged.row, column: ragged.expected + 1)
      log.add(.csvRagged, .error, at: place) { raggedRow(ragged, at: place) }
    }
    let width = schema.columns.count
    let body = table.records[(headerIndex + 1)...]
    var records = RowsWriter<RawRecord>(into: spool)
    for record in body {
      var values = [String?](repeating: nil, count: width)
      for (position, cell) in columns.cellByColumn.enumerated() {
        if let cell { values[position] = table.cell(record, cell - 1) }
      }
      records.append(RawRecord(line: record.row, values: values))
    }
    return RawBlock(block: schema.block, file: file.path, columns: columns.cellByColumn, records: records.finish())
  }
}
