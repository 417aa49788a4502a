/// The rows of one CSV file, with the place of every cell; texts are made only when asked for.
///
/// It keeps the file's bytes and one number a cell, so that 200 000 rows stay small.
package struct CSVTable: Sendable {
  package let encoding: CSVEncoding
  package let delimiter: CSVDelimiter
  /// The rows that are not blank, in their order, title rows and header among them.
  package let records: [CSVRecord]
  /// The index among the records of the header, or nothing if no row shows a known column.
  package let headerIndex: Int?
  /// What is wrong, in the order of the file, up to the limit.
  package let faults: [CSVFault]
  /// How many faults there are, also beyond the limit.
  package let faultCount: Int

  let source: CSVSource
  let ends: [UInt32]

  /// The text of a cell, without its quotes, neither trimmed nor normalised; empty beyond the last cell.
  /// - Parameter column: the index of the cell, from 0.
  package func cell(_ record: CSVRecord, _ column: Int) -> String {
    guard column >= 0, column < record.cellCount else { return "" }
    let index = record.firstEnd + column
    let start = column == 0 ? record.start : Int(ends[index - 1]) + 1
    return source.text(start..<Int(ends[index]))
  }

  /// Whether a cell is written in quotes.
  package func isQuoted(_ record: CSVRecord, _ column: Int) -> Bool {
    guard column >= 0, column < record.cellCount else { return false }
    let index = record.firstEnd + column
    let start = column == 0 ? record.start : Int(ends[index - 1]) + 1
    return start < Int(ends[index]) && source.bytes[start] == UInt8(ascii: "\"")
  }

  /// The texts of a row's cells up to the last that is not empty.
  package func cells(_ record: CSVRecord) -> [String] {
    (0..<record.cellCount).map { cell(record, $0) }
  }
}
