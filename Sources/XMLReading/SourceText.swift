import Spooling

/// The text of a document: how to get from its bytes to valid UTF-8 without a byte order mark.
///
/// Done before libxml2 sees a byte: it knows far more encodings than are allowed, takes some byte sequences that are
/// no UTF-8, and takes U+0000 for the end of the document.
enum SourceText {
  case text(TextFeed)
  case refused(XMLFault)

  init(_ bytes: ByteView) {
    switch bytes.withSpan(0..<min(bytes.count, 4), { ByteForm($0) }) {
    case .foreign(let name):
      self = .refused(.encoding(.unsupported, name, nil, "unsupported encoding \(name)"))
    case .utf8(let start):
      self = SourceText.utf8(TextFeed(bytes, from: start))
    case .utf16(let form, let marked):
      self = SourceText.utf16(TextFeed(bytes, from: marked ? 2 : 0, form), form, isMarked: marked)
    }
  }

  private static func utf8(_ feed: TextFeed) -> SourceText {
    if let name = declaredEncoding(feed.head.span) {
      switch name.uppercased() {
      case "UTF-8", "UTF8", "US-ASCII", "ASCII": break
      case "UTF-16", "UTF-16LE", "UTF-16BE": return .refused(.contradictory(name, "UTF-8"))
      default: return .refused(.encoding(.unsupported, name, nil, "unsupported encoding \(name)"))
      }
    }
    return surveyed(feed, "UTF-8")
  }

  private static func utf16(_ feed: TextFeed, _ form: UTF16Form, isMarked: Bool) -> SourceText {
    if let declared = declaredEncoding(feed.head.span) {
      switch declared.uppercased() {
      case "UTF-16", "UTF16", form.name: break
      default: return .refused(.contradictory(declared, form.name))
      }
    } else if !isMarked {
      return .refused(
        .encoding(.unsupported, form.name, nil, "\(form.name) without a byte order mark or a declaration"))
    }
    return surveyed(feed, form.name)
  }

  /// What can be said of a text without parsing it.
  private static func surveyed(_ feed: TextFeed, _ encoding: String) -> SourceText {
    var survey = Survey()
    feed.eachPiece { text, wrong in survey.take(text, wrong) }
    if let wrong = survey.wrong { return .refused(.invalid(encoding, wrong, at: survey.place)) }
    guard !survey.isBlank else {
      return .refused(XMLFault(kind: .empty, line: 1, message: "the document is empty"))
    }
    if let version = declaredVersion(feed.head.span), version != "1.0" {
      return .refused(
        XMLFault(kind: .version, line: 1, message: "XML \(version) has other rules than 1.0", subject: version))
    }
    guard let place = survey.zero else { return .text(feed) }
    return .refused(
      XMLFault(
        kind: .syntax(.invalidCharacter), line: place.line, column: place.column, message: "U+0000 is not allowed"))
  }
}

/// What is seen of a text by going through it once.
private struct Survey {
  /// Bytes that are no text; they stand at `place`, and nothing behind them was looked at.
  private(set) var wrong: [UInt8]?
  private(set) var place = Place()
  /// The first zero.
  private(set) var zero: Place?
  private(set) var isBlank = true

  /// Takes the next piece; `false` where the rest is of no interest.
  mutating func take(_ text: Span<UInt8>, _ wrongBehind: [UInt8]?) -> Bool {
    var valid = text.count
    wrong = wrongBehind
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text)
    } catch {
      let range = error.byteOffsets
      valid = range.lowerBound
      wrong = (range.lowerBound..<min(range.upperBound, range.lowerBound + 4)).map { text[$0] }
    }
    for index in 0..<valid {
      let byte = text[index]
      if byte == 0, zero == nil { zero = place }
      if byte > 0x20 || byte == 0 { isBlank = false }
      place.pass(byte)
    }
    return wrong == nil
  }
}

/// Line and column of an offset.
private struct Place {
  var line = 1
  var column = 1

  mutating func pass(_ byte: UInt8) {
    if byte == 0x0A {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
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
