/// The characters of a regime file, for finding the place of a fault inside a rule.
///
/// The parser tells where a start tag ends only by its line, and a rule in the file is longer than the rule itself where
/// characters are written as references.
struct RuleSource {
  private let scalars: [Unicode.Scalar]
  /// Offsets of the first character of every line.
  private var lineStarts = [0]

  init(_ bytes: [UInt8]) {
    scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar == "\n" { lineStarts.append(index + 1) }
  }

  /// Line and column, both from 1, of a character of an element's text.
  /// - Parameters:
  ///   - offset: characters of the text before it.
  ///   - name: the element's name.
  ///   - number: which of the elements of that name whose start tags are on that line, from 0.
  ///   - line: where its start tag ends.
  /// - Returns: `nil` when the tag is not found there, as in UTF-16 or when the tag spans lines.
  func place(of offset: Int, in name: String, number: Int, line: Int) -> (line: Int, column: Int)? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let tag = Array("<\(name)".unicodeScalars)
    var position = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] : scalars.count
    var remaining = number
    while position + tag.count < end {
      defer { position += 1 }
      guard scalars[position..<position + tag.count].elementsEqual(tag),
        let close = scalars[position..<end].firstIndex(of: ">")
      else { continue }
      if remaining == 0 { return place(of: offset, from: close + 1, line: line) }
      remaining -= 1
    }
    return nil
  }

  private func place(of offset: Int, from start: Int, line: Int) -> (line: Int, column: Int)? {
    var position = start
    var line = line
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
    position = skippingMarkup(position)
    while line < lineStarts.count, lineStarts[line] <= position { line += 1 }
    return (line, position - lineStarts[line - 1] + 1)
  }

  /// Comments and the brackets of CDATA are no text.
  private func skippingMarkup(_ start: Int) -> Int {
    var position = start
    while true {
      if begins("<!--", at: position) {
        while position < scalars.count, !begins("-->", at: position) { position += 1 }
        position += 3
      } else if begins("<![CDATA[", at: position) {
        position += 9
      } else if begins("]]>", at: position) {
        position += 3
      } else {
        return position
      }
    }
  }

  private func begins(_ text: String, at position: Int) -> Bool {
    position <= scalars.count && scalars[position...].starts(with: text.unicodeScalars)
  }
}
