/// Damage done to a text by a program that wrote or read it in the wrong encoding.
package enum TextDamage: Equatable, Sendable {
  /// Letters were replaced by `?` or `_` when the file was saved, as in «Ng?y»; they cannot be restored.
  case lost(word: String)
  /// The replacement character U+FFFD stands in the word; the letters cannot be restored.
  case replaced(word: String)
  /// UTF-8 was read as windows-1252 or windows-1258, as in «á»™»; the text it was, where all bytes are still there.
  case mojibake(repaired: String?)
}

/// Returns the first damage that a text shows, or nothing.
package func damage(in text: String) -> TextDamage? {
  var mayBeLost = false
  var mayBeMojibake = false
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "_"), 0xEF: mayBeLost = true
    case 0xC3, 0xC4: mayBeMojibake = true
    default: break
    }
  }
  if mayBeLost, let found = LostLetters.first(in: Array(text.unicodeScalars)) {
    var word = String.UnicodeScalarView()
    word.append(contentsOf: found.word)
    return found.isReplaced ? .replaced(word: String(word)) : .lost(word: String(word))
  }
  return mayBeMojibake ? Mojibake.damage(in: Array(text.unicodeScalars)) : nil
}

/// Returns the place of the first word in bytes of an unknown code page whose letters were replaced by `?`.
///
/// Tells a file saved with losses, which fits no encoding, from a file in an encoding that is not read.
package func firstLostWord(in bytes: [UInt8]) -> Int? {
  let page = LegacyEncoding.windows1252.upperHalf
  let scalars = bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : page[Int($0) - 0x80] ?? "\u{A4}" }
  return LostLetters.first(in: scalars)?.offset
}
