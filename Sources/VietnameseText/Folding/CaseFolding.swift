/// Returns the text in normal form C and lower case, its white space collapsed and trimmed.
///
/// Accents count: only `foldedKey(_:)` drops them. Titles are compared by `titleKey(_:)`, which also forgives where a tone
/// mark stands.
package func caseFolded(_ text: String) -> String {
  var folded = String.UnicodeScalarView()
  var atGap = false
  for scalar in nfc(text).unicodeScalars where !scalar.isZeroWidth {
    if scalar.isSpace {
      atGap = !folded.isEmpty
      continue
    }
    if atGap { folded.append(" ") }
    atGap = false
    folded.append(scalar)
  }
  return nfc(String(folded).lowercased())
}
