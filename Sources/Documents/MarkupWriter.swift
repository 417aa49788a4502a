/// Writes XML or HTML whose texts are escaped on their way in.
///
/// Control characters other than tab and line ends are dropped: XML 1.0 forbids most of them, HTML the rest.
package struct MarkupWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// What was written since it was taken last.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Appends finished markup.
  package mutating func raw(_ markup: String) { bytes += markup.utf8 }

  /// Appends a text, fit for element content and for attribute values in double quotes.
  package mutating func text(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "\t", "\n": bytes.append(UInt8(ascii: scalar))
      case "\r": bytes.append(UInt8(ascii: "\n"))
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      default: bytes += String(scalar).utf8
      }
    }
  }
}
