import Testing

@testable import XMLReading

@Suite struct EncodingTests {
  static func wide(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: [true, false]) func readsUTF16(bigEndian: Bool) {
    let name = bigEndian ? "UTF-16BE" : "UTF-16LE"
    let body = "<a x='ệ'>Đà Lạt 😀\n</a>"
    let expected = recorded(body).recorder
    for declaration in [
      "", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf-16'?>",
      "<?xml version='1.0' encoding=\"\(name)\" ?>",
    ] {
      let (recorder, outcome) = recorded(EncodingTests.wide(declaration + body, bigEndian: bigEndian))
      #expect(outcome.fault == nil)
      #expect(recorder == expected)
    }
    let unmarked = "<?xml version='1.0' encoding='UTF-16'?>" + body
    #expect(recorded(EncodingTests.wide(unmarked, bigEndian: bigEndian, mark: false)).recorder == expected)
    let bare = recorded(EncodingTests.wide(body, bigEndian: bigEndian, mark: false)).outcome.fault
    #expect(bare?.kind == .encoding(.unsupported))
  }

  @Test(arguments: ["UTF-8", "utf-8", "US-ASCII", "us-ascii"]) func readsUTF8(name: String) {
    for mark in ["", "\u{FEFF}"] {
      let (recorder, outcome) = recorded("\(mark)<?xml version=\"1.0\" encoding = '\(name)' standalone='yes'?><a>ệ</a>")
      #expect(outcome.fault == nil)
      #expect(recorder.texts == ["ệ"])
    }
  }

  @Test(arguments: [
    "windows-1258", "ISO-8859-1", "UTF-7", "UTF-32", "UCS-4", "EBCDIC-CP-US", "ISO-10646-UCS-2", "x", "HTML",
    String(repeating: "x", count: 50),
  ])
  func refusesOtherNames(name: String) throws {
    let fault = try fault("<?xml version='1.0' encoding='\(name)'?><a/>")
    #expect(fault.kind == .encoding(.unsupported))
    #expect(fault.subject == String(name.prefix(40)))
    #expect(recorded("<?xml version='1.0' encoding='\(name)'?><a/>").recorder.events.isEmpty)
  }

  @Test func refusesContradictions() throws {
    let fault = try fault("<?xml version='1.0' encoding='utf-16'?><a/>")
    #expect(fault.kind == .encoding(.contradictory))
    #expect(fault.subject == "utf-16")
    #expect(fault.other == "UTF-8")
    let wide = EncodingTests.wide("<?xml version='1.0' encoding='utf-8'?><a/>", bigEndian: false)
    #expect(recorded(wide).outcome.fault?.kind == .encoding(.contradictory))
  }

  @Test(
    arguments: [
      [0x00, 0x00, 0xFE, 0xFF, 0, 0, 0, 0x3C], [0xFF, 0xFE, 0x00, 0x00, 0x3C, 0, 0, 0], [0, 0, 0, 0x3C],
      [0x3C, 0, 0, 0], [0x4C, 0x6F, 0xA7, 0x94],
    ] as [[UInt8]])
  func refusesOtherForms(bytes: [UInt8]) {
    #expect(recorded(bytes).outcome.fault?.kind == .encoding(.unsupported))
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xC1, 0x81], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE1, 0xBB], [0xD0],
    ] as [[UInt8]])
  func tellsWhereBytesAreWrong(bytes: [UInt8]) throws {
    let fault = try #require(recorded(Array("<a>\nệ".utf8) + bytes + Array("</a>".utf8)).outcome.fault)
    #expect(fault.kind == .encoding(.invalidBytes))
    #expect(fault.subject == "UTF-8")
    #expect(fault.line == 2)
    #expect(fault.column == 2)
    #expect(fault.other?.hasPrefix(String(bytes[0], radix: 16, uppercase: true)) == true)
  }

  @Test(arguments: [[0x00, 0xD8], [0x00, 0xDC], [0x00, 0xD8, 0x41, 0x00], [0x41]] as [[UInt8]])
  func tellsWhereUTF16IsWrong(bytes: [UInt8]) throws {
    let fault = try #require(recorded(EncodingTests.wide("<a>\nệ", bigEndian: false) + bytes).outcome.fault)
    #expect(fault.kind == .encoding(.invalidBytes))
    #expect(fault.subject == "UTF-16LE")
    #expect(fault.line == 2)
    #expect(fault.column == 2)
  }
}
