/// The formats of cells, by their number in `styles.xml`.
enum SheetStyles: Int, CaseIterable {
  case text, title, head, count, amount, percent, date, centered, bold, boldCount, boldAmount, note

  /// Excel shows formats by its own locale; their codes are English.
  private static let formats = [(164, "#,##0"), (165, "#,##0.###"), (166, "0.00"), (167, "dd/mm/yyyy")]

  private var font: Int {
    switch self {
    case .title: 2
    case .head, .bold, .boldCount, .boldAmount: 1
    case .note: 3
    default: 0
    }
  }

  private var format: Int {
    switch self {
    case .count, .boldCount: 164
    case .amount, .boldAmount: 165
    case .percent: 166
    case .date: 167
    default: 0
    }
  }

  private var alignment: String {
    switch self {
    case .head: "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>"
    case .centered: "<alignment horizontal=\"center\" vertical=\"center\"/>"
    case .text, .bold: "<alignment vertical=\"center\" wrapText=\"1\"/>"
    case .title, .note: ""
    default: "<alignment vertical=\"center\"/>"
    }
  }

  private var hasBorder: Bool { self != .title && self != .note }

  static var part: String {
    let formats = formats.map { "<numFmt numFmtId=\"\($0.0)\" formatCode=\"\($0.1)\"/>" }.joined()
    let fonts = ["", "<b/>", "<b/>", "<i/>"].enumerated().map { index, style in
      "<font>\(style)<sz val=\"\(index == 2 ? 14 : 11)\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>"
    }.joined()
    let line = ["left", "right", "top", "bottom"].map { "<\($0) style=\"thin\"><color auto=\"1\"/></\($0)>" }.joined()
    let cells = allCases.map { style in
      "<xf numFmtId=\"\(style.format)\" fontId=\"\(style.font)\" fillId=\"0\" borderId=\"\(style.hasBorder ? 1 : 0)\" xfId=\"0\""
        + " applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\">\(style.alignment)</xf>"
    }.joined()
    return """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="\(self.formats.count)">\(formats)</numFmts>\
      <fonts count="4">\(fonts)</fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>\(line)<diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="\(allCases.count)">\(cells)</cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """
  }
}
