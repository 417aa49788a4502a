import CSVReading
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: CSVDelimiter.allCases, [true, false])
  func readingUndoesWriting(_ delimiter: CSVDelimiter, _ mark: Bool) {
    var random = SplitMix64(seed: UInt64(delimiter.rawValue))
    let pieces = [
      "a", "ộ", "Đ", ",", ";", "\t", "|", "\"", "\"\"", "\r", "\n", "\r\n", " ", "1", "sep=;", "\u{FEFF}", "😀", "'",
    ]
    for _ in 0..<400 {
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          (0..<Int.random(in: 0...5, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
          }.joined()
        } + ["x"]
      }
      let header = ["Mã", "Tên", "Ghi chú"]
      var writer = CSVWriter(delimiter: delimiter, byteOrderMark: mark)
      let named = delimiter == .bar
      let opening: [UInt8] = named ? Array("sep=|\r\n".utf8) : []
      for row in [header] + rows { writer.write(row) }
      let start = mark ? 3 : 0
      let bytes = Array(writer.bytes[..<start]) + opening + Array(writer.bytes[start...])
      let table = CSVTable(reading: bytes, encoding: mark ? .utf8BOM : .utf8, isHeader: knownColumns)
      #expect(table.delimiter == delimiter)
      #expect(table.faults.isEmpty)
      #expect(table.texts.map { $0.map { Array($0.utf8) } } == ([header] + rows).map { $0.map { Array($0.utf8) } })
      #expect(EncodingDetector(headerTitles: []).detect(bytes) == .decided(mark ? .utf8BOM : .utf8))
    }
  }

  @Test(arguments: ["sep=;", "SEP=,", "\u{FEFF}Mã", " a", "a "])
  func firstCellIsNotMistaken(_ cell: String) {
    var writer = CSVWriter(byteOrderMark: false)
    writer.write([cell, "b"])
    let table = CSVTable(reading: writer.bytes, encoding: .utf8) { _ in 0 }
    #expect(table.texts.first.map { $0.map { Array($0.utf8) } } == [Array(cell.utf8), Array("b".utf8)])
  }

  @Test func writesRFC4180() {
    var writer = CSVWriter(delimiter: .semicolon)
    writer.write(["Mã", "a;b", "=1", "1,5", "\"x\""])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("Mã;\"a;b\";=1;1,5;\"\"\"x\"\"\"\r\n".utf8))
  }

  /// Every cut and every changed byte of a sample gives a verdict and a table, never a trap.
  @Test(arguments: CSVEncoding.allCases)
  func spoiltSamplesAreSurvived(_ encoding: CSVEncoding) throws {
    let text = "sep=;\r\nMã;Tên;Ghi chú\r\n1;\"Hội \"\"STEM\"\"\nđợt 1\";ổn\r\n;;\r2;a\"b;Đ\n"
    let bytes = try #require(encoding.encode(text))
    let detector = EncodingDetector(headerTitles: knownTitles)
    var samples = (0...bytes.count).map { Array(bytes[..<$0]) }
    for place in bytes.indices {
      for value: UInt8 in [0, 0x0A, 0x0D, 0x22, 0x3B, 0x80, 0xFE, 0xFF, bytes[place] ^ 1, bytes[place] ^ 0x80] {
        var sample = bytes
        sample[place] = value
        samples.append(sample)
      }
    }
    for sample in samples {
      _ = detector.detect(sample)
      for other in [encoding, .utf8, .utf16LE, .windows1258] {
        let table = CSVTable(reading: sample, encoding: other, isHeader: knownColumns)
        #expect(table.texts.count == table.records.count)
        #expect(table.faults.allSatisfy { $0.byteOffset <= sample.count })
      }
    }
  }

  @Test func noiseIsSurvived() {
    var random = SplitMix64(seed: 9)
    let alphabet: [UInt8] = [
      0x22, 0x22, 0x3B, 0x2C, 0x09, 0x0D, 0x0A, 0x20, 0x61, 0xC3, 0xA3, 0xE1, 0xBB, 0x99, 0, 0xEF, 0xBB, 0xBF,
    ]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      for encoding in CSVEncoding.allCases {
        let table = CSVTable(reading: bytes, encoding: encoding, isHeader: knownColumns)
        #expect(table.texts.allSatisfy { !$0.isEmpty })
      }
    }
  }

  @Test func manyOpenQuotesStayLinear() {
    let table = CSVTable("Mã;Tên\n" + String(repeating: "\"\"\";", count: 50_000))
    #expect(table.faults.count == 1)
    let stray = CSVTable("Mã;Tên\n" + String(repeating: "x\";\n", count: 20_000))
    #expect(stray.records.count == 20_001)
  }
}
