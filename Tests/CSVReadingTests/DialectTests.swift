import CSVReading
import Testing

@Suite struct DialectTests {
  @Test(arguments: [
    ("Mã;Giá trị\nCT01;1,5\nCT02;2,5\n", CSVDelimiter.semicolon), ("Mã,Giá trị\nCT01,1;2\n", .comma),
    ("Mã\tGiá trị\nCT01\t1,5;2\n", .tab), ("Mã\nCT01\n", .semicolon), ("sep=|\nMã|Giá trị\nCT01|1,5\n", .bar),
    ("SEP=,\r\nMã,Giá trị\r\n", .comma), ("x;y\n1,1;2,2\n", .semicolon), ("x,y\n1;1,2;2,3;3\n", .comma),
    ("\"a;b;c\",Mã\n1,2\n", .comma),
  ])
  func delimiterComesFromTheHeader(_ text: String, _ delimiter: CSVDelimiter) {
    #expect(CSVTable(text).delimiter == delimiter)
    #expect(CSVTable(text).faults.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) {
    let table = CSVTable(["Mã;Tên", "1;a", "", ";;", "2;\"b\(end)c\"", "3;d"].joined(separator: end))
    #expect(table.texts == [["Mã", "Tên"], ["1", "a"], ["2", "b\(end)c"], ["3", "d"]])
    #expect(table.records.map(\.row) == [1, 2, 5, 6])
  }

  @Test func mixedLineEnds() {
    let table = CSVTable("Mã;Tên\r1;a\n\r\n2;b\r\n\r\r3;c")
    #expect(table.texts.map(\.[0]) == ["Mã", "1", "2", "3"])
    #expect(table.records.map(\.row) == [1, 2, 4, 7])
  }

  @Test func namedDelimiterIsNoRow() {
    #expect(CSVTable("sep=;\r\nMã;Tên\r\n1;a").records.map(\.row) == [1, 2])
    #expect(CSVTable("\u{FEFF}sep=;\r\nMã;Tên", limits: CSVLimits()).records.count == 2)
    let marked = CSVTable(
      reading: [0xEF, 0xBB, 0xBF] + Array("sep=,\rMã,Tên".utf8), encoding: .utf8BOM, isHeader: knownColumns)
    #expect(marked.texts == [["Mã", "Tên"]])
    #expect(CSVTable("sep=;").records.isEmpty)
  }

  @Test func titleRowsAboveTheHeader() {
    let table = CSVTable("BÁO CÁO, HỌC KỲ I;;\n\nNăm học; 2026-2027\nMã;Tên;Ghi chú;\n1;a;b\n")
    #expect(table.headerIndex == 2)
    #expect(table.records[2].row == 4)
    let unknown = CSVTable(reading: Array("Mã;Tên\n1;a\n".utf8), encoding: .utf8) { _ in 0 }
    #expect(unknown.headerIndex == nil)
    let far = String(repeating: "x\n", count: 40) + "Mã;Tên\n"
    #expect(CSVTable(far).headerIndex == 40)
    #expect(CSVTable("x\n" + far).headerIndex == nil)
  }

  /// The width of a row is the number of its separators, whatever is empty.
  @Test func aRowWiderThanTheHeader() {
    let table = CSVTable("Mã;Tên;Ghi chú;;\n1;a;b;;\n2;a;b;;;\n3;a;b;c;d\n4;a;;;;;5\n;;;;;;;\n")
    #expect(table.records[0].cellCount == 3)
    #expect(
      table.raggedRows(below: 0) == [
        RaggedRow(row: 3, expected: 5, found: 6), RaggedRow(row: 5, expected: 5, found: 7),
      ])
    #expect(table.raggedRows(below: 0).allSatisfy(\.isWide) && table.raggedRows(below: 9).isEmpty)
    #expect(table.cell(table.records[1], 4) == "" && table.cell(table.records[1], -1) == "")
  }

  /// A separator that was lost is seen where the other rows have it.
  @Test(
    arguments: [
      ("1;a;b\n2;a\n3;a;b\n", [3]), ("1;a;b\n2;a\n", [3]), ("1;a\n", [2]), ("1;a\n2;b\n", []),
      ("1;a\n2;b\n3;a;b\n", []), ("1;a;b\n2\n3;a;b\n", []), ("1;a;\n2;;\n", []), ("1;a;b\n2;a\n3;a\n4;a;b\n", [3, 4]),
    ] as [(String, [Int])])
  func aRowNarrowerThanTheOthers(_ rows: String, _ narrow: [Int]) {
    let ragged = CSVTable("Mã;Tên;Ghi chú\n" + rows).raggedRows(below: 0)
    #expect(ragged.map(\.row) == narrow && !ragged.contains(where: \.isWide))
  }

  @Test func quotesAreSeen() {
    let table = CSVTable("Mã;Tên\n\"1\";a \"b\"\n")
    #expect(table.isQuoted(table.records[1], 0) && !table.isQuoted(table.records[1], 1))
    #expect(!table.isQuoted(table.records[1], 2))
  }

  @Test func invisibleCellsAreEmpty() {
    let table = CSVTable("Mã;Tên\n\u{A0}; \u{200B}\n1;\u{FEFF}\n\"\";\" \"\n")
    #expect(table.texts == [["Mã", "Tên"], ["1"]])
  }
}
