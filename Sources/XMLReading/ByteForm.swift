/// What the first bytes of a document tell of its encoding (XML 1.0, appendix F).
enum ByteForm {
  /// UTF-8, or at least a superset of ASCII, from that offset on.
  case utf8(from: Int)
  case utf16(UTF16Form, isMarked: Bool)
  /// An encoding that is not taken.
  case foreign(String)

  init(_ bytes: Span<UInt8>) {
    var head: (UInt8, UInt8, UInt8, UInt8) = (0xFF, 0xFF, 0xFF, 0xFF)
    if bytes.count > 0 { head.0 = bytes[0] }
    if bytes.count > 1 { head.1 = bytes[1] }
    if bytes.count > 2 { head.2 = bytes[2] }
    if bytes.count > 3 { head.3 = bytes[3] }
    switch head {
    case (0xEF, 0xBB, 0xBF, _) where bytes.count >= 3: self = .utf8(from: 3)
    case (0x00, 0x00, 0xFE, 0xFF) where bytes.count >= 4, (0xFF, 0xFE, 0x00, 0x00): self = .foreign("UCS-4")
    case (0x00, 0x00, 0x00, 0x3C), (0x3C, 0x00, 0x00, 0x00): self = .foreign("UCS-4")
    case (0x00, 0x00, 0x3C, 0x00), (0x00, 0x3C, 0x00, 0x00): self = .foreign("UCS-4")
    case (0xFF, 0xFE, _, _) where bytes.count >= 2: self = .utf16(.littleEndian, isMarked: true)
    case (0xFE, 0xFF, _, _) where bytes.count >= 2: self = .utf16(.bigEndian, isMarked: true)
    case (0x3C, 0x00, _, 0x00): self = .utf16(.littleEndian, isMarked: false)
    case (0x00, 0x3C, 0x00, _): self = .utf16(.bigEndian, isMarked: false)
    case (0x4C, 0x6F, 0xA7, 0x94): self = .foreign("EBCDIC")
    default: self = .utf8(from: 0)
    }
  }
}

/// The encoding that an XML declaration names; `nil` without one.
func declaredEncoding(_ text: Span<UInt8>) -> String? { declared("encoding", in: text) }

/// The version of XML that a declaration names; `nil` without one.
func declaredVersion(_ text: Span<UInt8>) -> String? { declared("version", in: text) }

/// What an XML declaration says under a keyword; `nil` without one.
///
/// Looks no further than the end of the declaration, and leaves what is wrong with it to the parser.
private func declared(_ name: StaticString, in text: Span<UInt8>) -> String? {
  let opening = Array("<?xml".utf8)
  guard text.count > opening.count, opening.indices.allSatisfy({ text[$0] == opening[$0] }) else { return nil }
  var head: [UInt8] = []
  for index in opening.count..<text.count {
    if text[index] == UInt8(ascii: ">") { break }
    head.append(text[index])
  }
  let words = head.split { [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "=")].contains($0) }
  let keyword = Array(name.description.utf8)
  guard let place = words.firstIndex(where: { $0.elementsEqual(keyword) }), place + 1 < words.endIndex else {
    return nil
  }
  let value = words[place + 1]
  guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
  let word = value.dropFirst().prefix { $0 != quote }
  return word.isEmpty ? nil : String(decoding: word.prefix(40), as: UTF8.self)
}
