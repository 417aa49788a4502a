/// The pairs of VNI-Windows: a letter and a byte that draws shape and tone over it.
enum VNI {
  /// The letter that two bytes write together, or nothing; the longer reading goes first, since ơ is also a base.
  static func pair(_ letter: UInt8, _ mark: UInt8) -> Unicode.Scalar? {
    // Capitals have their own marks, 20 hex lower; fonts draw either, so either is read.
    let mark = mark | 0x20
    guard let vowel = base(letter) else { return nil }
    if let index = tones.firstIndex(of: mark), vowel.value != 0x69, vowel.value != 0x49 {
      return VietnameseTone(rawValue: UInt8(index + 1))?.applied(to: vowel)
    }
    if let index = circumflexes.firstIndex(of: mark), let shaped = circumflexed(vowel) {
      return VietnameseTone(rawValue: UInt8(index))?.applied(to: shaped)
    }
    if let index = breves.firstIndex(of: mark), vowel == "a" || vowel == "A" {
      return VietnameseTone(rawValue: UInt8(index))?.applied(to: vowel == "a" ? "ă" : "Ă")
    }
    return nil
  }

  /// Marks in the order of the tones: without shape, with the circumflex, with the breve.
  private static let tones: [UInt8] = [0xF8, 0xFB, 0xF5, 0xF9, 0xEF]
  private static let circumflexes: [UInt8] = [0xE2, 0xE0, 0xE5, 0xE3, 0xE1, 0xE4]
  private static let breves: [UInt8] = [0xEA, 0xE8, 0xFA, 0xFC, 0xE9, 0xEB]

  private static func base(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0xF4: "ơ"
    case 0xD4: "Ơ"
    case 0xF6: "ư"
    case 0xD6: "Ư"
    case 0..<0x80: Unicode.Scalar(byte)
    default: nil
    }
  }

  private static func circumflexed(_ vowel: Unicode.Scalar) -> Unicode.Scalar? {
    switch vowel {
    case "a": "â"
    case "e": "ê"
    case "o": "ô"
    case "A": "Â"
    case "E": "Ê"
    case "O": "Ô"
    default: nil
    }
  }
}
