import Documents

/// The parts of a Word file besides the text; all but the properties are the same in every document.
enum WordParts {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static let fixed: [(name: String, content: String)] = [
    (
      "[Content_Types].xml",
      head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"\(types).document.main+xml\"/>"
        + "<Override PartName=\"/word/styles.xml\" ContentType=\"\(types).styles+xml\"/>"
        + "<Override PartName=\"/word/fontTable.xml\" ContentType=\"\(types).fontTable+xml\"/>"
        + "<Override PartName=\"/word/settings.xml\" ContentType=\"\(types).settings+xml\"/>"
        + "<Override PartName=\"/word/header1.xml\" ContentType=\"\(types).header+xml\"/>"
        + "<Override PartName=\"/word/header2.xml\" ContentType=\"\(types).header+xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" "
        + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
    ),
    (
      "_rels/.rels",
      head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(relationships)/officeDocument\" Target=\"word/document.xml\"/>"
        + "<Relationship Id=\"rId2\" "
        + "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
        + "Target=\"docProps/core.xml\"/></Relationships>"
    ),
    (
      "word/_rels/document.xml.rels",
      head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rIdStyles\" Type=\"\(relationships)/styles\" Target=\"styles.xml\"/>"
        + "<Relationship Id=\"rIdFonts\" Type=\"\(relationships)/fontTable\" Target=\"fontTable.xml\"/>"
        + "<Relationship Id=\"rIdSettings\" Type=\"\(relationships)/settings\" Target=\"settings.xml\"/>"
        + "<Relationship Id=\"rIdHeader\" Type=\"\(relationships)/header\" Target=\"header1.xml\"/>"
        + "<Relationship Id=\"rIdFirstHeader\" Type=\"\(relationships)/header\" Target=\"header2.xml\"/></Relationships>"
    ),
    (
      "word/settings.xml",
      // Without a compatibility mode Word takes the file for one of Word 2007 and says so in its title.
      head + "<w:settings xmlns:w=\"\(namespace)\"><w:defaultTabStop w:val=\"720\"/><w:compat>"
        + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
        + "</w:compat><w:themeFontLang w:val=\"vi-VN\"/></w:settings>"
    ),
    (
      "word/fontTable.xml",
      head + "<w:fonts xmlns:w=\"\(namespace)\"><w:font w:name=\"\(WordWriter.font)\">"
        + "<w:panose1 w:val=\"02020603050405020304\"/><w:charset w:val=\"00\"/><w:family w:val=\"roman\"/>"
        + "<w:pitch w:val=\"variable\"/></w:font></w:fonts>"
    ),
  ]

  /// Title and author of the file, and whether it is a draft; no times, which would make other bytes each day.
  static func properties(of document: ReportDocument) -> [UInt8] {
    var core = MarkupWriter()
    core.raw(
      head + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>")
    core.text(document.subject)
    core.raw("</dc:title><dc:creator>")
    core.text(document.agency)
    core.raw("</dc:creator><dc:language>vi-VN</dc:language>")
    if document.isDraft { core.raw("<cp:contentStatus>Dự thảo</cp:contentStatus>") }
    core.raw("</cp:coreProperties>")
    return core.bytes
  }

  /// The head of all pages but a section's first: the page number, its size in half points.
  static func header(numberSize: Int) -> [UInt8] {
    Array(header { $0.pageNumber(WordWriter.RunStyle(size: numberSize)) }.utf8)
  }

  /// The head of a section's first page: empty but for what a draft says there.
  static func firstHeader(of document: ReportDocument) -> [UInt8] {
    Array(
      header { word in
        guard document.isDraft, !document.isLetter else { return }
        word.run(OfficialWords.draft, WordWriter.RunStyle(size: 26, isBold: true))
      }.utf8)
  }

  /// The page number stands centred in the upper margin; the first page has none.
  private static func header(_ content: (inout WordWriter) -> Void) -> String {
    var word = WordWriter()
    word.raw("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>")
    content(&word)
    word.raw("</w:p>")
    return head + "<w:hdr xmlns:w=\"\(namespace)\">" + String(decoding: word.markup.bytes, as: UTF8.self) + "</w:hdr>"
  }

  static let documentOpening =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"\(namespace)\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"

  static let styles: String = {
    let fonts =
      "<w:rFonts w:ascii=\"\(WordWriter.font)\" w:hAnsi=\"\(WordWriter.font)\" "
      + "w:eastAsia=\"\(WordWriter.font)\" w:cs=\"\(WordWriter.font)\"/>"
    func style(_ id: String, _ name: String, _ paragraph: String = "", _ run: String = "") -> String {
      "<w:style w:type=\"paragraph\"\(id == "Normal" ? " w:default=\"1\"" : "") w:styleId=\"\(id)\">"
        + "<w:name w:val=\"\(name)\"/>\(id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>")<w:qFormat/>"
        + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(fonts)\(run)</w:rPr></w:style>"
    }
    let headings = (1...3).map { level in
      style(
        "Heading\(level)", "heading \(level)", "<w:keepNext/><w:outlineLvl w:val=\"\(level - 1)\"/>",
        (level < 3 ? "<w:b/><w:bCs/>" : "") + "<w:color w:val=\"000000\"/>"
          + "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>")
    }.joined()
    return head + "<w:styles xmlns:w=\"\(namespace)\"><w:docDefaults><w:rPrDefault><w:rPr>\(fonts)"
      + "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/>"
      + "</w:rPr></w:rPrDefault></w:docDefaults>" + style("Normal", "Normal")
      + style("BodyText", "Body Text", "<w:jc w:val=\"both\"/>")
      + style("Title", "Title", "<w:jc w:val=\"center\"/>", "<w:b/><w:bCs/>")
      + style("Caption", "caption", "<w:keepNext/>", "<w:b/><w:bCs/>") + headings + "</w:styles>"
  }()
}
