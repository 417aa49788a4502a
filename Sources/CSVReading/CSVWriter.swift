/// Writes CSV by RFC 4180: UTF-8, CRLF, quotes only where they are needed.
///
/// Cells are written as they are. Where a spreadsheet might take one for a formula, guarding it is up to the caller, who
/// knows which cells are numbers.
package struct CSVWriter: Sendable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8]
  private let delimiter: CSVDelimiter
  private let start: Int

  /// Makes a writer.
  /// - Parameters:
  ///   - byteOrderMark: whether the file begins with a mark; Excel reads Vietnamese only with it.
  ///   - namesDelimiter: whether a first line `sep=` names the delimiter, so that Excel cuts the rows by it whatever its own
  ///     list separator is.
  package init(delimiter: CSVDelimiter = .comma, byteOrderMark: Bool = true, namesDelimiter: Bool = false) {
    bytes = byteOrderMark ? ByteOrder.utf8Mark : []
    if namesDelimiter { bytes += Array("sep=".utf8) + [delimiter.rawValue, 0x0D, 0x0A] }
    start = bytes.count
    self.delimiter = delimiter
  }

  /// Writes one row.
  package mutating func write(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter.rawValue) }
      write(cell, opensFile: bytes.count == start)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func write(_ cell: String, opensFile: Bool) {
    let text = cell.utf8
    // A file must not open by chance with a line `sep=` or a byte order mark.
    let isMistakable = opensFile && (cell.lowercased().hasPrefix("sep=") || text.starts(with: ByteOrder.utf8Mark))
    guard isMistakable || text.first == 0x20 || text.last == 0x20 || text.contains(where: needsQuotes) else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == delimiter.rawValue || byte == UInt8(ascii: "\"") || byte == 0x0D || byte == 0x0A
  }
}
