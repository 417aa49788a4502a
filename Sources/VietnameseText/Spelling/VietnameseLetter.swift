/// One letter of a Vietnamese syllable, case aside: its shape and its tone.
struct VietnameseLetter {
  /// The letter without tone: an ASCII letter, or the capitals A ă, B â, E ê, O ô, P ơ, U ư, D đ.
  let code: UInt8
  let tone: VietnameseTone

  /// Reads a letter of either case, or gives nothing for any other scalar.
  init?(_ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    let packed: UInt16
    if value < Self.low.count {
      packed = Self.low[value]
    } else if value >= 0x1EA0, value - 0x1EA0 < Self.high.count {
      packed = Self.high[value - 0x1EA0]
    } else {
      return nil
    }
    guard packed != 0, let tone = VietnameseTone(rawValue: UInt8(packed >> 8)) else { return nil }
    code = UInt8(packed & 0xFF)
    self.tone = tone
  }

  /// The ASCII letter without shape and tone.
  var plain: UInt8 {
    switch code {
    case UInt8(ascii: "A"), UInt8(ascii: "B"): UInt8(ascii: "a")
    case UInt8(ascii: "P"): UInt8(ascii: "o")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): code | 0x20
    default: code
    }
  }

  /// The letter in lower case, with its shape and without its tone.
  var toneless: Unicode.Scalar {
    switch code {
    case UInt8(ascii: "A"): "ă"
    case UInt8(ascii: "B"): "â"
    case UInt8(ascii: "D"): "đ"
    case UInt8(ascii: "E"): "ê"
    case UInt8(ascii: "O"): "ô"
    case UInt8(ascii: "P"): "ơ"
    case UInt8(ascii: "U"): "ư"
    default: Unicode.Scalar(code)
    }
  }

  /// Whether a letter's code is a vowel.
  static func isVowel(_ code: UInt8) -> Bool {
    switch code {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: isShapedVowel(code)
    }
  }

  /// Whether a letter's code is one of ă â ê ô ơ ư.
  static func isShapedVowel(_ code: UInt8) -> Bool {
    code < 0x61 && code >= 0x41 && code != UInt8(ascii: "D")
  }

  private static let low = table(from: 0, through: 0x1B0)
  private static let high = table(from: 0x1EA0, through: 0x1EF9)

  private static func table(from first: UInt32, through last: UInt32) -> [UInt16] {
    var table = [UInt16](repeating: 0, count: Int(last - first) + 1)
    func set(_ scalar: Unicode.Scalar, _ code: UInt8, _ tone: Int) {
      if scalar.value >= first, scalar.value <= last {
        table[Int(scalar.value - first)] = UInt16(code) | UInt16(tone) << 8
      }
    }
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      set(Unicode.Scalar(letter), letter, 0)
      set(Unicode.Scalar(letter & 0xDF), letter, 0)
    }
    set("đ", UInt8(ascii: "D"), 0)
    set("Đ", UInt8(ascii: "D"), 0)
    for (row, code) in zip(VietnameseTone.rows, "aABeEioOPuUyaABeEioOPuUy".utf8) {
      for (tone, scalar) in row.enumerated() { set(scalar, code, tone) }
    }
    return table
  }
}
