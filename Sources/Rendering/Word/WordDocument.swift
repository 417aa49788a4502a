package import Documents
import ReportingModel
import ZipFormat

/// The official document as a Word file: the same bytes for the same document, on any machine and any day.
package enum WordDocument {
  /// The file's bytes.
  package static func render(_ document: ReportDocument, _ skeleton: WordSkeleton = .usual) -> [UInt8] {
    var zip = ZipWriter()
    for part in WordParts.fixed { zip.add(name: part.name, bytes: Array(part.content.utf8)) }
    zip.add(name: "word/styles.xml", bytes: Array(skeleton.styles.utf8))
    zip.add(name: "word/header1.xml", bytes: WordParts.header(numberSize: skeleton.numberSize))
    zip.add(name: "word/header2.xml", bytes: WordParts.firstHeader(of: document))
    zip.add(name: "docProps/core.xml", bytes: WordParts.properties(of: document))
    zip.add(name: "word/document.xml", bytes: body(document, skeleton))
    return zip.finish()
  }

  private static func body(_ document: ReportDocument, _ skeleton: WordSkeleton) -> [UInt8] {
    var word = WordWriter()
    word.raw(WordParts.documentOpening)
    WordHead.write(document, to: &word)
    WordBody.write(document.body, width: skeleton.textWidth, keepsLast: true, to: &word)
    WordSignature.write(document, to: &word)
    if document.appendices.isEmpty { provenance(document, to: &word) }
    for (index, appendix) in document.appendices.enumerated() {
      let previous = index == 0 ? false : document.appendices[index - 1].isLandscape
      // A line of one twentieth of a point: at a full page's end a whole one would make an empty page.
      word.raw("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"1\" w:lineRule=\"exact\"/>")
      word.raw(section(isLandscape: previous, skeleton))
      word.raw("</w:pPr></w:p>")
      self.appendix(appendix, index, document, skeleton, to: &word)
      if index + 1 == document.appendices.count { provenance(document, to: &word) }
    }
    word.raw(section(isLandscape: document.appendices.last?.isLandscape ?? false, skeleton))
    word.raw("</w:body></w:document>")
    return word.markup.bytes
  }

  private static func appendix(
    _ appendix: Appendix, _ index: Int, _ document: ReportDocument, _ skeleton: WordSkeleton,
    to word: inout WordWriter
  ) {
    typealias Run = WordWriter.RunStyle
    let name = Appendix.name(index, of: document.appendices.count)
    // One heading of two lines, so that Word's navigation shows the title.
    word.paragraph(
      WordWriter.ParagraphStyle(name: "Heading1", alignment: .center),
      [(appendix.isList ? appendix.title : "\(name)\n\(appendix.title)", Run(size: WordLayout.body, isBold: true))])
    word.paragraph(
      WordWriter.ParagraphStyle(alignment: .center, after: 120),
      [(OfficialWords.attachedTo(document), Run(size: WordLayout.body, isItalic: true))])
    let width = appendix.isLandscape ? skeleton.landscapeWidth : skeleton.textWidth
    WordBody.write(appendix.body, width: width, to: &word)
  }

  private static func provenance(_ document: ReportDocument, to word: inout WordWriter) {
    if document.provenance.isEmpty { return }
    word.paragraph(
      WordWriter.ParagraphStyle(alignment: .left, before: 240),
      [(document.provenance, WordWriter.RunStyle(size: WordLayout.small, isItalic: true))])
  }

  /// The page of a section; every section numbers its pages anew, and its first page shows no number.
  static func section(isLandscape: Bool, _ skeleton: WordSkeleton) -> String {
    let (width, height) =
      isLandscape
      ? (WordLayout.pageHeight, WordLayout.pageWidth) : (WordLayout.pageWidth, WordLayout.pageHeight)
    return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>"
      + "<w:headerReference w:type=\"first\" r:id=\"rIdFirstHeader\"/><w:type w:val=\"nextPage\"/>"
      + "<w:pgSz w:w=\"\(width)\" w:h=\"\(height)\"\(isLandscape ? " w:orient=\"landscape\"" : "")/>"
      + "<w:pgMar w:top=\"\(skeleton.top)\" w:right=\"\(skeleton.right)\" w:bottom=\"\(skeleton.bottom)\" "
      + "w:left=\"\(skeleton.left)\" w:header=\"\(skeleton.header)\" w:footer=\"\(skeleton.header)\" w:gutter=\"0\"/>"
      + "<w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>"
  }
}
