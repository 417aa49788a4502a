extension JSONNode {
  /// Reads a whole text: strictly RFC 8259 in UTF-8, without fractions, without a key twice, at most 64 levels deep.
  ///
  /// A byte order mark in front, as editors of Windows write it, is passed over.
  /// - Throws: The first fault.
  package init(parsing text: [UInt8]) throws(JSONFault) {
    var repeated: [JSONFault] = []
    let node = try JSONNode.read(text, repeated: &repeated)
    if let first = repeated.first { throw first }
    self = node
  }

  /// Reads as `init(parsing:)` does, but goes on after a key that stands twice, so that all of them can be told.
  /// - Parameter repeated: Gets a fault for each such key, at its later place; those before a thrown fault too.
  package static func read(_ text: [UInt8], repeated: inout [JSONFault]) throws(JSONFault) -> JSONNode {
    var reader = JSONReader(text)
    defer { repeated += reader.repeated }
    return try reader.document()
  }
}

/// Reads JSON from bytes, one value after the other.
struct JSONReader {
  let bytes: [UInt8]
  var position = 0
  private var depth = 0
  private(set) var repeated: [JSONFault] = []

  /// The reader calls itself for each level: the bound keeps hostile text from using up the stack.
  private static let deepest = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONFault) -> JSONNode {
    // Once for the whole text: what is cut out of it later between ASCII characters is UTF-8 too.
    do throws(UTF8.ValidationError) { _ = try UTF8Span(validating: bytes.span) } catch {
      throw JSONFault(offset: error.byteOffsets.lowerBound, message: LocalizedText("không phải UTF-8", "not UTF-8"))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let node = try value()
    skipSpace()
    guard position == bytes.count else { throw fault("còn chữ sau giá trị cuối", "text after the value") }
    return node
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// A fault at a place, here without one.
  func fault(_ vietnamese: String, _ english: String, at offset: Int? = nil) -> JSONFault {
    JSONFault(offset: offset ?? position, message: LocalizedText(vietnamese, english))
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func value() throws(JSONFault) -> JSONNode {
    skipSpace()
    let start = position
    guard let byte = current else { throw fault("thiếu giá trị", "a value is missing") }
    switch byte {
    case UInt8(ascii: "{"): return JSONNode(value: .object(try object()), offset: start)
    case UInt8(ascii: "["): return JSONNode(value: .array(try array()), offset: start)
    case UInt8(ascii: "\""): return JSONNode(value: .string(try string()), offset: start)
    case UInt8(ascii: "-"), 48...57: return JSONNode(value: .integer(try integer()), offset: start)
    default: return JSONNode(value: try word(), offset: start)
    }
  }

  private mutating func word() throws(JSONFault) -> JSONNode.Value {
    let words: [(String, JSONNode.Value)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
    for (word, value) in words where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw fault("không phải giá trị JSON", "no JSON value")
  }

  private mutating func array() throws(JSONFault) -> [JSONNode] {
    try enter()
    var nodes: [JSONNode] = []
    if isEmpty(until: UInt8(ascii: "]")) { return nodes }
    repeat { nodes.append(try value()) } while try continues(until: UInt8(ascii: "]"))
    return nodes
  }

  private mutating func object() throws(JSONFault) -> [JSONMember] {
    try enter()
    var members: [JSONMember] = []
    // Keys in ascending order, as the program writes them, cannot repeat; the others are looked up.
    var keys: Set<String>?
    if isEmpty(until: UInt8(ascii: "}")) { return members }
    repeat {
      skipSpace()
      let start = position
      guard current == UInt8(ascii: "\"") else {
        throw fault("thiếu tên khóa trong dấu nháy kép", "a key in double quotes is missing")
      }
      let key = try string()
      if keys == nil, let last = members.last, last.key >= key { keys = Set(members.map(\.key)) }
      if keys?.insert(key).inserted == false {
        repeated.append(fault("khóa «\(key)» ghi hai lần", "the key «\(key)» stands twice", at: start))
      }
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw fault("thiếu dấu hai chấm", "a colon is missing") }
      position += 1
      members.append(JSONMember(key: key, offset: start, node: try value()))
    } while try continues(until: UInt8(ascii: "}"))
    return members
  }

  private mutating func enter() throws(JSONFault) {
    guard depth < JSONReader.deepest else { throw fault("lồng quá sâu", "nested too deep") }
    depth += 1
    position += 1
  }

  private mutating func isEmpty(until end: UInt8) -> Bool {
    skipSpace()
    guard current == end else { return false }
    position += 1
    depth -= 1
    return true
  }

  /// After a value: whether another follows.
  private mutating func continues(until end: UInt8) throws(JSONFault) -> Bool {
    skipSpace()
    switch current {
    case UInt8(ascii: ","):
      let comma = position
      position += 1
      skipSpace()
      guard current != end else { throw fault("thừa dấu phẩy", "a comma too many", at: comma) }
      return true
    case end:
      position += 1
      depth -= 1
      return false
    default: throw fault("thiếu dấu phẩy hoặc dấu đóng", "a comma or the end is missing")
    }
  }
}
