import CSVReading
import Testing

@Suite struct FaultTests {
  @Test func unclosedQuoteIsPlacedWhereItOpened() {
    let table = CSVTable("Mã;Tên\n1;\"a\nb\"\n2;\"c\n3;d\n4;e")
    #expect(table.faults == [CSVFault(kind: .unclosedQuote, row: 3, column: 2, byteOffset: 19)])
    #expect(table.texts == [["Mã", "Tên"], ["1", "a\nb"]])
  }

  @Test func allFaultsAreTold() {
    let table = CSVTable("Mã;Tên\n1;\"a\"b\n2;a\u{0}\n3;\u{B}\"x\u{7F}\n4;\"\u{1}\" \n")
    #expect(table.kinds == [.textAfterQuote, .nul, .controlCharacter, .controlCharacter, .controlCharacter])
    #expect(table.faults.map(\.row) == [2, 3, 4, 4, 5])
    #expect(table.faults.map(\.column) == [2, 2, 2, 2, 2])
    #expect(table.faults[0].byteOffset == 14)
    #expect(table.cell(table.records[1], 1) == "ab")
  }

  @Test(arguments: ["Lớp 7\" A", "a\"b\"c", "5\" x 7\"", " \"a\""])
  func quotesWithinACellStandForThemselves(_ text: String) {
    let table = CSVTable("Mã;Tên\n1;\(text)\n")
    #expect(table.faults.isEmpty)
    #expect(table.cell(table.records[1], 1) == text)
  }

  @Test(arguments: ["1; \"a;b\"", "1;x\"a;b\"", "1; \"a"])
  func quotesThatCanBeReadTwoWays(_ row: String) {
    #expect(CSVTable("Mã;Tên;Ghi chú\n\(row)\n").kinds == [.ambiguousQuote])
  }

  @Test func spacesBehindAClosingQuoteAreNoText() {
    #expect(CSVTable("Mã;Tên\n\"1\" ;\"a\"\t\n").faults.isEmpty)
  }

  @Test func limits() {
    let rows = CSVTable("Mã;Tên\n1;a\n\n2;b\n3;c\n", limits: CSVLimits(rows: 2))
    #expect(rows.faults == [CSVFault(kind: .tooManyRows, row: 5, column: 1, byteOffset: 18)])
    #expect(rows.records.count == 3)
    #expect(CSVTable("Mã;Tên\n1;a\n2;b\n", limits: CSVLimits(rows: 2)).faults.isEmpty)
    let columns = CSVTable("Mã;Tên\n1;2;3;4\n", limits: CSVLimits(columns: 2))
    #expect(columns.faults == [CSVFault(kind: .tooManyColumns, row: 2, column: 3, byteOffset: 13)])
    #expect(columns.texts[1] == ["1", "2"])
    let many = CSVTable("Mã;Tên\n" + String(repeating: "\u{0}", count: 50), limits: CSVLimits(faults: 3))
    #expect(many.faults.count == 3)
    #expect(many.faultCount == 50)
  }

  @Test func wrongEncodingGivesAFault() {
    let table = CSVTable(reading: [0x61, 0xFF], encoding: .utf8) { _ in 0 }
    #expect(table.faults == [CSVFault(kind: .undecodable, row: 1, column: 1, byteOffset: 1)])
    #expect(table.records.isEmpty)
    #expect(CSVTable(reading: [0x61, 0x80], encoding: .tcvn3) { _ in 0 }.faults[0].byteOffset == 1)
  }

  @Test(arguments: [CSVEncoding.utf8BOM, .utf16LE, .utf16BE, .windows1258, .tcvn3])
  func placesCountTheBytesOfTheFile(_ encoding: CSVEncoding) throws {
    let before = "Mã;Tên\nộ;đ"
    let emoji = encoding == .tcvn3 || encoding == .windows1258 ? "" : "😀"
    let bytes = try #require(encoding.encode(before + emoji + "\u{1};x\n2;\"y\n"))
    let control = try #require(encoding.encode(before + emoji)).count
    let quote = try #require(encoding.encode(before + emoji + "\u{1};x\n2;")).count
    let table = CSVTable(reading: bytes, encoding: encoding, isHeader: knownColumns)
    #expect(table.kinds == [.controlCharacter, .unclosedQuote])
    #expect(table.faults.map(\.byteOffset) == [control, quote])
  }
}
