import CSVReading
import TestSupport
import Testing
import VietnameseText

private let sample = """
  Mã;Ngày thực hiện;Nhiệm vụ;Tên;Số người\r
  HD001;10/10/2026;NV05;Ngày hội chuyển đổi số và khoa học kỹ thuật cấp trường;350\r
  HD002;11/10/2026;NV01;"Tập huấn ứng dụng trí tuệ nhân tạo; đợt một";45\r

  """
private let detector = EncodingDetector(headerTitles: knownTitles)

@Suite struct DetectionTests {
  @Test(arguments: CSVEncoding.allCases.filter { $0 != .vniWindows })
  func everyEncodingIsTold(_ encoding: CSVEncoding) throws {
    let bytes = try #require(encoding.encode(sample))
    #expect(detector.detect(bytes) == .decided(encoding))
    #expect(EncodingDetector(headerTitles: []).detect(bytes) == .decided(encoding))
    let table = CSVTable(reading: bytes, encoding: encoding, isHeader: knownColumns)
    #expect(table.faults.isEmpty)
    #expect(table.headerIndex == 0)
    let expected = CSVTable(sample).texts
    #expect(table.texts == expected)
    #expect(table.texts.joined().map { Array($0.utf8) } == expected.joined().map { Array($0.utf8) })
    #expect(table.cell(table.records[2], 3) == "Tập huấn ứng dụng trí tuệ nhân tạo; đợt một")
  }

  @Test func vniIsRefusedByName() throws {
    let bytes = try #require(CSVEncoding.vniWindows.encode(sample))
    #expect(detector.detect(bytes) == .refused(.vniWindows, offset: 2))
  }

  @Test func plainASCIIAndNothingAreUTF8() {
    #expect(detector.detect(Array("ma;gia_tri\nCT01;5\n".utf8)) == .decided(.utf8))
    #expect(detector.detect([]) == .decided(.utf8))
  }

  @Test func decomposedTextIsUTF8() {
    #expect(detector.detect(Array("Ma\u{303};Te\u{302}n\n1;ho\u{323}c\n".utf8)) == .decided(.utf8))
    #expect(CSVTable("Ma\u{303};Te\u{302}n\n1;2\n").headerIndex == 0)
  }

  @Test func utf16WithoutMarkIsBetrayedByZeros() throws {
    let bytes = try #require(CSVEncoding.utf16LE.encode(sample))
    #expect(detector.detect(Array(bytes.dropFirst(2))) == .decided(.utf16LE))
    let table = CSVTable(reading: Array(bytes.dropFirst(2)), encoding: .utf16LE, isHeader: knownColumns)
    #expect(table.texts == CSVTable(sample).texts)
  }

  @Test func firstWrongByteIsNamed() {
    let good = Array(sample.utf8)
    let place = good.count - 20
    #expect(detector.detect(good[..<place] + [0xFF] + good[place...]) == .invalid(offset: place))
    #expect(detector.detect([0xEF, 0xBB, 0xBF, 0x61, 0xE1]) == .invalid(offset: 4))
    #expect(detector.detect([0xFF, 0xFE, 0x61, 0, 0, 0xDC, 0x61, 0]) == .invalid(offset: 4))
    // Shift JIS and French: not Vietnamese in any encoding.
    #expect(detector.detect([0x61, 0x2C, 0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA]) == .invalid(offset: 2))
    #expect(
      detector.detect(Array("caf".utf8) + [0xE9, 0x3B] + Array("gar".utf8) + [0xE7] + Array("on".utf8))
        == .invalid(offset: 3))
  }

  @Test func aShortFileTakesTheEncodingOfItsSubmission() throws {
    let short = try #require(tie())
    let undecided = detector.detect(short)
    guard case .undecided(let rivals, let offset) = undecided else {
      Issue.record("\(undecided)")
      return
    }
    #expect(Set(rivals).isSuperset(of: [.windows1258, .tcvn3]))
    #expect(short[offset] >= 0x80)
    for encoding in [CSVEncoding.windows1258, .tcvn3] {
      let other = try #require(encoding.encode(sample))
      #expect(
        detector.detect(files: [short, Array("ma\n".utf8), other]) == [
          .decided(encoding), .decided(.utf8), .decided(encoding),
        ])
    }
    #expect(detector.detect(files: [short, short])[0] == undecided)
  }

  @Test func aShortFileMayHoldAForeignName() throws {
    let short = try #require(CSVEncoding.tcvn3.encode("1;Đạ Tẻh\n"))
    guard case .invalid = detector.detect(short) else {
      Issue.record("one word of two is no syllable")
      return
    }
    let other = try #require(CSVEncoding.tcvn3.encode(sample))
    #expect(detector.detect(files: [short, other]) == [.decided(.tcvn3), .decided(.tcvn3)])
    let different = try #require(CSVEncoding.windows1258.encode(sample))
    #expect(detector.detect(files: [short, different])[0] == detector.detect(short))
  }

  @Test(arguments: [CSVEncoding.windows1258, .tcvn3, .vniWindows])
  func fewWordsAreNeverDecidedWrong(_ encoding: CSVEncoding) throws {
    let words = """
      ngày hội chuyển đổi số và khoa học kỹ thuật cấp trường tập huấn ứng dụng trí tuệ nhân tạo đợt một báo cáo kết quả
      thực hiện kế hoạch của sở giáo dục đào tạo tỉnh lâm đồng năm học mới GDĐT Đắk Lắk phổ biến nghị quyết về đột phá
      phát triển khoa học công nghệ học sinh giỏi thiếu niên tiền phong bữa ăn sạch sẽ ngõ xóm quý vị thủy lợi huyện
      """.split { $0 == " " || $0 == "\n" }
    var random = SplitMix64(seed: 4)
    var decided = 0
    for _ in 0..<1_000 {
      let count = Int.random(in: 1...6, using: &random)
      let phrase = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      let bytes = try #require(encoding.encode(phrase.joined(separator: " ")))
      switch EncodingDetector(headerTitles: []).detect(bytes) {
      case .decided(.utf8): #expect(bytes.allSatisfy { $0 < 0x80 })
      case .decided(let told), .refused(let told, _):
        #expect(told == encoding, "\(phrase)")
        decided += 1
      case .undecided(let rivals, _): #expect(rivals.contains(encoding))
      case .lost, .invalid: Issue.record("\(phrase)")
      }
    }
    #expect(decided > 800)
  }

  @Test func aKnownTitleDecidesAShortFile() throws {
    let short = try #require(tie())
    let header = try #require(CSVEncoding.tcvn3.encode("Mã;Giá trị\n"))
    #expect(detector.detect(header + short) == .decided(.tcvn3))
  }

  @Test func spoiltFileIsToldApart() {
    let bytes = Array("Ng?y h?i STEM; ".utf8) + [0xE7, 0x62, 0xE7, 0x20] + Array("h?c sinh".utf8)
    #expect(detector.detect(bytes) == .lost(offset: 0))
  }

  /// A file of one word that is a syllable in both single-byte encodings.
  private func tie() -> [UInt8]? {
    let syllables: (LegacyEncoding, [UInt8]) -> Bool = { encoding, bytes in
      (try? encoding.decode(bytes)).map(isSpellable) ?? false
    }
    return (UInt8(0xC0)...0xFF).map { Array("th".utf8) + [$0, 0x6E] }
      .first { bytes in syllables(.windows1258, bytes) && syllables(.tcvn3, bytes) }
      .map { Array("1;".utf8) + $0 + Array("\n".utf8) }
  }
}
