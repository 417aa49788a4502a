import Bundles
import ReportingModel
import Testing

/// Files that are no archive, told by their first bytes and not by their name.
@Suite struct ForeignFileTests {
  @Test(
    arguments: [
      ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00], "ZIP-NOTZIP", "RAR"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0x00], "ZIP-NOTZIP", "7-Zip"),
      ([0x1F, 0x8B, 0x08], "ZIP-NOTZIP", "GZIP"), (Array("%PDF-1.4\n".utf8), "ZIP-NOTZIP", "PDF"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], "ZIP-XLS", "(.xls)"),
    ] as [([UInt8], String, String)])
  func isNamed(_ bytes: [UInt8], _ code: String, _ word: String) {
    let finding = Fixture.refused(bytes)
    #expect(finding?.code == code && finding?.message.vietnamese.contains(word) == true)
    #expect(finding?.message.vietnamese.contains("«gói.zip»") == true && finding?.value == "gói.zip")
  }

  @Test(arguments: [[], [0x50], Array("PK".utf8), Array("<baoCao/>".utf8), Array("Ma;Ten\n".utf8), [0, 0, 0, 0]])
  func isNoArchive(_ bytes: [UInt8]) {
    #expect(["ZIP-NOTZIP", "ZIP-TRUNCATED"].contains(Fixture.refused(bytes)?.code))
  }

  @Test func aWorkbookIsTold() {
    #expect(Fixture.refused(Fixture.zip("[Content_Types].xml", "xl/workbook.xml"))?.code == "ZIP-XLSX")
    // The parts of a Word document are XML, which is told to be no report when it is read; `xl` alone is a folder.
    #expect(Fixture.open(Fixture.zip("[Content_Types].xml", "word/document.xml"))?.sources.isEmpty == false)
    #expect(Fixture.open(Fixture.zip("xl/thong-tin.csv"))?.sources.count == 1)
  }

  /// Wherever a copy broke off, the archive is refused, and not as something else.
  @Test func aCopyThatBrokeOff() {
    let whole = Fixture.zip("thong-tin.csv", "chi-tieu.csv", "minh-chung/a.jpg")
    for count in 1..<whole.count {
      let finding = Fixture.refused(Array(whole.prefix(count)))
      #expect(["ZIP-TRUNCATED", "ZIP-NOTZIP"].contains(finding?.code), "\(count): \(finding?.code ?? "read")")
    }
    #expect(Fixture.open(whole) != nil)
  }
}
