import ReportingModel
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  /// What the reader makes of a text, without its places.
  private func value(_ text: String) throws -> JSONValue { try JSONNode(parsing: Array(text.utf8)).plain }

  /// Where the reader stops.
  private func faultOffset(_ bytes: [UInt8]) -> Int? {
    do throws(JSONFault) {
      _ = try JSONNode(parsing: bytes)
      return nil
    } catch { return error.offset }
  }

  // MARK: Values

  @Test func whatIsWrittenIsRead() throws {
    var random = SplitMix64(seed: 57)
    for _ in 0..<2000 {
      let value = JSONValue.random(depth: 4, using: &random)
      #expect(try JSONNode(parsing: value.canonicalBytes).plain == value)
      #expect(try JSONNode(parsing: value.fileBytes).plain == value)
    }
  }

  @Test(arguments: [
    (#"" \" \\ \/ \b \f \n \r \t ""#, " \" \\ / \u{08} \u{0C} \n \r \t "),
    (#""\u0041\u1EDB\u1edb\u0000""#, "A\u{1EDB}\u{1EDB}\0"), (#""\ud83d\ude00\uDBFF\uDFFF""#, "😀\u{10FFFF}"),
    (#""a\u0062c""#, "abc"), (#""""#, ""), ("\"ệ\u{7F}\"", "ệ\u{7F}"),
  ])
  func texts(_ json: String, _ text: String) throws {
    #expect(try value(json) == .string(text))
  }

  @Test func numbers() throws {
    for (text, number) in [("0", 0), ("-0", 0), ("-7", -7), ("1234567890", 1_234_567_890)] as [(String, Int128)] {
      #expect(try value(text) == .integer(number))
    }
    for number in [Int128.max, .min] { #expect(try value("\(number)") == .integer(number)) }
  }

  @Test func white() throws {
    #expect(try value(" \t\r\n[ ] \n") == .array([]))
    #expect(try value("{ }") == .object([:]))
    #expect(
      try value(" { \"a\" : [ true , false , null ] } ") == .object(["a": .array([.bool(true), .bool(false), .null])]))
    #expect(throws: JSONFault.self) { try value("[\u{A0}]") }
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    let node = try JSONNode(parsing: [0xEF, 0xBB, 0xBF] + Array("7".utf8))
    #expect(node.plain == .integer(7))
    #expect(node.offset == 3)
    #expect(faultOffset(Array("[\u{FEFF}]".utf8)) == 1)
  }

  @Test func everyPlaceIsKnown() throws {
    let node = try JSONNode(parsing: Array(#" {"ệ": [1, "x"], "b":null}"#.utf8))
    #expect(node.offset == 1)
    guard case .object(let members) = node.value, case .array(let items) = members[0].node.value else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.offset) == [2, 19])
    #expect(members.map(\.node.offset) == [9, 23])
    #expect(items.map(\.offset) == [10, 13])
  }

  // MARK: Faults

  @Test(arguments: [
    ("", 0), ("  ", 2), ("nul", 0), ("True", 0), ("truex", 4), ("[1] 2", 4), ("'a'", 0), ("// x\n1", 0),
    ("[1,]", 2), ("{\"a\":1 , }", 7), ("[,1]", 1), ("[1 2]", 3), ("{a:1}", 1), ("{\"a\" 1}", 5), ("{\"a\":}", 5),
    ("{\"a\":1]", 6), ("[1}", 2), ("\"a", 2), ("\"a\nb\"", 2), ("\"a\u{01}\"", 2), ("\"\\x\"", 1), ("\"\\", 2),
    ("\"a\\u12\"", 2), ("\"\\u+123\"", 1), ("\"\\u１２３４\"", 1), ("\"\\ud83d\"", 1), ("\"\\ud83d\\n\"", 1),
    ("\"\\ud83d\\u0041\"", 1), ("\"\\ude00\"", 1), ("\"\\ud83d\\u00\"", 7),
    ("-", 0), ("+1", 0), ("01", 0), ("-01", 0), ("1.5", 0), ("1e3", 0), ("[0.0]", 1), (".5", 0), ("1E+2", 0),
    ("NaN", 0), ("170141183460469231731687303715884105728", 0), ("-170141183460469231731687303715884105729", 0),
    (String(repeating: "9", count: 10_000), 0),
  ])
  func faults(_ text: String, _ offset: Int) {
    #expect(faultOffset(Array(text.utf8)) == offset, "\(text)")
  }

  @Test(
    arguments: [
      ([0x22, 0xC3, 0x22], 1), ([0x22, 0x61, 0xFF, 0x22], 2), ([0xFF, 0xFE, 0x7B, 0x00], 0),
      ([0x22, 0xC0, 0x80, 0x22], 1),
      ([0x22, 0xED, 0xA0, 0xBD, 0x22], 1), ([0x31, 0x20, 0x80], 2), ([0x22, 0xE1, 0xBB], 1),
    ] as [([UInt8], Int)])
  func noUTF8(_ bytes: [UInt8], _ offset: Int) {
    #expect(faultOffset(bytes) == offset)
  }

  @Test func depthIsBounded() throws {
    let text = { (levels: Int) in
      Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
    }
    #expect(faultOffset(text(64)) == nil)
    #expect(faultOffset(text(65)) == 64)
    #expect(faultOffset(text(1_000_000)) == 64)
    let flat = "[" + Array(repeating: "{\"a\":[]}", count: 1000).joined(separator: ",") + "]"
    #expect(faultOffset(Array(flat.utf8)) == nil)
  }

  @Test func aKeyTwiceIsAFault() throws {
    let text = Array(#"{"a":1,"b":{"a":2,"\u0061":3},"a":4}"#.utf8)
    #expect(faultOffset(text) == 18)
    var repeated: [JSONFault] = []
    let node = try JSONNode.read(text, repeated: &repeated)
    #expect(repeated.map(\.offset) == [18, 30])
    #expect(node.plain == .object(["a": .integer(1), "b": .object(["a": .integer(2)])]))
    // What is broken later does not hide it.
    repeated = []
    #expect(throws: JSONFault.self) { try JSONNode.read(Array(text.dropLast()), repeated: &repeated) }
    #expect(repeated.count == 2)
  }

  @Test func everyTruncationIsAFault() {
    let bytes = Array(#"{"a":[1,-23,"x\n\ud83d\ude00ệ"],"b":{"c":true,"d":null},"e":""}"#.utf8)
    #expect(faultOffset(bytes) == nil)
    for count in bytes.indices {
      let offset = faultOffset(Array(bytes[..<count]))
      #expect(offset != nil && offset.map { $0 <= count } == true, "\(count)")
    }
  }

  @Test func changedBytesNeverTrap() {
    let bytes = Array(#"{"a":[1,-23,"x\n\ud83d\ude00ệ"],"b":{"c":true,"d":null},"e":""}"#.utf8)
    for index in bytes.indices {
      for byte in UInt8.min...UInt8.max {
        var copy = bytes
        copy[index] = byte
        if let offset = faultOffset(copy) { #expect((0...copy.count).contains(offset)) }
      }
    }
  }
}

extension JSONValue {
  /// Any value that the program could write.
  static func random(depth: Int, using random: inout some RandomNumberGenerator) -> JSONValue {
    func text() -> String {
      let pool: [ClosedRange<UInt32>] = [0...0x7F, 0...0x1F, 0x20...0x24F, 0x1EA0...0x1EF9, 0xE000...0x10FFFF]
      let scalars = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
        UnicodeScalar(UInt32.random(in: pool.randomElement(using: &random) ?? 0...0, using: &random))
      }
      return String(String.UnicodeScalarView(scalars))
    }
    switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2:
      return .integer(Int128.random(in: .min ... .max, using: &random) >> Int128.random(in: 0...127, using: &random))
    case 3: return .string(text())
    case 4:
      return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in .random(depth: depth - 1, using: &random) })
    default:
      let members = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        (text(), JSONValue.random(depth: depth - 1, using: &random))
      }
      return .object(Dictionary(members, uniquingKeysWith: { first, _ in first }))
    }
  }
}
