/// The tags of a well-formed XML document with the bytes they take, so that a few of them can be replaced and all others stay
/// as they are.
struct TagScanner {
  struct Tag {
    enum Kind { case open, close, empty }
    var kind: Kind
    /// With its prefix.
    var name: ArraySlice<UInt8>
    var range: Range<Int>

    /// The name behind its prefix.
    var localName: ArraySlice<UInt8> {
      name.lastIndex(of: UInt8(ascii: ":")).map { name[(name.index(after: $0))...] } ?? name
    }

    /// What stands before the local name, the colon too.
    var prefix: ArraySlice<UInt8> { name[..<localName.startIndex] }

    func isCalled(_ local: StaticString) -> Bool { localName.elementsEqual("\(local)".utf8) }
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next tag; comments, CDATA, instructions and declarations are passed over.
  mutating func next() -> Tag? {
    while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      let skipped: [(opening: StaticString, closing: StaticString)] = [
        ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"),
      ]
      if let other = skipped.first(where: { bytes[start...].starts(with: "\($0.opening)".utf8) }) {
        offset = end(of: other.closing, from: start)
        continue
      }
      return tag(from: start)
    }
    return nil
  }

  private func end(of closing: StaticString, from start: Int) -> Int {
    let wanted = Array("\(closing)".utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return index + wanted.count }
      index += 1
    }
    return bytes.count
  }

  private mutating func tag(from start: Int) -> Tag? {
    var end = start + 1
    var quote: UInt8?
    while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
      if let open = quote {
        if bytes[end] == open { quote = nil }
      } else if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
        quote = bytes[end]
      }
      end += 1
    }
    guard end < bytes.count else { return nil }
    offset = end + 1
    let isClose = bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isClose ? 2 : 1)
    let nameEnd = bytes[nameStart..<end].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "/") } ?? end
    let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
    return Tag(
      kind: isClose ? .close : isEmpty ? .empty : .open, name: bytes[nameStart..<nameEnd], range: start..<end + 1)
  }

  /// The raw value of an attribute without a prefix.
  func attribute(_ name: StaticString, of tag: Tag) -> ArraySlice<UInt8>? {
    let wanted = Array("\(name)".utf8)
    var index = tag.name.endIndex
    while index < tag.range.upperBound {
      guard let nameStart = bytes[index..<tag.range.upperBound].firstIndex(where: { $0 > 0x20 }),
        let equals = bytes[nameStart..<tag.range.upperBound].firstIndex(of: UInt8(ascii: "=")),
        let open = bytes[equals..<tag.range.upperBound].firstIndex(where: {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }), let close = bytes[(open + 1)..<tag.range.upperBound].firstIndex(of: bytes[open])
      else { return nil }
      if bytes[nameStart..<equals].prefix(while: { $0 > 0x20 }).elementsEqual(wanted) {
        return bytes[(open + 1)..<close]
      }
      index = close + 1
    }
    return nil
  }
}
