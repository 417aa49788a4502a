/// The text with each control character as the sign that stands for it (`␀`, `␛`): what is said of hostile input must not act on
/// a terminal or break a page.
package func showingControls(in text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x20: result.append(UnicodeScalar(0x2400 + scalar.value) ?? scalar)
    case 0x7F: result.append("\u{2421}")
    case 0x80...0x9F: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}
