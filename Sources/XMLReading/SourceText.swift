/// The text of a document: how to get from its bytes to valid UTF-8 without a byte order mark.
///
/// Done before libxml2 sees a byte: it knows far more encodings than are allowed, takes some byte sequences that are
/// no UTF-8, and takes U+0000 for the end of the document.
enum SourceText {
  /// The bytes are the text from that offset on.
  case inPlace(from: Int)
  /// The text was UTF-16.
  case transcoded([UInt8])
  case refused(XMLFault)

  init(_ bytes: Span<UInt8>) {
    switch ByteForm(bytes) {
    case .foreign(let name):
      self = .refused(.encoding(.unsupported, name, nil, "unsupported encoding \(name)"))
    case .utf8(let start):
      self = SourceText.utf8(bytes, from: start)
    case .utf16(let form, let marked):
      self = SourceText.utf16(bytes, form, isMarked: marked)
    }
  }

  private static func utf8(_ bytes: Span<UInt8>, from start: Int) -> SourceText {
    let text = bytes.extracting(start...)
    if let name = declaredEncoding(text) {
      switch name.uppercased() {
      case "UTF-8", "UTF8", "US-ASCII", "ASCII": break
      case "UTF-16", "UTF-16LE", "UTF-16BE": return .refused(.contradictory(name, "UTF-8"))
      default: return .refused(.encoding(.unsupported, name, nil, "unsupported encoding \(name)"))
      }
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text)
    } catch {
      let range = error.byteOffsets
      let wrong = (range.lowerBound..<min(range.upperBound, range.lowerBound + 4)).map { text[$0] }
      return .refused(.invalid("UTF-8", wrong, at: Place(in: text, before: range.lowerBound)))
    }
    return unchecked(text) ?? .inPlace(from: start)
  }

  private static func utf16(_ bytes: Span<UInt8>, _ form: UTF16Form, isMarked: Bool) -> SourceText {
    let (text, wrong) = form.transcode(bytes.extracting((isMarked ? 2 : 0)...))
    let declared = declaredEncoding(text.span)
    if let declared {
      switch declared.uppercased() {
      case "UTF-16", "UTF16", form.name: break
      default: return .refused(.contradictory(declared, form.name))
      }
    } else if !isMarked {
      return .refused(
        .encoding(.unsupported, form.name, nil, "\(form.name) without a byte order mark or a declaration"))
    }
    if let wrong {
      return .refused(.invalid(form.name, wrong, at: Place(in: text.span, before: text.count)))
    }
    return unchecked(text.span) ?? .transcoded(text)
  }

  /// What can be said of valid UTF-8 without parsing it.
  private static func unchecked(_ text: Span<UInt8>) -> SourceText? {
    if let version = declaredVersion(text), version != "1.0" {
      return .refused(
        XMLFault(kind: .version, line: 1, message: "XML \(version) has other rules than 1.0", subject: version))
    }
    guard text.indices.contains(where: { text[$0] > 0x20 || text[$0] == 0 }) else {
      return .refused(XMLFault(kind: .empty, line: 1, message: "the document is empty"))
    }
    var smallest: UInt8 = 0xFF
    for index in text.indices { smallest = min(smallest, text[index]) }
    guard smallest == 0, let zero = text.indices.first(where: { text[$0] == 0 }) else { return nil }
    let place = Place(in: text, before: zero)
    return .refused(
      XMLFault(
        kind: .syntax(.invalidCharacter), line: place.line, column: place.column, message: "U+0000 is not allowed"))
  }
}

/// Line and column of an offset.
private struct Place {
  var line = 1
  var column = 1

  init(in text: Span<UInt8>, before end: Int) {
    for index in 0..<end {
      let byte = text[index]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}

extension XMLFault {
  fileprivate static func encoding(
    _ fault: XMLEncodingFault, _ subject: String, _ other: String?, _ message: String, at place: (Int, Int?) = (1, nil)
  ) -> XMLFault {
    XMLFault(
      kind: .encoding(fault), line: place.0, column: place.1, message: message, subject: subject, other: other)
  }

  fileprivate static func contradictory(_ declared: String, _ real: String) -> XMLFault {
    .encoding(.contradictory, declared, real, "declared as \(declared), but the bytes are \(real)")
  }

  fileprivate static func invalid(_ encoding: String, _ bytes: [UInt8], at place: Place) -> XMLFault {
    let digits = bytes.map { String($0 >> 4, radix: 16, uppercase: true) + String($0 & 15, radix: 16, uppercase: true) }
      .joined(separator: " ")
    return .encoding(
      .invalidBytes, encoding, digits, "not \(encoding): \(digits)", at: (place.line, place.column))
  }
}
