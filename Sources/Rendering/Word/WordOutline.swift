import Documents
import ZipFormat

/// A text of headings and paragraphs as a Word file, for people to edit: the styles and the page of a report, nothing of its head.
package enum WordOutline {
  /// - Parameters:
  ///   - paragraphs: the level of a heading, 0 for a paragraph, and its text.
  ///   - title: of the file.
  package static func render(_ paragraphs: [(level: Int, text: String)], title: String) -> [UInt8] {
    let document = ReportDocument(
      superiorAgency: "", agency: "", symbol: "", place: "", kindName: "", subject: title, addressees: [], body: [],
      signature: SignatureBlock(capacity: [], signer: nil), receivers: [], isDraft: false, provenance: "")
    var zip = ZipWriter()
    for part in WordParts.fixed { zip.add(name: part.name, bytes: Array(part.content.utf8)) }
    zip.add(name: "word/styles.xml", bytes: Array(WordParts.styles.utf8))
    zip.add(name: "word/header2.xml", bytes: WordParts.firstHeader(of: document))
    zip.add(name: "docProps/core.xml", bytes: WordParts.properties(of: document))
    zip.add(name: "word/document.xml", bytes: body(paragraphs))
    return zip.finish()
  }

  private static func body(_ paragraphs: [(level: Int, text: String)]) -> [UInt8] {
    var word = WordWriter()
    word.raw(WordParts.documentOpening)
    for paragraph in paragraphs {
      let isHeading = paragraph.level > 0
      word.paragraph(
        WordWriter.ParagraphStyle(
          name: isHeading ? "Heading\(min(paragraph.level, 3))" : "BodyText", alignment: isHeading ? .left : .both,
          after: WordLayout.paragraphRoom, line: WordLayout.lineSpacing),
        [(paragraph.text, WordWriter.RunStyle(size: WordLayout.body, isBold: isHeading))])
    }
    word.raw(WordDocument.section(isLandscape: false, .usual))
    word.raw("</w:body></w:document>")
    return word.markup.bytes
  }
}
