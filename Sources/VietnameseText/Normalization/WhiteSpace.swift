/// Returns the text without the white space at its ends.
///
/// White space includes what office programs leave behind and nobody sees: NBSP, U+200B, U+2060, U+FEFF.
package func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.first, let last = scalars.last else { return text }
  guard first.isBlank || last.isBlank else { return text }
  guard let start = scalars.firstIndex(where: { !$0.isBlank }), let end = scalars.lastIndex(where: { !$0.isBlank })
  else { return "" }
  return String(scalars[start...end])
}

/// Returns the text trimmed and in normal form C, as every cell and element is kept (<doc:bundle#Vocabulary>).
package func trimmedNFC(_ text: String) -> String {
  nfc(trimmed(text))
}

extension Unicode.Scalar {
  /// Whether the scalar is white space or invisible.
  var isBlank: Bool { isSpace || isZeroWidth }

  /// Whether the scalar separates words.
  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether the scalar takes no room: it neither shows nor separates.
  var isZeroWidth: Bool {
    switch value {
    case 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
