import Aggregation
import Interchange
import ReportingModel
import Testing
import ZipFormat

@Suite struct FillingTests {
  static let report = """
    {"indicators":[{"code":"CT09","value":"1234.5"},{"code":"CT10","value":null}],"total":{"records":46},
    "completeness":[{"late":2,"period":"HK1/2026-2027"}],"areaByChannel":[{"hinhThuc":"HT1","noiDung":"ND2","records":7}],
    "kind":"half-year"}
    """.replacing("\n", with: "")
  static let sheet = """
    <?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><!-- <row r="9"> -->\
    <x:sheetData><x:row r="2" ht="20"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" s="4"><x:v>1</x:v></x:c></x:row>\
    <x:row r="5"><x:c r="B5"><x:f>SUM(C2:C4)</x:f><x:v>1</x:v></x:c></x:row><x:row r="7"/></x:sheetData>\
    <x:mergeCells count="1"><x:mergeCell ref="D2:E3"/></x:mergeCells></x:worksheet>
    """

  static func workbook(_ sheet: String = sheet) -> [UInt8] {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var zip = ZipWriter()
    for (name, text) in [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<R><Relationship Id=\"r1\" Type=\"\(relations)/officeDocument\" Target=\"/xl/workbook.xml\"/></R>"
      ),
      (
        "xl/workbook.xml",
        "<w xmlns:r=\"\(relations)\"><sheets><sheet name=\"Biểu 1\" sheetId=\"1\" r:id=\"rId7\"/></sheets></w>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<R><Relationship Id=\"rId7\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s\" Type=\"\(relations)/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/></R>"
      ), ("xl/sharedStrings.xml", "<sst><si><r><t>Học </t></r><r><t>sinh</t></r></si></sst>"),
      ("xl/worksheets/sheet1.xml", sheet), ("xl/media/image.bin", "\u{1}\u{2}"),
    ] { zip.add(name: name, bytes: Array(text.utf8)) }
    return zip.finish()
  }

  static func fill(_ rows: String, in workbook: [UInt8] = workbook()) throws -> WorkbookFilling {
    try WorkbookFilling(
      workbook, FigureMap(Array("trang_tinh,o,duong_dan,o_nhan,nhan\n\(rows)".utf8)),
      CanonicalReport(Array(report.utf8)))
  }

  @Test func nothingElseChanges() throws {
    let filled = try Self.fill(
      "Biểu 1,C2,indicators.CT09,A2,Học sinh\nBiểu 1,B2,total.records,,\nBiểu 1,D9,areaByChannel.HT1+ND2.records,,\nBiểu 1,A7,completeness.HK1/2026-2027.late,,\nBiểu 1,F2,indicators.CT10.value,,\nBiểu 1,C4,kind,,"
    )
    let (before, after) = (try ZipArchive(Self.workbook()), try ZipArchive(filled.bytes))
    #expect(before.entries.map(\.name) == after.entries.map(\.name))
    for (old, new) in zip(before.entries, after.entries) where old.name != "xl/worksheets/sheet1.xml" {
      #expect(try before.read(old) == after.read(new))
    }
    let entry = try #require(after.entries.first { $0.name == "xl/worksheets/sheet1.xml" })
    let expected = """
      <?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><!-- <row r="9"> -->\
      <x:sheetData><x:row r="2" ht="20"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="B2"><x:v>46</x:v></x:c><x:c r="C2" s="4"><x:v>1234.5</x:v></x:c><x:c r="F2"/></x:row>\
      <x:row r="4"><x:c r="C4" t="inlineStr"><x:is><x:t xml:space="preserve">half-year</x:t></x:is></x:c></x:row>\
      <x:row r="5"><x:c r="B5"><x:f>SUM(C2:C4)</x:f><x:v>1</x:v></x:c></x:row><x:row r="7"><x:c r="A7"><x:v>2</x:v></x:c></x:row>\
      <x:row r="9"><x:c r="D9"><x:v>7</x:v></x:c></x:row></x:sheetData>\
      <x:mergeCells count="1"><x:mergeCell ref="D2:E3"/></x:mergeCells></x:worksheet>
      """
    #expect(try String(decoding: after.read(entry), as: UTF8.self) == expected)
    // That nobody told it, and that formulas are to be calculated again.
    #expect(filled.remarks.count == 2 && filled.remarks[0].english.contains("indicators.CT10.value"))
  }

  @Test(arguments: [
    ("Biểu 2,C2,total.records,,", 2, "Biểu 1"), ("Biểu 1,C2,total.record,,", 2, "total.records"),
    ("Biểu 1,2C,total.records,,", 2, "2C"), ("Biểu 1,XFE1,total.records,,", 2, "XFE1"),
    ("Biểu 1,C2,total.records,,\nBiểu 1,$C$2,total.records,,", 3, "C2"), ("Biểu 1,B5,total.records,,", 2, "B5"),
    ("Biểu 1,E3,total.records,,", 2, "D2:E3"), ("Biểu 1,C2,total.records,A2,Giáo viên", 2, "Học sinh"),
    ("Biểu 1,C2,total.records,A2,", 2, "nhan"), (",C2,total.records,,", 2, "trang_tinh"),
    ("Biểu 1,C2,total,,", 2, "total"),
  ])
  func aMapThatDoesNotFitFillsNothing(_ rows: String, _ line: Int, _ says: String) throws {
    let fault = try #require(throws: FillingFault.self) { try Self.fill(rows) }
    #expect(fault.line == line && fault.message.vietnamese.contains(says) && fault.message.english.contains(says))
  }

  @Test func whatIsNoMapOrNoWorkbook() {
    for bytes in [[], Array("a;b\n1;2\n".utf8), Array("trang_tinh,o,duong_dan\n".utf8), [0xFF, 0x00, 0x01]] {
      #expect(throws: FillingFault.self) { try FigureMap(bytes) }
    }
    #expect(throws: FillingFault.self) { try FigureMap(Array("trang_tinh,o,duong_dan,ô nhãn lạ\nA,A1,b,c\n".utf8)) }
    let whole = Self.workbook()
    for count in [0, 10, whole.count / 2, whole.count - 1] {
      #expect(throws: FillingFault.self) { try Self.fill("Biểu 1,C2,total.records,,", in: Array(whole.prefix(count))) }
    }
    for sheet in ["<worksheet>", "<worksheet/>", "", "<!DOCTYPE a><worksheet><sheetData/></worksheet>"] {
      #expect(throws: FillingFault.self) {
        try Self.fill("Biểu 1,C2,total.records,,", in: Self.workbook(sheet))
      }
    }
  }
}
