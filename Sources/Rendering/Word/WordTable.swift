import Documents

/// A table with borders, a header row that returns on every page, and rows that stay whole.
enum WordTable {
  typealias Run = WordWriter.RunStyle

  static func write(_ table: Table, width: Int, to word: inout WordWriter) {
    if !table.caption.isEmpty {
      word.paragraph(
        WordWriter.ParagraphStyle(name: "Caption", alignment: .center, before: 120, after: 60, keepsNext: true),
        [(table.caption, Run(size: WordLayout.caption, isBold: true))])
    }
    guard !table.columns.isEmpty else { return }
    let widths = columnWidths(table, width)
    word.raw(
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>"
        + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
          "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
        }.joined()
        + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"\(WordLayout.cellMargin)\" w:type=\"dxa\"/>"
        + "<w:right w:w=\"\(WordLayout.cellMargin)\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
        + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>")
    row(table.columns.map(\.title), table, widths, isHeader: true, isBold: true, keepsNext: true, to: &word)
    for (index, cells) in table.rows.map(\.cells).enumerated() {
      let keepsNext = table.total != nil && index + 1 == table.rows.count
      row(cells.map(\.printed), table, widths, keepsNext: keepsNext, to: &word)
    }
    if let total = table.total { row(total.map(\.printed), table, widths, isBold: true, to: &word) }
    word.raw("</w:tbl>")
    word.paragraph(WordWriter.ParagraphStyle(line: 120), [])
  }

  /// The table's width by weight; a column whose longest word needs more takes it from those that have more than they need,
  /// up to an even share.
  private static func columnWidths(_ table: Table, _ width: Int) -> [Int] {
    let weights = table.columns.map { min(max(1, $0.weight), 10_000) }
    let sum = weights.reduce(0, +)
    let shares = weights.map { width * $0 / sum }
    let even = width / table.columns.count
    var needs = table.columns.map { TextWidth.longestWord($0.title, halfPoints: WordLayout.tableText) }
    for cells in table.rows.map(\.cells) + [table.total ?? []] {
      for (index, cell) in cells.prefix(needs.count).enumerated() {
        needs[index] = max(needs[index], TextWidth.longestWord(cell.printed, halfPoints: WordLayout.tableText))
      }
    }
    needs = needs.map { min($0 + 3 * WordLayout.cellMargin, even) }
    let missing = zip(needs, shares).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    let spare = max(1, zip(needs, shares).reduce(0) { $0 + max(0, $1.1 - $1.0) })
    return zip(needs, shares).map { need, share in share < need ? need : share - (share - need) * missing / spare }
  }

  private static func row(
    _ cells: [String], _ table: Table, _ widths: [Int], isHeader: Bool = false, isBold: Bool = false,
    keepsNext: Bool = false,
    to word: inout WordWriter
  ) {
    word.raw("<w:tr><w:trPr><w:cantSplit/>\(isHeader ? "<w:tblHeader/>" : "")</w:trPr>")
    for (index, column) in table.columns.enumerated() {
      word.raw(
        "<w:tc><w:tcPr><w:tcW w:w=\"\(widths[index])\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>")
      let alignment: WordWriter.Alignment =
        switch column.alignment {
        case _ where isHeader: .center
        case .left: .left
        case .center: .center
        case .right: .right
        }
      word.paragraph(
        WordWriter.ParagraphStyle(alignment: alignment, before: 20, after: 20, keepsNext: keepsNext),
        [(index < cells.count ? cells[index] : "", Run(size: WordLayout.tableText, isBold: isBold))])
      word.raw("</w:tc>")
    }
    word.raw("</w:tr>")
  }
}
