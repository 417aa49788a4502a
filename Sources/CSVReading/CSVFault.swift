/// A place where a CSV file is not what CSV allows.
package struct CSVFault: Equatable, Sendable {
  /// What is wrong.
  package enum Kind: String, CaseIterable, Sendable {
    /// A quoted cell that does not end; the place is its opening quote. Nothing from its row on is read.
    case unclosedQuote
    /// Text between a closing quote and the next delimiter.
    case textAfterQuote
    /// Quotes in unquoted cells that can be read two ways: as themselves, or around a delimiter or a line end.
    case ambiguousQuote
    /// A zero byte.
    case nul
    /// A control character other than tab and line ends.
    case controlCharacter
    /// A row with more cells than the limit. Nothing behind them is read.
    case tooManyColumns
    /// A cell longer than any text may be; only its beginning is read.
    case cellTooLong
    /// More rows than the limit; the rows beyond are not read.
    case tooManyRows
    /// A byte that the encoding gives no meaning; nothing is read.
    case undecodable
    /// More bytes than can be addressed; nothing is read.
    case tooLarge
  }

  package let kind: Kind
  /// The row number as Excel shows it.
  package let row: Int
  /// The number of the cell in its row, from 1.
  package let column: Int
  /// The place in the file, from 0.
  package let byteOffset: Int

  package init(kind: Kind, row: Int, column: Int, byteOffset: Int) {
    self.kind = kind
    self.row = row
    self.column = column
    self.byteOffset = byteOffset
  }
}

/// The greatest sizes that are read (<doc:bundle#Limits>).
package struct CSVLimits: Sendable {
  /// Rows below the header; blank rows are not counted.
  package var rows: Int
  /// Cells of one row.
  package var columns: Int
  /// Faults that are kept; the count goes on.
  package var faults: Int

  /// Bytes of one cell: far above the longest text of any column.
  static let cellBytes = 1 << 20

  package init(rows: Int = 200_000, columns: Int = 1_000, faults: Int = 1_000) {
    self.rows = rows
    self.columns = columns
    self.faults = faults
  }
}

/// Faults in the order found, up to a limit, and how many there were.
struct FaultLog {
  private(set) var kept: [CSVFault] = []
  private(set) var count = 0
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ kind: CSVFault.Kind, row: Int, column: Int, at place: Int) {
    count += 1
    if kept.count < limit { kept.append(CSVFault(kind: kind, row: row, column: column, byteOffset: place)) }
  }
}
