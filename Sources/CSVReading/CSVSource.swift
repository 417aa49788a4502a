import VietnameseText

/// The bytes that are scanned, and how their cells become text.
///
/// They are the file itself, or for UTF-16 its UTF-8 form: a delimiter must be one byte.
struct CSVSource: Sendable {
  let bytes: [UInt8]
  /// Where the text begins, behind a byte order mark.
  let start: Int
  private let decoder: LegacyEncoding?
  private let utf16: (file: [UInt8], encoding: LegacyEncoding)?

  /// - Throws: `UndefinedByte`, counted from the start of the file.
  init(_ file: [UInt8], _ encoding: CSVEncoding) throws(UndefinedByte) {
    if let offset = firstUndecodable(in: file, encoding) { throw UndefinedByte(offset: offset) }
    let mark = ByteOrder.markLength(file, encoding)
    if let legacy = encoding.legacy, !encoding.keepsASCII {
      let units = file[mark...]
      let text = try legacy.decode(units.span)
      bytes = Array(text.utf8)
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
    (bytes, start, decoder, utf16) = ([], 0, nil, nil)
  }

  /// The text of a cell whose bytes are given with its quotes.
  func text(_ cell: Range<Int>) -> String {
    let written = bytes[cell]
    guard written.first == UInt8(ascii: "\"") else { return decode(written) }
    let inner = written.dropFirst()
    guard let quote = inner.firstIndex(of: UInt8(ascii: "\"")) else { return decode(inner) }
    if quote == written.endIndex - 1 { return decode(inner.dropLast()) }
    return decode(unquoted(inner)[...])
  }

  /// Whether a cell shows nothing.
  func isBlank(_ cell: Range<Int>) -> Bool {
    trimmed(text(cell)).isEmpty
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
