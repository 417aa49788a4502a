/// Returns the text with the look-alikes of Đ and đ replaced, and whether there were any.
///
/// Old keyboards and fonts type Icelandic eth (Ð U+00D0, ð U+00F0) or African D (Ɖ U+0189, ɖ U+0256) for Vietnamese Đ
/// (U+0110) and đ (U+0111). They look alike and compare unequal.
package func repairingCrossedD(in text: String) -> (text: String, changed: Bool) {
  guard mayHoldLookAlike(text) else { return (text, false) }
  var changed = false
  var repaired = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\u{D0}", "\u{189}":
      repaired.append("\u{110}")
      changed = true
    case "\u{F0}", "\u{256}":
      repaired.append("\u{111}")
      changed = true
    default:
      repaired.append(scalar)
    }
  }
  return changed ? (String(repaired), true) : (text, false)
}

/// Whether the bytes hold one of the four look-alikes: C3 90, C3 B0, C6 89, C9 96. Nearly no text does, and making each anew
/// was a sixth of the time of reading a bundle.
private func mayHoldLookAlike(_ text: String) -> Bool {
  var lead: UInt8 = 0
  for byte in text.utf8 {
    switch (lead, byte) {
    case (0xC3, 0x90), (0xC3, 0xB0), (0xC6, 0x89), (0xC9, 0x96): return true
    default: lead = byte
    }
  }
  return false
}
