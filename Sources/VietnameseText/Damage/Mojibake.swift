/// Recognises UTF-8 that was read byte by byte in a Windows code page.
enum Mojibake {
  /// Two unmistakable letters are asked for where the whole text cannot be read back.
  private static let enoughLetters = 2

  static func damage(in text: [Unicode.Scalar]) -> TextDamage? {
    guard zip(text, text.dropFirst()).contains(where: looksLikeTwoBytes) else { return nil }
    var letters = 0
    for page in [LegacyEncoding.windows1252, .windows1258] {
      let bytes = text.map { byte(of: $0, in: page) }
      let found = vietnameseLetters(in: bytes)
      guard found > 0 else { continue }
      if !bytes.contains(nil), let repaired = String(validating: bytes.compactMap(\.self), as: UTF8.self) {
        return .mojibake(repaired: repaired)
      }
      letters = max(letters, found)
    }
    return letters >= enoughLetters ? .mojibake(repaired: nil) : nil
  }

  /// Whether two neighbours are what the first two bytes of a Vietnamese letter look like; written text has none such.
  private static func looksLikeTwoBytes(_ lead: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    switch lead {
    case "á": next == "º" || next == "»"
    case "Ã", "Ă", "Ä", "Å", "Æ": !next.isASCII && VietnameseLetter(next) == nil
    default: false
    }
  }

  /// The byte that a code page writes for a character; bytes that it leaves undefined stand for the controls.
  private static func byte(of scalar: Unicode.Scalar, in page: LegacyEncoding) -> UInt8? {
    if scalar.isASCII { return UInt8(scalar.value) }
    if let index = page.upperHalf.firstIndex(of: scalar) { return UInt8(0x80 + index) }
    return (0x80...0x9F).contains(scalar.value) ? UInt8(scalar.value) : nil
  }

  /// The number of Vietnamese letters that the bytes spell in UTF-8.
  private static func vietnameseLetters(in bytes: [UInt8?]) -> Int {
    var count = 0
    for (index, lead) in bytes.enumerated() {
      guard let lead, let length = sequenceLength(lead), index + length <= bytes.count else { continue }
      let sequence = bytes[index..<index + length].compactMap(\.self)
      guard sequence.count == length, let letter = String(validating: sequence, as: UTF8.self)?.unicodeScalars.first,
        VietnameseLetter(letter) != nil
      else { continue }
      count += 1
    }
    return count
  }

  private static func sequenceLength(_ lead: UInt8) -> Int? {
    switch lead {
    case 0xC3...0xC6: 2
    case 0xE1: 3
    default: nil
    }
  }
}
