import Documents

/// Writes paragraphs and runs of WordprocessingML; every run carries its font and size.
struct WordWriter {
  private(set) var markup = MarkupWriter()

  enum Alignment: String { case left, center, right, both }

  struct RunStyle {
    /// Half points.
    var size: Int
    var isBold = false
    var isItalic = false
    var isMarked = false
  }

  /// Spacing in twentieths of a point, indents in twips.
  struct ParagraphStyle {
    var name: String?
    var alignment: Alignment = .left
    var before = 0
    var after = 0
    /// Line spacing in 240ths of a line.
    var line = 240
    var firstLine = 0
    var left = 0
    var keepsNext = false
  }

  mutating func raw(_ text: String) { markup.raw(text) }

  mutating func paragraph(_ style: ParagraphStyle, _ runs: [(String, RunStyle)]) {
    markup.raw("<w:p><w:pPr>")
    if let name = style.name { markup.raw("<w:pStyle w:val=\"\(name)\"/>") }
    if style.keepsNext { markup.raw("<w:keepNext/>") }
    markup.raw(
      "<w:spacing w:before=\"\(style.before)\" w:after=\"\(style.after)\" w:line=\"\(style.line)\" w:lineRule=\"auto\"/>"
    )
    if style.firstLine > 0 || style.left > 0 {
      markup.raw("<w:ind w:left=\"\(style.left)\" w:firstLine=\"\(style.firstLine)\"/>")
    }
    markup.raw("<w:jc w:val=\"\(style.alignment.rawValue)\"/></w:pPr>")
    for (text, run) in runs { self.run(text, run) }
    markup.raw("</w:p>")
  }

  /// A thin line centred below the text that stands before it, a share of that text's width long: an empty paragraph whose
  /// upper border shows between its indents, which Word and LibreOffice draw alike. A text of several lines counts as whole.
  mutating func rule(below text: String, size: Int, share: (Int, Int), of whole: Int) {
    let width = min(TextWidth.estimate(text, halfPoints: size), whole) * share.0 / share.1
    let indent = (whole - width) / 2
    markup.raw(
      "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/></w:pBdr>"
        + "<w:spacing w:before=\"50\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>"
        + "<w:ind w:left=\"\(indent)\" w:right=\"\(indent)\"/><w:jc w:val=\"center\"/></w:pPr></w:p>")
  }

  mutating func run(_ text: String, _ style: RunStyle) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      markup.raw("<w:r>")
      markup.raw(WordWriter.properties(style))
      if index > 0 { markup.raw("<w:br/>") }
      for (part, piece) in line.split(separator: Unbroken.hyphen, omittingEmptySubsequences: false).enumerated() {
        if part > 0 { markup.raw("<w:noBreakHyphen/>") }
        markup.raw("<w:t xml:space=\"preserve\">")
        markup.text(piece)
        markup.raw("</w:t>")
      }
      markup.raw("</w:r>")
    }
  }

  /// The page number, as a field.
  mutating func pageNumber(_ style: RunStyle) {
    let properties = WordWriter.properties(style)
    let pieces = [
      "<w:fldChar w:fldCharType=\"begin\"/>", "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>",
      "<w:fldChar w:fldCharType=\"separate\"/>", "<w:t>2</w:t>", "<w:fldChar w:fldCharType=\"end\"/>",
    ]
    for piece in pieces { markup.raw("<w:r>\(properties)\(piece)</w:r>") }
  }

  static func properties(_ style: RunStyle) -> String {
    "<w:rPr><w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\" w:eastAsia=\"\(font)\" w:cs=\"\(font)\"/>"
      + (style.isBold ? "<w:b/><w:bCs/>" : "") + (style.isItalic ? "<w:i/><w:iCs/>" : "")
      + "<w:color w:val=\"000000\"/><w:sz w:val=\"\(style.size)\"/><w:szCs w:val=\"\(style.size)\"/>"
      + (style.isMarked ? "<w:highlight w:val=\"yellow\"/>" : "") + "</w:rPr>"
  }

  static let font = "Times New Roman"
}
