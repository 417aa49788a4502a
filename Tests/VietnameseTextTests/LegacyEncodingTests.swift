import Foundation
import TestSupport
import Testing
import VietnameseText

private let specimen = """
  Trường Tiểu học Lâm Đồng báo cáo kết quả thực hiện kế hoạch, ứng dụng chuyển đổi số; ngày hội STEM “cấp trường”
  Ẩm thực Ỷ lại Ĩ ỉ ị Ị ỵ Ỵ ỳ ỹ ỷ Ỹ nghĩa quỹ đặc biệt ẰẲẴẮẶ ẦẨẪẤẬ ỀỂỄẾỆ ỒỔỖỐỘ ỜỞỠỚỢ ỪỬỮỨỰ
  """

private func latin1(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8($0.value) }
}

@Suite struct LegacyEncodingTests {
  /// What the text looks like when its bytes are read as Latin-1, as seen in damaged files.
  @Test(arguments: [
    (LegacyEncoding.tcvn3, "Tr\u{AD}êng TiÓu häc L©m §ång"),
    (.vniWindows, "Tröôøng Tieåu hoïc Laâm Ñoàng"),
    (.windows1258, "TrýõÌng TiêÒu hoòc Lâm ÐôÌng"),
  ])
  func readsKnownSpecimens(_ encoding: LegacyEncoding, _ shown: String) throws {
    let text = try encoding.decode(latin1(shown))
    #expect(Array(text.utf8) == Array("Trường Tiểu học Lâm Đồng".utf8))
  }

  @Test func tcvn3HasSeventyFourCodes() throws {
    let letters = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    let codes: [ClosedRange<UInt8>] = [
      0xA1...0xAE, 0xB5...0xB9, 0xBB...0xBE, 0xC6...0xCC, 0xCE...0xD8, 0xDC...0xDF, 0xE1...0xEF, 0xF1...0xFE,
    ]
    let bytes = codes.flatMap { Array($0) }
    #expect(bytes.count == 74)
    #expect(try LegacyEncoding.tcvn3.decode(bytes) == letters)
    for byte in UInt8(0x80)...0xFF where !bytes.contains(byte) {
      #expect(throws: UndefinedByte(offset: 1)) { try LegacyEncoding.tcvn3.decode([0x61, byte]) }
    }
  }

