/// Appends a text in UTF-8, made fit for XML: as content between tags and as an attribute value in double quotes.
///
/// `&`, `<`, `>`, `"`, tab, CR and, in attributes, LF become references, so that a parser gives back the very text.
/// Characters that XML 1.0 does not allow, even as references, become U+FFFD.
package func appendXMLEscaped(_ text: String, inAttribute: Bool, to bytes: inout [UInt8]) {
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": bytes.append(contentsOf: "&amp;".utf8)
    case "<": bytes.append(contentsOf: "&lt;".utf8)
    case ">": bytes.append(contentsOf: "&gt;".utf8)
    case "\"": bytes.append(contentsOf: inAttribute ? "&quot;".utf8 : "\"".utf8)
    case "\t": bytes.append(contentsOf: inAttribute ? "&#9;".utf8 : "\t".utf8)
    case "\n": bytes.append(contentsOf: inAttribute ? "&#10;".utf8 : "\n".utf8)
    case "\r": bytes.append(contentsOf: "&#13;".utf8)
    case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": bytes.append(contentsOf: "\u{FFFD}".utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
