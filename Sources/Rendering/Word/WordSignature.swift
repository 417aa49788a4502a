import Documents

/// Receivers to the left, the signer's office and name to the right.
enum WordSignature {
  static func write(_ document: ReportDocument, to word: inout WordWriter) {
    let (left, right) = WordLayout.signatureColumns
    typealias Run = WordWriter.RunStyle
    let centred = WordWriter.ParagraphStyle(alignment: .center)
    word.paragraph(WordWriter.ParagraphStyle(line: 160, keepsNext: true), [])
    WordHead.openTable(left, right, alignment: .left, to: &word)
    WordHead.openCell(left, to: &word)
    word.paragraph(
      WordWriter.ParagraphStyle(),
      [("Nơi nhận:", Run(size: WordLayout.receiverTitle, isBold: true, isItalic: true))])
    for (index, receiver) in document.receivers.enumerated() {
      let isLast = index + 1 == document.receivers.count
      word.paragraph(
        WordWriter.ParagraphStyle(),
        [(OfficialWords.entry(receiver, isLast: isLast), Run(size: WordLayout.receivers))])
    }
    word.raw("</w:tc>")
    WordHead.openCell(right, to: &word)
    for line in document.signature.capacity {
      word.paragraph(centred, [(line, Run(size: WordLayout.body, isBold: true))])
    }
    for _ in 0..<4 { word.paragraph(centred, [("", Run(size: WordLayout.body))]) }
    word.paragraph(centred, [(document.signature.signer ?? "", Run(size: WordLayout.body, isBold: true))])
    word.raw("</w:tc></w:tr></w:tbl>")
  }
}
