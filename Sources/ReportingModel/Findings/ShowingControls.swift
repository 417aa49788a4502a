/// The text with each character that would act on a terminal, break a line or turn one round shown by its number, `⟨U+001B⟩`: what is
/// said of names and texts of other people must look like nothing but a name (<doc:commands#Streams>).
/// - Parameter keepingLines: the text has lines of ours, whose line feeds stay.
package func showingControls(in text: String, keepingLines: Bool = false) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || leads.contains($0) }),
    text.unicodeScalars.contains(where: { acts($0, keepingLines) })
  else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if acts(scalar, keepingLines) {
      let number = String(scalar.value, radix: 16, uppercase: true)
      result += "⟨U+" + String(repeating: "0", count: 4 - number.count) + number + "⟩"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The bytes that begin those of such characters beyond ASCII.
private let leads: [UInt8] = [0xC2, 0xD8, 0xE2]

private func acts(_ scalar: Unicode.Scalar, _ keepingLines: Bool) -> Bool {
  switch scalar.value {
  case 0x0A: !keepingLines
  case 0..<0x20, 0x7F...0x9F: true
  // Marks, embeddings, overrides and isolates of direction.
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  // Separators of lines and paragraphs.
  case 0x2028, 0x2029: true
  default: false
  }
}
