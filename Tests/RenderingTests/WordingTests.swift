import Documents
import Rendering
import ReportingModel
import Testing

/// The words that the renderer adds itself.
@Suite struct WordingTests {
  @Test(arguments: [
    (2027, 2, 5, "ngày 05 tháng 02 năm 2027"), (2027, 1, 10, "ngày 10 tháng 01 năm 2027"),
    (2027, 3, 9, "ngày 09 tháng 3 năm 2027"), (2026, 12, 31, "ngày 31 tháng 12 năm 2026"),
  ])
  func datesHaveZerosOnlyWhereTheDecreeHasThem(year: Int, month: Int, day: Int, words: String) throws {
    let document = Sample.report(date: CalendarDate(year: year, month: month, day: day))
    #expect(try WordFile(document).paragraphs().contains("Lâm Đồng, \(words)"))
    #expect(page(document).contains("Lâm Đồng, \(words)<"))
  }

  @Test func aDraftHasRoomForNumberAndDate() throws {
    let document = Sample.report(number: nil, date: nil, isDraft: true)
    let paragraphs = try WordFile(document).paragraphs()
    #expect(paragraphs.contains("Số:         /BC-SGDĐT"))
    #expect(paragraphs.contains("Lâm Đồng, ngày      tháng      năm …"))
    #expect(page(document).contains("DỰ THẢO"))
    #expect(page(document, .english).contains("lang=\"en\">DRAFT<"))
    #expect(!page(Sample.report()).contains("DỰ THẢO"))
    #expect(try WordFile(document).text("docProps/core.xml").contains("Dự thảo"))
  }

  @Test func aWholeNumberIsNotDoubled() throws {
    #expect(try WordFile(Sample.report(number: "9/BC-SGDĐT")).paragraphs().contains("Số: 9/BC-SGDĐT"))
  }

  @Test func oneAddresseeStandsOnTheLineSeveralOnALineEach() throws {
    let one = try WordFile(Sample.report()).paragraphs()
    #expect(one.contains("Kính gửi: Ủy ban nhân dân tỉnh Lâm Đồng."))
    let document = Sample.report(addressees: ["Bộ A", "Bộ B", "Bộ C"])
    let several = try WordFile(document).paragraphs()
    let start = try #require(several.firstIndex(of: "Kính gửi:"))
    #expect(several[start...].prefix(4) == ["Kính gửi:", "- Bộ A;", "- Bộ B;", "- Bộ C."])
    #expect(page(document).contains("<li>- Bộ C.</li>"))
    let nobody = Sample.report(addressees: [])
    #expect(try !WordFile(nobody).paragraphs().contains { $0.contains("Kính gửi") })
    #expect(!page(nobody).contains("Kính gửi"))
  }

  @Test func appendicesAreNumberedInRomanWhereThereAreSeveral() throws {
    let one = try WordFile(Sample.report(appendices: [Sample.appendices[1]])).paragraphs()
    #expect(one.contains("Phụ lục\nMÔ HÌNH HAY"))
    let many = try WordFile(
      Sample.report(appendices: Array(repeating: Sample.appendices[1], count: 49))
    ).paragraphs().filter { $0.hasPrefix("Phụ lục") }.map { $0.dropFirst(8).prefix { $0 != "\n" } }
    try #require(many.count == 49)
    #expect([many[3], many[8], many[13], many[39], many[48]] == ["IV", "IX", "XIV", "XL", "XLIX"])
  }

  @Test(arguments: [
    ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
    ("UBND TỈNH LÂM ĐỒNG", "UBND TỈNH LÂM ĐỒNG"),
    ("Trường THPT Mẫu", "Trường THPT Mẫu"), ("SỞ ", "SỞ "),
  ])
  func theAppendixNamesTheAgencyInSmallLetters(agency: String, name: String) throws {
    var document = Sample.report(appendices: Sample.appendices)
    document.agency = agency
    let expected = name == "SỞ " ? "của Sở)" : "của \(name))"
    #expect(try WordFile(document).paragraphs().contains { $0.hasSuffix(expected) })
  }

  @Test func provenanceStandsLast() throws {
    for appendices in [[], Sample.appendices] {
      let last = try WordFile(Sample.report(appendices: appendices)).paragraphs().last
      #expect(last == "Thông tin đối soát: số thứ tự sổ 4.213.")
    }
  }

  private func page(_ document: ReportDocument, _ language: Language = .vietnamese) -> String {
    String(decoding: WebPage.render(document, language: language), as: UTF8.self)
  }
}
