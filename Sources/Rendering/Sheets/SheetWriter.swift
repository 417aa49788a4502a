import Documents
import ReportingModel
import ZipFormat

/// Writes the rows of one sheet into its part, piece by piece.
struct SheetWriter {
  private var markup = MarkupWriter()
  /// `A`, `B`, … as far as they were asked for.
  private var names: [String] = []
  private var shared = SharedStrings()
  private(set) var row = 0
  private var merged: [String] = []
  /// The head and the rows of the first table, that can be filtered.
  private(set) var filter: String?
  /// Rows that stay in sight.
  private var frozen = 0

  /// Bytes that are handed over at a time.
  private static let piece = 64 << 10
  /// Characters that a cell of a spreadsheet holds.
  private static let longestText = 32_767

  static func write(
    _ sheet: Sheet, header: String, sharing shared: inout SharedStrings, to member: inout ZipMember
  ) {
    var writer = SheetWriter()
    swap(&writer.shared, &shared)
    defer { shared = writer.shared }
    let isWide = sheet.tables.contains { $0.sheetColumns().count > 6 }
    writer.open(sheet, isWide: isWide)
    for line in sheet.head { writer.line(line, writer.row == 0 ? .title : .note) }
    writer.skip()
    for (index, table) in sheet.tables.enumerated() {
      writer.write(table, index == sheet.tables.count - 1 ? sheet.rows : nil, to: &member)
    }
    writer.close(header: header, isWide: isWide)
    member.append(writer.markup.bytes)
  }

  private mutating func open(_ sheet: Sheet, isWide: Bool) {
    markup.raw(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    )
    markup.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    let first = sheet.tables.first
    frozen = sheet.head.count + 1 + (first?.rowsAbove ?? 0)
    markup.raw(
      "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"\(frozen)\" topLeftCell=\"A\(frozen + 1)\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
    )
    markup.raw("<sheetFormatPr defaultRowHeight=\"15\"/>")
    if let first {
      markup.raw("<cols>")
      for (index, column) in first.sheetColumns().enumerated() {
        // Characters; a part of a value is a short number.
        let weight = first.columns[column.source].weight
        let total = max(1, first.columns.reduce(0) { $0 + max(1, $1.weight) })
        let isPart = !first.columns[column.source].parts.isEmpty
        let width = isPart ? 12 : min(60, max(8, weight * (isWide ? 140 : 110) / total))
        markup.raw("<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>")
      }
      markup.raw("</cols>")
    }
    markup.raw("<sheetData>")
  }

  private mutating func line(_ text: String, _ style: SheetStyles) {
    begin()
    cell(.text(text), 0, style)
    end()
  }

  private mutating func skip() { row += 1 }

  private mutating func begin() {
    row += 1
    markup.raw("<row r=\"\(row)\">")
  }

  private mutating func end() { markup.raw("</row>") }

  private mutating func write(_ table: Table, _ more: Sheet.Rows?, to member: inout ZipMember) {
    let columns = table.sheetColumns()
    if !table.caption.isEmpty { line(table.caption, .note) }
    if !table.unitLine.isEmpty { line(table.unitLine, .note) }
    head(columns)
    let first = row
    for row in table.rows { write(row, columns, table, to: &member) }
    more? { write($0, columns, table, to: &member) }
    if filter == nil, row > first, !columns.isEmpty {
      filter = "A\(first):\(Sheet.columnName(columns.count - 1))\(row)"
    }
    if let total = table.total {
      begin()
      cells(total, columns, table, isBold: true)
      end()
    }
    if !table.notes.isEmpty { line("Ghi chú: " + table.notes.joined(separator: " "), .note) }
    skip()
  }

  private mutating func write(
    _ row: Table.Row, _ columns: [Table.SheetColumn], _ table: Table, to member: inout ZipMember
  ) {
    begin()
    if row.isBar {
      cell(row.cells.first?.value ?? .empty, 0, .bold)
    } else {
      cells(row.cells, columns, table, isBold: false)
    }
    end()
    if markup.bytes.count > SheetWriter.piece { member.append(markup.take()) }
  }

  private mutating func head(_ columns: [Table.SheetColumn]) {
    let isDouble = columns.contains { $0.group != nil }
    begin()
    var index = 0
    while index < columns.count {
      let group = columns[index].group
      let run = group == nil ? 1 : columns[index...].prefix { $0.group == group }.count
      for offset in 0..<run {
        cell(offset == 0 ? .text(group ?? columns[index].title) : .empty, index + offset, .head)
      }
      let (from, to) = (Sheet.columnName(index), Sheet.columnName(index + run - 1))
      if group != nil, run > 1 { merged.append("\(from)\(row):\(to)\(row)") }
      if isDouble, group == nil { merged.append("\(from)\(row):\(from)\(row + 1)") }
      index += run
    }
    end()
    guard isDouble else { return }
    begin()
    for (index, column) in columns.enumerated() {
      cell(column.group == nil ? .empty : .text(column.title), index, .head)
    }
    end()
  }

