import Spooling
import VietnameseText

/// The bytes that are scanned, and how their cells become text.
///
/// They are the file itself, or for UTF-16 its UTF-8 form: a delimiter must be one byte.
struct CSVSource: Sendable {
  let bytes: ByteView
  /// Where the text begins, behind a byte order mark.
  let start: Int
  private let decoder: LegacyEncoding?
  private let utf16: (file: ByteView, encoding: LegacyEncoding)?

  /// - Parameter spool: where the UTF-8 form goes; without one it stays in memory.
  /// - Throws: `UndefinedByte`, counted from the start of the file.
  init(_ file: ByteView, _ encoding: CSVEncoding, into spool: Spool?) throws(UndefinedByte) {
    if let offset = firstUndecodable(in: file, encoding) { throw UndefinedByte(offset: offset) }
    let mark = ByteOrder.markLength(file, encoding)
    if let legacy = encoding.legacy, !encoding.keepsASCII {
      bytes = try CSVSource.utf8(of: file, from: mark, encoding, legacy, into: spool)
      start = 0
      decoder = nil
      utf16 = (file, legacy)
    } else {
      bytes = file
      start = mark
      decoder = encoding.legacy
      utf16 = nil
    }
  }

  /// Bytes of no file.
  init() {
    (bytes, start, decoder, utf16) = (ByteView([]), 0, nil, nil)
  }

  /// Turns UTF-16 into UTF-8 piece by piece.
  private static func utf8(
    of file: ByteView, from start: Int, _ encoding: CSVEncoding, _ legacy: LegacyEncoding, into spool: Spool?
  ) throws(UndefinedByte) -> ByteView {
    // Two bytes become three at most.
    var run = spool.map { SpoolRun(of: (file.count - start) / 2 * 3, in: $0) }
    var held: [UInt8] = []
    try file.eachPiece(from: start, encoding) { (_, span) throws(UndefinedByte) in
      let text = try legacy.decode(span)
      if run == nil { held += text.utf8 } else { run?.append(Array(text.utf8)) }
      return true
    }
    file.letGo()
    return run?.finish().view ?? ByteView(held)
  }

  /// The text of a cell whose bytes are given with its quotes; of a longer one than is read, its beginning.
  func text(_ cell: Range<Int>) -> String {
    bytes.visit(cell.lowerBound)
    let written = bytes.array(cell.prefix(CSVLimits.cellBytes))[...]
    guard written.first == UInt8(ascii: "\"") else { return decode(written) }
    let inner = written.dropFirst()
    guard let quote = inner.firstIndex(of: UInt8(ascii: "\"")) else { return decode(inner) }
    if quote == written.endIndex - 1 { return decode(inner.dropLast()) }
    return decode(unquoted(inner)[...])
  }

  /// Where the cells of a row lie, from its first through one of them.
  func cells(of record: CSVRecord, _ delimiter: CSVDelimiter, through last: Int) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = record.start
    while cells.count <= last {
      var place = start
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { place = endOfQuotes(from: place + 1) }
      while place < bytes.count, bytes[place] != delimiter.rawValue, bytes[place] != 0x0A, bytes[place] != 0x0D {
        place += 1
      }
      cells.append(start..<place)
      start = place + 1
      guard place < bytes.count, bytes[place] == delimiter.rawValue else { break }
    }
    return cells
  }

  /// The place behind the quote that closes a cell.
  private func endOfQuotes(from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\"") {
        guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") else { return place + 1 }
        place += 1
      }
      place += 1
    }
    return place
  }

  /// Whether a cell shows nothing.
  func isBlank(_ cell: Range<Int>) -> Bool {
    cell.count <= CSVLimits.cellBytes && trimmed(text(cell)).isEmpty
  }

  /// Drops the closing quote and halves the doubled ones before it.
  private func unquoted(_ inner: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(inner.count)
    var place = inner.startIndex
    while place < inner.endIndex {
      let byte = inner[place]
      place += 1
      if byte == UInt8(ascii: "\"") {
        guard place < inner.endIndex, inner[place] == UInt8(ascii: "\"") else {
          text.append(contentsOf: inner[place...])
          break
        }
        place += 1
      }
      text.append(byte)
    }
    return text
  }

  private func decode(_ text: ArraySlice<UInt8>) -> String {
    guard let decoder, text.contains(where: { $0 >= 0x80 }) else { return String(decoding: text, as: UTF8.self) }
    return (try? decoder.decode(text.span)) ?? String(decoding: text, as: UTF8.self)
  }

  /// Turns places in the scanned bytes into places in the file.
  func placedInFile(_ faults: [CSVFault]) -> [CSVFault] {
    let sorted = faults.sorted { ($0.byteOffset, $0.column) < ($1.byteOffset, $1.column) }
    guard let utf16 else { return sorted }
    var (scanned, read) = (0, 2)
    return sorted.map { fault in
      while scanned < fault.byteOffset, read + 1 < utf16.file.count {
        let high = utf16.file[utf16.encoding == .utf16BigEndian ? read : read + 1]
        let low = utf16.file[utf16.encoding == .utf16BigEndian ? read + 1 : read]
        let unit = UInt16(high) << 8 | UInt16(low)
        // Each half of a surrogate pair accounts for two of its four bytes.
        scanned += unit < 0x80 ? 1 : unit < 0x800 || unit & 0xF800 == 0xD800 ? 2 : 3
        read += 2
      }
      return CSVFault(kind: fault.kind, row: fault.row, column: fault.column, byteOffset: read)
    }
  }
}
