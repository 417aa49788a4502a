/// One row of a CSV file that is not blank. Its texts are read through its `CSVTable`.
package struct CSVRecord: Equatable, Sendable {
  private let rowNumber: UInt32
  private let startOffset: UInt32
  private let filled: UInt32
  private let written: UInt32

  init(row: Int, start: Int, cellCount: Int, width: Int) {
    rowNumber = UInt32(clamping: row)
    startOffset = UInt32(clamping: start)
    filled = UInt32(clamping: cellCount)
    written = UInt32(clamping: width)
  }

  /// The number that Excel shows beside the row, from 1: blank rows and titles count, a line `sep=` does not, and a row
  /// counts once even when a cell of it holds line breaks.
  package var row: Int { Int(rowNumber) }

  /// The number of cells up to the last one that is not empty.
  package var cellCount: Int { Int(filled) }

  /// The number of cells as written, empty ones at the end too.
  package var width: Int { Int(written) }

  /// Where the row begins in the scanned bytes.
  var start: Int { Int(startOffset) }
}
