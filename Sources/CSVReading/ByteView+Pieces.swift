import Spooling

extension ByteView {
  /// Hands over the bytes from a place on in pieces that end between characters; stops where the body says so.
  func eachPiece<Fault: Error>(
    from start: Int = 0, _ encoding: CSVEncoding, _ body: (Range<Int>, Span<UInt8>) throws(Fault) -> Bool
  ) throws(Fault) {
    var place = start
    while place < count {
      var end = Swift.min(place + (1 << 20), count)
      while end < count, end > place + 8, !endsCharacter(before: end, from: start, encoding) { end -= 1 }
      visit(place)
      let piece = place..<end
      guard try withSpan(piece, { (span) throws(Fault) in try body(piece, span) }) else { return }
      place = end
    }
  }

  /// Whether no character has bytes on both sides of a place.
  private func endsCharacter(before place: Int, from start: Int, _ encoding: CSVEncoding) -> Bool {
    switch encoding {
    case .utf8, .utf8BOM: self[place] & 0xC0 != 0x80
    case .utf16LE: (place - start) % 2 == 0 && self[place - 1] & 0xFC != 0xD8
    case .utf16BE: (place - start) % 2 == 0 && self[place - 2] & 0xFC != 0xD8
    case .windows1258, .tcvn3, .vniWindows: self[place] < 0x80
    }
  }
}
