/// The two byte orders of UTF-16.
enum UTF16Form {
  case littleEndian, bigEndian

  var name: String { self == .littleEndian ? "UTF-16LE" : "UTF-16BE" }

  /// Turns UTF-16 into UTF-8; stops at the first surrogate without its partner, or half a unit, and gives its bytes.
  func transcode(_ bytes: Span<UInt8>) -> (text: [UInt8], wrong: [UInt8]?) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index + 1 < bytes.count {
      var scalar = UInt32(unit(bytes, index))
      if scalar & 0xF800 == 0xD800 {
        let next = index + 3 < bytes.count ? UInt32(unit(bytes, index + 2)) : 0
        guard scalar < 0xDC00, next & 0xFC00 == 0xDC00 else { return (text, [bytes[index], bytes[index + 1]]) }
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + next & 0x3FF
        index += 2
      }
      append(scalar, to: &text)
      index += 2
    }
    return (text, index < bytes.count ? [bytes[index]] : nil)
  }

  private func unit(_ bytes: Span<UInt8>, _ index: Int) -> UInt16 {
    let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    return self == .littleEndian ? first | second << 8 : first << 8 | second
  }

  private func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      text.append(UInt8(scalar))
    case ..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      text.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
