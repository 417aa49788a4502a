import Documents
import Testing

@testable import Reports

/// Filled template text as blocks.
@Suite struct TemplateMarkupTests {
  private struct Tables: TableSource {
    func table(_ name: String, _ arguments: [String], caption: String) -> Table? {
      name == "bang" ? Table(caption: caption, columns: [], rows: [Table.Row(arguments.map { .text($0) })]) : nil
    }
  }

  private func blocks(_ text: String, _ texts: [String: String] = [:]) throws -> [Block] {
    try TemplateMarkup(tables: Tables(), texts: OfficeTexts(blocks: texts)).blocks(of: text)
  }

  private func plain(_ text: String) -> Block { .paragraph([TextSpan(text)]) }

  @Test func linesAreParagraphsAndHeadings() throws {
    #expect(
      try blocks("\n  Một. \r\n\n# I. MỤC\n## 1. Mục\n### a) Mục \n#### b\n#Không\nHai # ba") == [
        plain("Một."), .heading(level: 1, "I. MỤC"), .heading(level: 2, "1. Mục"), .heading(level: 3, "a) Mục"),
        plain("#### b"), plain("#Không"), plain("Hai # ba"),
      ])
  }

  @Test func aTableIsNamedAfterTheLastColon() throws {
    #expect(
      try blocks(" |Loại 1: Kết quả (1:2): bang CT01  CT02| ") == [
        .table(Table(caption: "Bảng 1. Loại 1: Kết quả (1:2)", columns: [], rows: [Table.Row(["CT01", "CT02"])]))
      ])
    #expect(try blocks("|:bang|") == [.table(Table(caption: "Bảng 1. ", columns: [], rows: [Table.Row([])]))])
    for line in ["|Bảng: la|", "|Bảng bang|", "|Bảng:|", "|Bảng: |", "|Bảng: BANG|"] {
      #expect(throws: TemplateFault.self, "\(line)") { try blocks(line) }
    }
    #expect(try blocks("||\n|a") == [plain("||"), plain("|a")])
  }

  @Test func aBlockOfTheOfficeThatMustNotStayEmpty() throws {
    let mark = TextSpan("[Văn phòng Sở bổ sung]", .toFillIn)
    #expect(try blocks("[[UUDIEM]]") == [.paragraph([mark])])
    #expect(try blocks("Ưu điểm: [[UUDIEM]].") == [.paragraph([TextSpan("Ưu điểm: "), mark, TextSpan(".")])])
    #expect(try blocks("[[UUDIEM]]", ["UUDIEM": " \n"]) == [.paragraph([mark])])
    #expect(try blocks("[[]]") == [.paragraph([mark])])
  }

  @Test func aBlockOfTheOfficeThatMayStayEmpty() throws {
    #expect(try blocks("[[?KIENNGHI]]\nHết.") == [plain("Hết.")])
    #expect(try blocks("Một. [[?KIENNGHI]]") == [plain("Một.")])
    #expect(try blocks("[[?KIENNGHI|Không có.]]") == [plain("Không có.")])
    #expect(try blocks("[[?KIENNGHI|a|b]]") == [plain("a|b")])
    #expect(try blocks("[[?KIENNGHI|Không có.]]", ["KIENNGHI": "Có."]) == [plain("Có.")])
  }

  /// Several paragraphs of the office break the line they stand in.
  @Test func paragraphsOfTheOffice() throws {
    #expect(
      try blocks("Đầu: [[ND1]] cuối.", ["ND1": "Một.\n\nHai.\nBa."]) == [
        .paragraph([TextSpan("Đầu: "), TextSpan("Một.")]), plain("Hai."),
        .paragraph([TextSpan("Ba."), TextSpan(" cuối.")]),
      ])
    #expect(
      try blocks("[[A]][[?]][[B]]", ["A": "a", "B": "b1\nb2"]) == [
        .paragraph([TextSpan("a"), TextSpan("……", .toFillIn), TextSpan("b1")]), plain("b2"),
      ])
  }

  /// Nothing that the office writes is markup.
  @Test func theOfficeWritesNoMarkup() throws {
    let words = "# Một\n|Bảng: bang|\n[[UUDIEM]]\n[[?]]"
    #expect(
      try blocks("[[ND1]]", ["ND1": words]) == [
        plain("# Một"), plain("|Bảng: bang|"), plain("[[UUDIEM]]"), plain("[[?]]"),
      ])
  }

  @Test func whatIsNotClosedIsText() throws {
    for line in ["[[UUDIEM", "[[UUDIEM]", "UUDIEM]]", "[UUDIEM]", "a ]] b [[ c"] {
      #expect(try blocks(line) == [plain(line)], "\(line)")
    }
  }
}
