import Spooling

/// Cuts bytes into rows and cells in one pass, by RFC 4180 and what Excel does beyond it.
///
/// The bytes are UTF-8 or an encoding that keeps ASCII. Of each row only its beginning is kept, so that it costs little however
/// many cells it has.
struct RecordScanner {
  private(set) var records: [CSVRecord] = []
  private(set) var faults: FaultLog
  private let bytes: ByteView
  private let delimiter: UInt8
  private let limits: CSVLimits
  private let isBlank: (Range<Int>) -> Bool
  private var row = 0
  /// Set when nothing behind can be read any more.
  private var isBroken = false

  /// - Parameter isBlank: whether a cell that does not begin with a letter or digit of ASCII shows nothing.
  init(_ bytes: ByteView, delimiter: CSVDelimiter, limits: CSVLimits, isBlank: @escaping (Range<Int>) -> Bool) {
    self.bytes = bytes
    self.delimiter = delimiter.rawValue
    self.limits = limits
    self.isBlank = isBlank
    faults = FaultLog(limit: limits.faults)
  }

  /// Scans all rows from a place on.
  ///
  /// - Parameter maximum: the number of rows that are kept; one more is a fault.
  mutating func scan(from start: Int, maximum: Int) {
    var place = start
    while place < bytes.count, !isBroken {
      row += 1
      let rowStart = place
      place = scanRow(from: place)
      guard records.count > maximum else { continue }
      records.removeLast()
      faults.add(.tooManyRows, row: row, column: 1, at: rowStart)
      isBroken = true
    }
  }

  /// Scans the first rows, blank ones counted, to look for the header.
  mutating func scan(from start: Int, firstRows count: Int) {
    var place = start
    while place < bytes.count, !isBroken, row < count {
      row += 1
      place = scanRow(from: place)
    }
  }

  /// Scans one row and returns where the next begins.
  private mutating func scanRow(from start: Int) -> Int {
    var (cellStart, width, filled) = (start, 0, 0)
    var stray = StrayQuotes()
    bytes.visit(start)
    while true {
      width += 1
      let end = scanCell(from: cellStart, column: width, &stray)
      if isBroken { return bytes.count }
      if end - cellStart > CSVLimits.cellBytes { faults.add(.cellTooLong, row: row, column: width, at: cellStart) }
      if width <= limits.columns {
        if shows(cellStart..<end) { filled = width }
      } else {
        // Where the row ends is not looked for: it may be the rest of the file.
        faults.add(.tooManyColumns, row: row, column: width, at: cellStart)
        isBroken = true
        if filled > 0 { records.append(CSVRecord(row: row, start: start, cellCount: filled, width: width)) }
        return bytes.count
      }
      guard end < bytes.count, bytes[end] == delimiter else {
        if let place = stray.ambiguous { faults.add(.ambiguousQuote, row: row, column: place.column, at: place.offset) }
        if filled > 0 { records.append(CSVRecord(row: row, start: start, cellCount: filled, width: width)) }
        return afterLineEnd(end)
      }
      cellStart = end + 1
    }
  }

  /// Whether a cell shows anything; nearly always its first byte tells.
  private func shows(_ cell: Range<Int>) -> Bool {
    guard let first = cell.first.map({ bytes[$0] }) else { return false }
    if first > 0x20, first < 0x7F, first != UInt8(ascii: "\"") { return true }
    return !isBlank(cell)
  }

  private func afterLineEnd(_ place: Int) -> Int {
    guard place < bytes.count, bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A else {
      return place + 1
    }
    return place + 2
  }
}

extension RecordScanner {
  /// Scans one cell and returns the place of the delimiter or line end behind it.
  private mutating func scanCell(from start: Int, column: Int, _ stray: inout StrayQuotes) -> Int {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else {
      var quotes = QuoteCount()
      let end = scanPlain(from: start, column: column, &quotes)
      if quotes.count % 2 == 1 {
        let opens = bytes[start..<quotes.first].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        stray.note(column: column, offset: quotes.first, opensCell: opens)
      }
      return end
    }
    guard let closed = scanQuoted(from: start, column: column) else {
      faults.add(.unclosedQuote, row: row, column: column, at: start)
      isBroken = true
      return bytes.count
    }
    var quotes = QuoteCount()
    let end = scanPlain(from: closed, column: column, &quotes)
    if let text = bytes[closed..<end].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) {
      faults.add(.textAfterQuote, row: row, column: column, at: text)
    }
    return end
  }

  /// Scans to the next delimiter or line end.
  private mutating func scanPlain(from start: Int, column: Int, _ quotes: inout QuoteCount) -> Int {
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == delimiter { return place }
      if place & 0xF_FFFF == 0 { bytes.visit(place) }
      if byte <= 0x22 || byte == 0x7F {
        switch byte {
        case 0x0A, 0x0D: return place
        case UInt8(ascii: "\""): quotes.add(at: place)
        default: checkControl(byte, column: column, at: place)
        }
      }
      place += 1
    }
    return place
  }

  /// Scans a quoted cell and returns the place behind its closing quote, or nothing if there is none.
  private mutating func scanQuoted(from start: Int, column: Int) -> Int? {
    var place = start + 1
    while place < bytes.count {
      let byte = bytes[place]
      if place & 0xF_FFFF == 0 { bytes.visit(place) }
      place += 1
      if byte == UInt8(ascii: "\"") {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return place }
        place += 1
      } else if byte < 0x20 || byte == 0x7F, byte != 0x0A, byte != 0x0D {
        checkControl(byte, column: column, at: place - 1)
      }
    }
    return nil
  }

  private mutating func checkControl(_ byte: UInt8, column: Int, at place: Int) {
    guard byte < 0x20 && byte != 0x09 || byte == 0x7F else { return }
    faults.add(byte == 0 ? .nul : .controlCharacter, row: row, column: column, at: place)
  }
}
