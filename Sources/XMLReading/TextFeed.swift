import Spooling

/// The text of a document as UTF-8 without a byte order mark, piece by piece, whatever the form of its bytes.
struct TextFeed {
  private let bytes: ByteView
  private let start: Int
  private let form: UTF16Form?
  private var offset: Int
  /// What was made of UTF-16 and not handed out yet.
  private var made: [UInt8] = []
  private var handed = 0

  /// - Parameter form: `nil` for UTF-8.
  init(_ bytes: ByteView, from start: Int, _ form: UTF16Form? = nil) {
    self.bytes = bytes
    self.start = start
    self.form = form
    offset = start
  }

  /// Whether the last byte was handed out.
  var isAtEnd: Bool { offset == bytes.count && handed == made.count }

  /// The beginning of the text, with all that a declaration may hold.
  var head: [UInt8] {
    let end = pieceEnd(from: start, 4096)
    return form.map { $0.transcode(bytes.array(start..<end).span).text } ?? bytes.array(start..<end)
  }

  /// Copies the next bytes into a buffer; 0 at the end.
  mutating func next(_ buffer: UnsafeMutableRawPointer, _ capacity: Int) -> Int {
    guard let form else {
      let (place, count) = (offset, min(capacity, bytes.count - offset))
      unsafe bytes.withContiguousStorageIfAvailable { all in
        if let base = all.baseAddress { unsafe buffer.copyMemory(from: base + place, byteCount: count) }
      }
      offset += count
      bytes.visit(place)
      return count
    }
    if handed == made.count, offset < bytes.count {
      let end = pieceEnd(from: offset, 64 << 10)
      made = bytes.withSpan(offset..<end) { form.transcode($0).text }
      bytes.visit(offset)
      (handed, offset) = (0, end)
    }
    let count = min(capacity, made.count - handed)
    let from = handed
    unsafe made.withUnsafeBytes { all in
      if let base = all.baseAddress { unsafe buffer.copyMemory(from: base + from, byteCount: count) }
    }
    handed += count
    return count
  }

  /// Hands over all of the text, with the bytes that are wrong behind what could be read; stops where the body says so.
  func eachPiece(_ body: (_ text: Span<UInt8>, _ wrong: [UInt8]?) -> Bool) {
    var place = start
    while place < bytes.count {
      let end = pieceEnd(from: place, 1 << 20)
      let goesOn = bytes.withSpan(place..<end) { span in
        guard let form else { return body(span, nil) }
        let (text, wrong) = form.transcode(span)
        return body(text.span, wrong)
      }
      guard goesOn else { break }
      bytes.visit(place)
      place = end
    }
    bytes.letGo()
  }

  /// The end of a piece of about so many bytes, between two characters.
  private func pieceEnd(from place: Int, _ size: Int) -> Int {
    var end = min(place + size, bytes.count)
    guard end < bytes.count else { return end }
    if let form {
      end -= (end - place) % 2
      let high = bytes[form == .littleEndian ? end - 1 : end - 2]
      return high & 0xFC == 0xD8 ? end - 2 : end
    }
    while end > place + size - 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
