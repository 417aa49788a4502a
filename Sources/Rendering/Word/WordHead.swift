import Documents

/// The head of an official document: agencies and number to the left, nation, motto, place and date to the right, then the
/// kind's name, the subject and the addressees.
enum WordHead {
  static func write(_ document: ReportDocument, to word: inout WordWriter) {
    let (left, right) = WordLayout.headColumns
    typealias Run = WordWriter.RunStyle
    let centred = WordWriter.ParagraphStyle(alignment: .center)
    openTable(left, right, alignment: .center, to: &word)
    openCell(left, to: &word)
    word.paragraph(centred, [(document.superiorAgency, Run(size: WordLayout.agency))])
    word.paragraph(centred, [(document.agency, Run(size: WordLayout.agency, isBold: true))])
    word.rule(below: document.agency, size: WordLayout.agency, share: (2, 5), of: left)
    word.raw("</w:tc>")
    openCell(right, to: &word)
    word.paragraph(centred, [(OfficialWords.nation, Run(size: WordLayout.nation, isBold: true))])
    word.paragraph(centred, [(OfficialWords.motto, Run(size: WordLayout.motto, isBold: true))])
    word.rule(below: OfficialWords.motto, size: WordLayout.motto, share: (1, 1), of: right)
    word.raw("</w:tc></w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>")
    openCell(left, to: &word)
    word.paragraph(centred, [(OfficialWords.number(document), Run(size: WordLayout.number))])
    if document.isLetter { word.paragraph(centred, [(document.subject, Run(size: WordLayout.letterSubject))]) }
    word.raw("</w:tc>")
    openCell(right, to: &word)
    word.paragraph(
      centred, [(OfficialWords.placeAndDate(document), Run(size: WordLayout.place, isItalic: true))])
    word.raw("</w:tc></w:tr></w:tbl>")
    if !document.isLetter { title(document, to: &word) }
    addressees(document, to: &word)
  }

  private static func title(_ document: ReportDocument, to word: inout WordWriter) {
    typealias Run = WordWriter.RunStyle
    word.paragraph(
      WordWriter.ParagraphStyle(name: "Title", alignment: .center, before: 360),
      [(document.kindName, Run(size: WordLayout.kindName, isBold: true))])
    word.paragraph(
      WordWriter.ParagraphStyle(alignment: .center),
      [(Unbroken.text(document.subject), Run(size: WordLayout.subject, isBold: true))])
    word.rule(below: document.subject, size: WordLayout.subject, share: (2, 5), of: WordLayout.textWidth)
  }

  /// One addressee stands on the line of `Kính gửi:`, several on a line each, the last with a full stop.
  private static func addressees(_ document: ReportDocument, to word: inout WordWriter) {
    let run = WordWriter.RunStyle(size: WordLayout.body)
    let names = document.addressees
    guard let first = names.first else { return }
    if names.count == 1 {
      word.paragraph(
        WordWriter.ParagraphStyle(alignment: .center, before: 240, after: 240), [("Kính gửi: \(first).", run)])
      return
    }
    word.paragraph(WordWriter.ParagraphStyle(before: 240, left: 1701), [("Kính gửi:", run)])
    for (index, name) in names.enumerated() {
      let isLast = index + 1 == names.count
      word.paragraph(
        WordWriter.ParagraphStyle(after: isLast ? 240 : 0, left: 2835),
        [(OfficialWords.entry(name, isLast: isLast), run)])
    }
  }

  /// Two columns without borders and without room inside the cells, so that each has its whole width for the text.
  static func openTable(_ left: Int, _ right: Int, alignment: WordWriter.Alignment, to word: inout WordWriter) {
    word.raw(
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(left + right)\" w:type=\"dxa\"/>"
        + "<w:jc w:val=\"\(alignment.rawValue)\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
        + "<w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
        + "<w:tblGrid><w:gridCol w:w=\"\(left)\"/><w:gridCol w:w=\"\(right)\"/>"
        + "</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>")
  }

  static func openCell(_ width: Int, to word: inout WordWriter) {
    word.raw("<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>")
  }
}
