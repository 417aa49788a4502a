import Foundation
import ReportingModel
import Testing
import ZipFormat

@testable import Interchange

/// Outlines that come home from Word.
@Suite struct OutlineTests {
  private static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  static func word(_ body: String, styles: String = OutlineTests.styles) -> [UInt8] {
    var zip = ZipWriter()
    zip.add(name: "word/styles.xml", bytes: Array(styles.utf8))
    zip.add(
      name: "word/document.xml",
      bytes: Array("<w:document xmlns:w=\"\(namespace)\"><w:body>\(body)</w:body></w:document>".utf8))
    return zip.finish()
  }

  static let styles =
    "<w:styles xmlns:w=\"\(namespace)\"><w:style w:styleId=\"Heading1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
    + "<w:style w:styleId=\"u1\"><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style></w:styles>"

  /// Word splits what is typed into runs as it likes: by spelling, by who typed it when, by tracked changes.
  @Test func runsAreJoined() throws {
    let paragraphs = try WordText.paragraphs(
      Self.word(
        """
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>I. KẾT </w:t></w:r><w:proofErr w:type="spellStart"/>\
        <w:r w:rsidR="00A1"><w:t>QUẢ</w:t></w:r></w:p><w:p/>\
        <w:p><w:pPr><w:pStyle w:val="u1"/></w:pPr><w:r><w:t>{{</w:t></w:r><w:r><w:t>tong</w:t></w:r>\
        <w:r><w:t xml:space="preserve">.hoatDong}} a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>\
        <w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t> mới</w:t></w:r></w:ins>\
        <w:hyperlink><w:r><w:t> liên kết</w:t></w:r></w:hyperlink></w:p>
        """))
    #expect(paragraphs.map(\.number) == [1, 2, 3] && paragraphs.map(\.level) == [1, 0, 2])
    #expect(paragraphs.map(\.text) == ["I. KẾT QUẢ", "", "{{tong.hoatDong}} a b-c mới liên kết"])
  }

  @Test func aTableOfWordIsRefused() throws {
    let fault = #expect(throws: WordFault.self) {
      try WordText.paragraphs(Self.word("<w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"))
    }
    #expect(fault?.paragraph == 2)
  }

  /// Cut anywhere, a file is refused and never half read.
  @Test func everyTruncationIsAFault() throws {
    let whole = Self.word("<w:p><w:r><w:t>a</w:t></w:r></w:p>")
    for end in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: WordFault.self) { try WordText.paragraphs(Array(whole[..<end])) }
    }
  }

  @Test(
    arguments: [
      ("11906", "1418", "1985", "center", "Times New Roman", nil),
      ("12240", "1418", "1985", "center", "Times New Roman", "A4"),
      ("11906", "900", "1985", "center", "Times New Roman", "20"),
      ("11906", "1418", "1418", "center", "Times New Roman", "30"),
      ("11906", "1418", "1985", "left", "Times New Roman", "13–14"),
      ("11906", "1418", "1985", "center", "Arial", "Arial"),
    ] as [(String, String, String, String, String, String?)])
  func skeletons(width: String, top: String, left: String, alignment: String, font: String, fault: String?) throws {
    let ids = ["Normal", "BodyText", "Title", "Caption", "Heading1", "Heading2", "Heading3"]
    var zip = ZipWriter()
    zip.add(
      name: "word/styles.xml",
      bytes: Array(
        ("<w:styles xmlns:w=\"\(Self.namespace)\"><w:rPr><w:rFonts w:ascii=\"\(font)\"/></w:rPr>"
          + ids.map { "<w:style w:styleId=\"\($0)\"/>" }.joined() + "</w:styles>").utf8))
    zip.add(
      name: "word/header1.xml",
      bytes: Array(
        "<w:hdr xmlns:w=\"\(Self.namespace)\"><w:p><w:pPr><w:jc w:val=\"\(alignment)\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr><w:instrText> PAGE </w:instrText></w:r></w:p></w:hdr>"
          .utf8))
    zip.add(
      name: "word/document.xml",
      bytes: Array(
        "<w:document xmlns:w=\"\(Self.namespace)\"><w:body><w:sectPr><w:pgSz w:w=\"\(width)\" w:h=\"16838\"/><w:pgMar w:top=\"\(top)\" w:bottom=\"1134\" w:left=\"\(left)\" w:right=\"1134\" w:header=\"709\"/></w:sectPr></w:body></w:document>"
          .utf8))
    let bytes = zip.finish()
    if let fault {
      let thrown = #expect(throws: WordFault.self) { try SkeletonFile.read(bytes) }
      #expect(thrown?.message.vietnamese.contains(fault) == true, "\(thrown.map { "\($0)" } ?? "")")
    } else {
      #expect(try SkeletonFile.read(bytes)["top"] == .int(1418))
    }
  }
}
