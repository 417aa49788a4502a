/// Numbers and texts.
extension JSONReader {
  mutating func integer() throws(JSONFault) -> Int128 {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    let first = position
    while let byte = current, (48...57).contains(byte) { position += 1 }
    let digits = position - first
    guard digits == 1 || digits > 1 && bytes[first] != UInt8(ascii: "0") else {
      throw fault("không phải số", "no number", at: start)
    }
    if let byte = current, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(byte) {
      throw fault("chỉ nhận số nguyên", "only integers are taken", at: start)
    }
    guard let value = Int128(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw fault("số quá lớn", "the number is too big", at: start)
    }
    return value
  }

  mutating func string() throws(JSONFault) -> String {
    position += 1
    let start = position
    skipPlain()
    // Most texts have nothing escaped and are one piece of the bytes.
    if current == UInt8(ascii: "\"") {
      defer { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    var units = Array(bytes[start..<position])
    while let byte = current, byte != UInt8(ascii: "\"") {
      switch byte {
      case 0x0A, 0x0D: throw unended
      case 0..<0x20: throw fault("ký tự điều khiển trong chuỗi", "a control character in a text")
      default: break
      }
      units += try escape().utf8
      let plain = position
      skipPlain()
      units += bytes[plain..<position]
    }
    guard current != nil else { throw unended }
    position += 1
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func skipPlain() {
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
  }

  private var unended: JSONFault { fault("chuỗi không có dấu nháy đóng", "a text does not end") }

  /// At a backslash: the character that it stands for; two `\u` where that takes a surrogate pair.
  private mutating func escape() throws(JSONFault) -> String {
    let start = position
    position += 1
    guard let byte = current else { throw unended }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(UnicodeScalar(byte))
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return String(try scalar(from: start))
    default: throw fault("sau dấu \\ không được có chữ này", "no such escape", at: start)
    }
  }

  private mutating func scalar(from start: Int) throws(JSONFault) -> UnicodeScalar {
    var half: JSONFault { fault("mã \\u chỉ là nửa ký tự", "half a character", at: start) }
    let high = try hex(from: start)
    if let scalar = UnicodeScalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), bytes[position...].starts(with: "\\u".utf8) else { throw half }
    let second = position
    position += 2
    let low = try hex(from: second)
    guard (0xDC00..<0xE000).contains(low),
      let scalar = UnicodeScalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else { throw half }
    return scalar
  }

  private mutating func hex(from start: Int) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault("sau \\u phải có bốn chữ số thập lục phân", "four hexadecimal digits are needed", at: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