  private mutating func cells(
    _ cells: [Cell], _ columns: [Table.SheetColumn], _ table: Table, isBold: Bool
  ) {
    for (index, column) in columns.enumerated() {
      let value =
        column.source < cells.count
        ? cells[column.source].part(column.part, of: table.columns[column.source].parts.count) : .empty
      let isCentered = table.columns[column.source].alignment == .center
      cell(value, index, isBold ? .bold : isCentered ? .centered : .text, isBold: isBold)
    }
  }

  /// A number is a number and a day a day; what nobody told is an empty cell.
  private mutating func cell(_ value: Cell.Value, _ column: Int, _ style: SheetStyles, isBold: Bool = false) {
    func number(_ digits: String, _ style: SheetStyles) {
      open(column, style, "><v>")
      markup.raw(digits)
      markup.raw("</v></c>")
    }
    switch value {
    case .count(let count): number(String(count), isBold ? .boldCount : .count)
    case .amount(let amount): number(amount.description, isBold ? .boldAmount : .amount)
    case .percent(let percent): number(percent.description, .percent)
    // Days since 30 December 1899.
    case .date(let date): number(String(Int(date.dayNumber) + 25_569), .date)
    case .text(let text) where !text.isEmpty: self.text(text, column, style)
    case .notApplicable: text("-", column, .centered)
    case .pair, .coverage: text(Cell(value).printed, column, .centered)
    case .text, .notTold, .empty: open(column, style, "/>")
    }
  }

  /// The beginning of a cell, without a text made for it: there are a million of them.
  private mutating func open(_ column: Int, _ style: SheetStyles, _ rest: String) {
    markup.raw("<c r=\"")
    while column >= names.count { names.append(Sheet.columnName(names.count)) }
    markup.raw(names[column])
    markup.number(row)
    markup.raw("\" s=\"")
    markup.number(style.rawValue)
    markup.raw("\"")
    markup.raw(rest)
  }

  private mutating func text(_ text: String, _ column: Int, _ style: SheetStyles) {
    if let number = shared.number(of: text) {
      open(column, style, " t=\"s\"><v>")
      markup.number(number)
      markup.raw("</v></c>")
    } else {
      open(column, style, " t=\"inlineStr\"><is>")
      SheetWriter.text(text, to: &markup)
      markup.raw("</is></c>")
    }
  }

  static func text(_ text: String, to markup: inout MarkupWriter) {
    let isWhole = text.utf8.count <= SheetWriter.longestText || text.utf16.count <= SheetWriter.longestText
    let shown = isWhole ? text : text.prefix(SheetWriter.longestText / 2) + "…"
    markup.raw("<t xml:space=\"preserve\">")
    markup.text(shown.utf8.contains(UInt8(ascii: "_")) ? SheetWriter.literal(shown) : shown)
    markup.raw("</t>")
  }

  /// What looks like an escaped character, `_x0041_`, would be read as one: its underscore is escaped itself.
  private static func literal(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var literal: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      literal.append(byte)
      let next = bytes[index...].prefix(7)
      guard byte == UInt8(ascii: "_"), next.count == 7, next.last == byte, next.dropFirst().first == UInt8(ascii: "x"),
        next.dropFirst(2).dropLast().allSatisfy({ Character(UnicodeScalar($0)).isHexDigit })
      else { continue }
      literal += "x005F_".utf8
    }
    return String(decoding: literal, as: UTF8.self)
  }

  private mutating func close(header: String, isWide: Bool) {
    markup.raw("</sheetData>")
    if let filter { markup.raw("<autoFilter ref=\"\(filter)\"/>") }
    if !merged.isEmpty {
      markup.raw("<mergeCells count=\"\(merged.count)\">")
      for area in merged { markup.raw("<mergeCell ref=\"\(area)\"/>") }
      markup.raw("</mergeCells>")
    }
    markup.raw(
      "<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.8\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"\(isWide ? "landscape" : "portrait")\" fitToHeight=\"0\"/><headerFooter><oddHeader>&amp;C"
    )
    markup.text(header.replacing("&", with: "&&"))
    markup.raw("</oddHeader><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>")
  }

  /// Rows that return on every printed page.
  static func titleRows(of sheet: Sheet) -> Int {
    var writer = SheetWriter()
    writer.open(Sheet(name: sheet.name, head: sheet.head, tables: sheet.tables), isWide: false)
    return writer.frozen
  }
}