  @Test(arguments: [LegacyEncoding.windows1258, .vniWindows])
  func readsWhatAnIndependentEncoderWrites(_ encoding: LegacyEncoding) throws {
    let bytes = try #require(encode(specimen, encoding))
    #expect(
      Array(try encoding.decode(bytes).utf8)
        == Array(
          specimen.replacingOccurrences(of: "“", with: encoding == .vniWindows ? "\"" : "“").replacingOccurrences(
            of: "”", with: encoding == .vniWindows ? "\"" : "”"
          ).utf8))
  }

  @Test(arguments: [LegacyEncoding.utf16LittleEndian, .utf16BigEndian])
  func readsUTF16(_ encoding: LegacyEncoding) throws {
    let text = specimen + "😀\u{10FFFF}"
    let bytes = text.utf16.flatMap {
      encoding == .utf16BigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    #expect(try encoding.decode(bytes) == text)
    #expect(throws: UndefinedByte(offset: bytes.count)) { try encoding.decode(bytes + [0x41]) }
    let lone: [UInt8] = encoding == .utf16BigEndian ? [0, 0x41, 0xD8, 0, 0, 0x41] : [0x41, 0, 0, 0xD8, 0x41, 0]
    #expect(encoding.firstUndefinedByte(in: lone.span) == 2)
  }

  @Test func windows1252AgreesWithFoundation() throws {
    for byte in UInt8(0x80)...0xFF where ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
      #expect(try LegacyEncoding.windows1252.decode([byte]) == String(bytes: [byte], encoding: .windowsCP1252))
    }
    #expect(throws: UndefinedByte(offset: 0)) { try LegacyEncoding.windows1252.decode([0x81]) }
  }

  @Test func windows1258ComposesAndLeavesTheRest() throws {
    #expect(Array(try LegacyEncoding.windows1258.decode([0x6E, 0xCC]).utf8) == Array("\u{1F9}".utf8))
    #expect(Array(try LegacyEncoding.windows1258.decode([0xCC]).utf8) == Array("\u{300}".utf8))
    #expect(try LegacyEncoding.windows1258.decode([0xFE]) == "₫")
    for byte: UInt8 in [0x81, 0x8A, 0x8D, 0x8E, 0x8F, 0x90, 0x9A, 0x9D, 0x9E] {
      #expect(throws: UndefinedByte(offset: 0)) { try LegacyEncoding.windows1258.decode([byte]) }
    }
  }

  @Test func namesOfArchivesReadAsCP437() throws {
    #expect(try LegacyEncoding.cp437.decode(Array("Báo cáo học kỳ".utf8)) == "B├ío c├ío hß╗ìc kß╗│")
    #expect(try LegacyEncoding.cp437.decode(Array(0x80...0xFF)).unicodeScalars.count == 128)
  }

  @Test func vniIsReadGreedily() throws {
    #expect(try LegacyEncoding.vniWindows.decode([0xF4]) == "ơ")
    #expect(try LegacyEncoding.vniWindows.decode([0xF4, 0xF9]) == "ớ")
    #expect(try LegacyEncoding.vniWindows.decode([0x41, 0xD9, 0x41, 0xF9]) == "ÁÁ")
    #expect(throws: UndefinedByte(offset: 1)) { try LegacyEncoding.vniWindows.decode([0x62, 0xF9]) }
  }

  @Test(arguments: LegacyEncoding.allCases)
  func noBytesTrap(_ encoding: LegacyEncoding) {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = try? encoding.decode(bytes)
      #expect((text == nil) == (encoding.firstUndefinedByte(in: bytes.span) != nil))
      _ = encoding.spellingScore(of: bytes.span)
      _ = firstLostWord(in: bytes)
      _ = damage(in: String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: [LegacyEncoding.windows1258, .vniWindows])
  func rightDecoderSpellsBest(_ encoding: LegacyEncoding) throws {
    let bytes = try #require(encode("Báo cáo kết quả thực hiện nhiệm vụ của trường trong học kỳ một", encoding))
    let scores = [LegacyEncoding.windows1258, .tcvn3, .vniWindows, .windows1252].map {
      ($0, $0.spellingScore(of: bytes.span))
    }
    for (other, score) in scores where other != encoding { #expect(score.spelt * 10 < score.words * 8) }
    #expect(encoding.spellingScore(of: bytes.span).isFlawless)
  }

  /// Writes text in an encoding from tables of its own: marks by tone, and what shape they draw.
  private func encode(_ text: String, _ encoding: LegacyEncoding) -> [UInt8]? {
    var bytes: [UInt8] = []
    let marks: [Unicode.Scalar: (page: UInt8, plain: UInt8, roof: UInt8, bowl: UInt8)] = [
      "\u{300}": (0xCC, 0xF8, 0xE0, 0xE8), "\u{301}": (0xEC, 0xF9, 0xE1, 0xE9), "\u{303}": (0xDE, 0xF5, 0xE3, 0xFC),
      "\u{309}": (0xD2, 0xFB, 0xE5, 0xFA), "\u{323}": (0xF2, 0xEF, 0xE4, 0xEB),
    ]
    let single: [Character: UInt8] = [
      "ì": 0xEC, "í": 0xED, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE, "đ": 0xF1, "ơ": 0xF4, "ư": 0xF6,
      "Ì": 0xCC, "Í": 0xCD, "Ỉ": 0xC6, "Ĩ": 0xD3, "Ị": 0xD2, "Ỵ": 0xCE, "Đ": 0xD1, "Ơ": 0xD4, "Ư": 0xD6,
    ]
    let page: [String: UInt8] = [
      "ă": 0xE3, "Ă": 0xC3, "â": 0xE2, "Â": 0xC2, "ê": 0xEA, "Ê": 0xCA, "ô": 0xF4, "Ô": 0xD4, "ơ": 0xF5, "Ơ": 0xD5,
      "ư": 0xFD, "Ư": 0xDD, "đ": 0xF0, "Đ": 0xD0, "“": 0x93, "”": 0x94,
    ]
    for character in text {
      var parts = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
      let tone = parts.firstIndex { marks[$0] != nil }.flatMap { marks[parts.remove(at: $0)] }
      var shaped = String.UnicodeScalarView()
      shaped.append(contentsOf: parts)
      let letter = String(shaped).precomposedStringWithCanonicalMapping
      if encoding == .windows1258 {
        guard let byte = page[letter] ?? letter.unicodeScalars.first.flatMap({ UInt8(exactly: $0.value) }) else {
          return nil
        }
        bytes.append(byte)
        if let tone { bytes.append(tone.page) }
        continue
      }
      let lower: UInt8 = parts[0].properties.isUppercase ? 0x20 : 0
      if let byte = single[character] {
        bytes.append(byte)
      } else if let byte = single[Character(letter)], let tone {
        bytes += [byte, tone.plain - lower]
      } else if "“”".contains(character) {
        bytes.append(0x22)
      } else {
        bytes.append(UInt8(parts[0].value))
        let roof = parts.contains("\u{302}")
        let bowl = parts.contains("\u{306}")
        if let tone { bytes.append((roof ? tone.roof : bowl ? tone.bowl : tone.plain) - lower) }
        if tone == nil, roof { bytes.append(0xE2 - lower) }
        if tone == nil, bowl { bytes.append(0xEA - lower) }
      }
    }
    return bytes
  }
}
