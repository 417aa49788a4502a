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

  package mutating func raw(_ markup: [UInt8]) { bytes += markup }

  /// Appends a whole number in digits.
  package mutating func number(_ number: Int) {
    if number >= 10 { self.number(number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Appends a text, fit for element content and for attribute values in double quotes.
  package mutating func text(_ text: some StringProtocol) {
    // Most texts hold nothing to escape and go over whole.
    let text = String(text)
    if MarkupWriter.isPlain(text.utf8.span) {
      bytes += text.utf8
    } else {
      escape(text)
    }
  }

  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where !isPlain(bytes[index]) { return false }
    return true
  }

  /// Whether a byte stands for itself wherever it is; the first bytes of C1 controls and of U+FFFE are looked at closer.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0..<0x20, 0x7F, 0xC2, 0xEF: false
    default: true
    }
  }

  private mutating func escape(_ text: some StringProtocol) {
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
