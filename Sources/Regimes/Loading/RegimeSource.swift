/// The characters of a regime file, for finding the place of what is wrong in it.
///
/// Of a start tag the parser tells only the line where it ends. Places are asked of well-formed files alone, so the n-th start
/// tag in the text is the n-th element that the parser told of.
struct RegimeSource {
  /// Line and column, both from 1, in characters.
  typealias Place = (line: Int, column: Int)

  private let scalars: [Unicode.Scalar]
  /// Offsets of the first character of every line.
  private var lineStarts = [0]
  /// Offsets of the `<` of every start tag, in the order of the file.
  private var tags: [Int] = []

  init(_ bytes: [UInt8]) {
    scalars = Array(RegimeSource.text(bytes).unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar == "\n" { lineStarts.append(index + 1) }
    var position = 0
    while position < scalars.count {
      if scalars[position] != "<" {
        position += 1
      } else if let end = endOfMarkup(position) {
        position = end
      } else if begins("</", at: position) || begins("<!", at: position) {
        position += 2
      } else {
        tags.append(position)
        position = endOfTag(position)
      }
    }
  }

  /// What XML allows: UTF-8, or UTF-16 with a byte order mark or a declaration.
  private static func text(_ bytes: [UInt8]) -> String {
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let isLittle = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0])
    guard isMarked || isLittle || bytes.starts(with: [0, 0x3C]) else {
      return String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
    }
    let units = stride(from: isMarked ? 2 : 0, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index]) << (isLittle ? 0 : 8) | UInt16(bytes[index + 1]) << (isLittle ? 8 : 0)
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Where the start tag of an element begins.
  /// - Parameter element: its number in the order of the file, from 0.
  func place(of element: Int) -> Place? {
    tags.indices.contains(element) ? place(at: tags[element]) : nil
  }

  /// Where a word stands in an attribute of an element; where the value begins when it does not stand there by itself.
  /// - Parameter word: `nil` for the value as a whole.
  func place(of word: String?, in attribute: String, of element: Int) -> Place? {
    guard tags.indices.contains(element), let value = value(of: attribute, tags[element]) else { return nil }
    let wanted = Array((word ?? "").unicodeScalars)
    let starts =
      wanted.isEmpty ? [] : Array(value.lowerBound..<max(value.lowerBound, value.upperBound - wanted.count + 1))
    let found = starts.first { start in
      let end = start + wanted.count
      return scalars[start..<end].elementsEqual(wanted)
        && (start == value.lowerBound || !RegimeSource.isOfWord(scalars[start - 1]))
        && (end == value.upperBound || !RegimeSource.isOfWord(scalars[end]))
    }
    return place(at: found ?? value.lowerBound)
  }

  /// Where a character of an element's text stands.
  /// - Parameter offset: characters of the text before it.
  func place(ofText offset: Int, of element: Int) -> Place? {
    guard tags.indices.contains(element) else { return nil }
    var position = endOfTag(tags[element])
    for _ in 0..<offset {
      position = skippingMarkup(position)
      guard position < scalars.count else { return nil }
      switch scalars[position] {
      case "&": position = (scalars[position...].firstIndex(of: ";") ?? position) + 1
      // CR LF is one line feed to the parser.
      case "\r" where position + 1 < scalars.count && scalars[position + 1] == "\n": position += 2
      default: position += 1
      }
    }
    return place(at: skippingMarkup(position))
  }

  private func place(at offset: Int) -> Place {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - lineStarts[low] + 1)
  }

  /// The offsets of an attribute's value in a start tag.
  private func value(of attribute: String, _ tag: Int) -> Range<Int>? {
    let end = endOfTag(tag)
    let name = Array(attribute.unicodeScalars)
    var position = tag
    while let equals = scalars[position..<end].firstIndex(of: "="),
      let open = scalars[equals..<end].firstIndex(where: { $0 == "\"" || $0 == "'" }),
      let close = scalars[(open + 1)..<end].firstIndex(of: scalars[open])
    {
      var nameEnd = equals
      while nameEnd > position, RegimeSource.isBlank(scalars[nameEnd - 1]) { nameEnd -= 1 }
      let start = nameEnd - name.count
      if start > tag, RegimeSource.isBlank(scalars[start - 1]), scalars[start..<nameEnd].elementsEqual(name) {
        return (open + 1)..<close
      }
      position = close + 1
    }
    return nil
  }

  /// The offset behind the `>` that ends a start tag.
  private func endOfTag(_ tag: Int) -> Int {
    var quote: Unicode.Scalar?
    var position = tag
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == ">" {
        break
      }
    }
    return position
  }

  /// The offset behind a comment, a processing instruction or a section of CDATA that begins here.
  private func endOfMarkup(_ start: Int) -> Int? {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] where begins(opening, at: start) {
      var position = start + opening.utf8.count
      while position < scalars.count, !begins(closing, at: position) { position += 1 }
      return min(position + closing.utf8.count, scalars.count)
    }
    return nil
  }

  /// Comments and the brackets of CDATA are no text.
  private func skippingMarkup(_ start: Int) -> Int {
    var position = start
    while position < scalars.count {
      if begins("<![CDATA[", at: position) {
        position += 9
      } else if begins("]]>", at: position) {
        position += 3
      } else if let end = endOfMarkup(position) {
        position = end
      } else {
        return position
      }
    }
    return position
  }

  private func begins(_ text: String, at position: Int) -> Bool {
    position <= scalars.count && scalars[position...].starts(with: text.unicodeScalars)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { " \t\r\n".unicodeScalars.contains(scalar) }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || (48...57).contains(scalar.value) || "_-.".unicodeScalars.contains(scalar)
  }
}
