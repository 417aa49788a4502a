import Documents

/// A table with borders, a header that returns on every page, and rows that stay whole.
enum WordTable {
  typealias Run = WordWriter.RunStyle

  static func write(_ table: Table, width: Int, to word: inout WordWriter) {
    if !table.caption.isEmpty {
      word.paragraph(
        WordWriter.ParagraphStyle(name: "Caption", alignment: .center, before: 120, after: 60, keepsNext: true),
        [(Unbroken.text(table.caption), Run(size: WordLayout.caption, isBold: true))])
    }
    guard !table.columns.isEmpty else { return }
    if !table.unitLine.isEmpty {
      word.paragraph(
        WordWriter.ParagraphStyle(alignment: .right, before: 40, after: 40, keepsNext: true),
        [(table.unitLine, Run(size: WordLayout.tableText, isItalic: true))])
    }
    let widths = columnWidths(table, width)
    word.raw(
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>"
        + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
          "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
        }.joined()
        + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"\(WordLayout.cellMargin)\" w:type=\"dxa\"/>"
        + "<w:right w:w=\"\(WordLayout.cellMargin)\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
        + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>")
    head(table, widths, to: &word)
    let last = table.rows.count - 1
    for (index, row) in table.rows.enumerated() {
      // The first two rows stay with the head, the last two together, and no bar stands at the foot of a page.
      let keepsNext = index == 0 || row.isBar || index == last - 1 || index == last && table.total != nil
      if row.isBar {
        bar(row, widths, to: &word)
      } else {
        self.row(
          row.cells, table, widths, indent: row.indent, keepsNext: keepsNext && (index < last || table.total != nil),
          to: &word)
      }
    }
    if let total = table.total { row(total, table, widths, isBold: true, to: &word) }
    word.raw("</w:tbl>")
    notes(table.notes, to: &word)
    word.paragraph(WordWriter.ParagraphStyle(line: 120), [])
  }

  private static func notes(_ notes: [String], to word: inout WordWriter) {
    guard !notes.isEmpty else { return }
    word.paragraph(
      WordWriter.ParagraphStyle(alignment: .both, before: 60),
      [(Unbroken.text("Ghi chú: " + notes.joined(separator: " ")), Run(size: WordLayout.tableText, isItalic: true))])
  }

  /// The table's width by weight; a column whose longest word needs more takes it from those that have more than they need,
  /// up to an even share.
  private static func columnWidths(_ table: Table, _ width: Int) -> [Int] {
    let weights = table.columns.map { min(max(1, $0.weight), 10_000) }
    let sum = weights.reduce(0, +)
    let shares = weights.map { width * $0 / sum }
    let even = width / table.columns.count
    var needs = table.columns.map { TextWidth.longestWord($0.title, halfPoints: WordLayout.tableText) }
    for cells in table.rows.filter({ !$0.isBar }).map(\.cells) + [table.total ?? []] {
      for (index, cell) in cells.prefix(needs.count).enumerated() {
        needs[index] = max(needs[index], TextWidth.longestWord(cell.printed, halfPoints: WordLayout.tableText))
      }
    }
    needs = needs.map { min($0 + 3 * WordLayout.cellMargin, even) }
    let missing = zip(needs, shares).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    let spare = max(1, zip(needs, shares).reduce(0) { $0 + max(0, $1.1 - $1.0) })
    return zip(needs, shares).map { need, share in share < need ? need : share - (share - need) * missing / spare }
  }

  /// The titles of the columns; where some share a title, in two rows, the others over both.
  private static func head(_ table: Table, _ widths: [Int], to word: inout WordWriter) {
    let isDouble = table.columns.contains { $0.group != nil }
    func open() { word.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>") }
    open()
    var index = 0
    while index < table.columns.count {
      let column = table.columns[index]
      let run = column.group == nil ? 1 : table.columns[index...].prefix { $0.group == column.group }.count
      cell(
        column.group ?? column.title, widths[index..<index + run].reduce(0, +), .center, isBold: true, keepsNext: true,
        span: run, merge: isDouble && column.group == nil ? .begins : .none, to: &word)
      index += run
    }
    word.raw("</w:tr>")
    guard isDouble else { return }
    open()
    for (index, column) in table.columns.enumerated() {
      let isOwn = column.group == nil
      cell(
        isOwn ? "" : column.title, widths[index], .center, isBold: true, keepsNext: true,
        merge: isOwn ? .goesOn : .none,
        to: &word)
    }
    word.raw("</w:tr>")
  }

  private static func bar(_ row: Table.Row, _ widths: [Int], to word: inout WordWriter) {
    word.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    cell(
      row.cells.first?.printed ?? "", widths.reduce(0, +), .left, isBold: true, keepsNext: true, span: widths.count,
      to: &word)
    word.raw("</w:tr>")
  }

  private static func row(
    _ cells: [Cell], _ table: Table, _ widths: [Int], indent: Int = 0, isBold: Bool = false, keepsNext: Bool = false,
    to word: inout WordWriter
  ) {
    word.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    for (index, column) in table.columns.enumerated() {
      let alignment: WordWriter.Alignment =
        switch column.alignment {
        case .left: .left
        case .center: .center
        case .right: .right
        }
      cell(
        index < cells.count ? cells[index].printed : "", widths[index], alignment, isBold: isBold, keepsNext: keepsNext,
        indent: index == 1 ? indent : 0, to: &word)
    }
    word.raw("</w:tr>")
  }

  private enum Merge { case none, begins, goesOn }

  private static func cell(
    _ text: String, _ width: Int, _ alignment: WordWriter.Alignment, isBold: Bool, keepsNext: Bool, span: Int = 1,
    merge: Merge = .none, indent: Int = 0, to word: inout WordWriter
  ) {
    let spanning = span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : ""
    let merging =
      switch merge {
      case .none: ""
      case .begins: "<w:vMerge w:val=\"restart\"/>"
      case .goesOn: "<w:vMerge/>"
      }
    word.raw(
      "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(spanning)\(merging)<w:vAlign w:val=\"center\"/></w:tcPr>"
    )
    word.paragraph(
      WordWriter.ParagraphStyle(
        alignment: alignment, before: 20, after: 20, firstLine: indent * 200, keepsNext: keepsNext),
      [(text, Run(size: WordLayout.tableText, isBold: isBold))])
    word.raw("</w:tc>")
  }
}
