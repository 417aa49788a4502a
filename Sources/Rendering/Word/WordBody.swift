import Documents

/// Headings, paragraphs and tables of the body.
///
/// Room between paragraphs stands only below them: Word takes the larger of two rooms that meet, not their sum.
enum WordBody {
  typealias Run = WordWriter.RunStyle

  /// - Parameter keepsLast: keeps the last paragraph on the page of what follows, so that no signature stands alone.
  static func write(_ blocks: [Block], width: Int, keepsLast: Bool = false, to word: inout WordWriter) {
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(let level, let text): heading(level, text, to: &word)
      case .paragraph(let spans):
        word.paragraph(
          WordWriter.ParagraphStyle(
            name: "BodyText", alignment: .both, after: WordLayout.paragraphRoom, line: WordLayout.lineSpacing,
            firstLine: WordLayout.firstLine, keepsNext: keepsLast && index + 1 == blocks.count),
          spans.map { (Unbroken.text($0.text), style($0.style)) })
      case .table(let table): WordTable.write(table, width: width, to: &word)
      }
    }
  }

  private static func heading(_ level: Int, _ text: String, to word: inout WordWriter) {
    word.paragraph(
      WordWriter.ParagraphStyle(
        name: "Heading\(min(max(level, 1), 3))", alignment: .left, after: WordLayout.paragraphRoom,
        line: WordLayout.lineSpacing, firstLine: WordLayout.firstLine, keepsNext: true),
      [(Unbroken.text(text), Run(size: WordLayout.body, isBold: level < 3))])
  }

  private static func style(_ style: TextSpan.Style) -> Run {
    var run = Run(size: WordLayout.body)
    switch style {
    case .plain: break
    case .bold: run.isBold = true
    case .italic: run.isItalic = true
    case .toFillIn: run.isMarked = true
    }
    return run
  }
}
