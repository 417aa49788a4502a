/// Reads bytes of one legacy encoding character by character.
struct LegacyReader {
  /// One character and the number of bytes that wrote it.
  struct Step {
    let scalar: Unicode.Scalar
    let length: Int
  }

  private let encoding: LegacyEncoding
  private let table: [Unicode.Scalar?]

  init(_ encoding: LegacyEncoding) {
    self.encoding = encoding
    table = encoding.upperHalf
  }

  /// The character at a place within the bytes, or nothing if it has none.
  func step(_ bytes: Span<UInt8>, at place: Int) -> Step? {
    switch encoding {
    case .utf16LittleEndian: return step16(bytes, at: place, lowFirst: true)
    case .utf16BigEndian: return step16(bytes, at: place, lowFirst: false)
    default: break
    }
    let byte = bytes[place]
    if encoding == .windows1258 || encoding == .vniWindows, place + 1 < bytes.count, bytes[place + 1] >= 0xC0,
      let pair = encoding == .vniWindows ? VNI.pair(byte, bytes[place + 1]) : toned(byte, bytes[place + 1])
    {
      return Step(scalar: pair, length: 2)
    }
    return character(byte).map { Step(scalar: $0, length: 1) }
  }

  private func character(_ byte: UInt8) -> Unicode.Scalar? {
    byte < 0x80 ? Unicode.Scalar(byte) : table[Int(byte) - 0x80]
  }

  private func toned(_ vowel: UInt8, _ mark: UInt8) -> Unicode.Scalar? {
    guard let tone = character(mark).flatMap(VietnameseTone.init(mark:)) else { return nil }
    return character(vowel).flatMap(tone.applied(to:))
  }

  private func step16(_ bytes: Span<UInt8>, at place: Int, lowFirst: Bool) -> Step? {
    guard let unit = unit16(bytes, at: place, lowFirst: lowFirst) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return Step(scalar: scalar, length: 2) }
    guard UTF16.isLeadSurrogate(unit), let trail = unit16(bytes, at: place + 2, lowFirst: lowFirst),
      UTF16.isTrailSurrogate(trail),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF)))
    else { return nil }
    return Step(scalar: scalar, length: 4)
  }

  private func unit16(_ bytes: Span<UInt8>, at place: Int, lowFirst: Bool) -> UInt16? {
    guard place + 1 < bytes.count else { return nil }
    let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
    return lowFirst ? second << 8 | first : first << 8 | second
  }
}
