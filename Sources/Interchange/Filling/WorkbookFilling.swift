package import Aggregation
package import ReportingModel
import VietnameseText
import XMLReading
import ZipFormat

/// Puts figures of a report into cells of a workbook that another system gave, and changes nothing else in it
/// (<doc:commands#Figures-for-other-systems>): every other part keeps its bytes, and so does every other cell.
package struct WorkbookFilling: Sendable {
  /// The filled workbook.
  package let bytes: [UInt8]
  /// What the office should know: figures that nobody told, formulas that count with old values until they are calculated again.
  package let remarks: [LocalizedText]

  /// - Throws: `FillingFault`; nothing is filled then.
  package init(_ workbook: [UInt8], _ map: FigureMap, _ report: CanonicalReport) throws(FillingFault) {
    var remarks: [LocalizedText] = []
    let book = try Workbook(workbook)
    var values: [String: [CellReference: SheetEdit.Value?]] = [:]
    for row in map.rows {
      guard let part = book.sheets[row.sheet] else {
        let names = book.sheets.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        throw FillingFault(.unknownSheet(row.sheet, nearest: nearest(row.sheet, in: names)), line: row.line)
      }
      guard let figure = report.figure(at: row.path) else {
        throw FillingFault(.unknownPath(row.path, nearest: report.nearest(to: row.path)), line: row.line)
      }
      if figure == .null {
        remarks.append(
          LocalizedText(
            "\(row.sheet)!\(row.cell): chưa đơn vị nào báo «\(row.path)», để trống.",
            "\(row.sheet)!\(row.cell): nobody told “\(row.path)”; it is left empty."))
      }
      values[part, default: [:]][row.cell] = .some(WorkbookFilling.value(figure))
    }
    var replaced: [String: [UInt8]] = [:]
    var hasFormulas = false
    for part in values.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let xml = try book.part(part)
      let rows = map.rows.filter { book.sheets[$0.sheet] == part }
      let reading = try WorkbookFilling.check(xml, rows, book)
      hasFormulas = hasFormulas || reading.hasFormulas
      guard let edited = SheetEdit(xml, values: values[part] ?? [:]).edited() else {
        throw FillingFault(.unreadableWorkbook("\(part): sheetData"))
      }
      replaced[part] = edited
    }
    if hasFormulas {
      remarks.append(
        LocalizedText(
          "Tệp có công thức: mở bằng Excel, bấm Ctrl+Alt+F9 để tính lại rồi lưu.",
          "The workbook has formulas: open it, calculate again (Ctrl+Alt+F9) and save."))
    }
    bytes = try book.written(replacing: replaced)
    self.remarks = remarks
  }

  private static func value(_ figure: JSONValue) -> SheetEdit.Value? {
    switch figure {
    case .integer(let number): .number(String(number))
    case .string(let text): Amount(plain: text) != nil ? .number(text) : .text(text)
    case .bool(let flag): .number(flag ? "1" : "0")
    case .null, .array, .object: nil
    }
  }

  /// Holds the sheet against what the map says of it.
  private static func check(
    _ xml: [UInt8], _ rows: [FigureMap.Row], _ book: Workbook
  ) throws(FillingFault) -> SheetReading {
    let wanted = Set(rows.flatMap { [$0.cell] + ($0.label.map { [$0.cell] } ?? []) })
    var reading = SheetReading(wanted, sharedStrings: book.sharedStrings)
    try Workbook.parse(xml, "sheet", into: &reading)
    for row in rows {
      if reading.formulas.contains(row.cell) {
        throw FillingFault(.formula("\(row.sheet)!\(row.cell)"), line: row.line)
      }
      if let area = reading.merged.first(where: { covers($0, row.cell) }) {
        throw FillingFault(.merged("\(row.sheet)!\(row.cell)", into: area), line: row.line)
      }
      if let label = row.label {
        let found = trimmedNFC(reading.texts[label.cell] ?? "")
        guard foldedKey(found) == foldedKey(label.text) else {
          throw FillingFault(
            .otherLabel(cell: "\(row.sheet)!\(label.cell)", expected: label.text, found: found), line: row.line)
        }
      }
    }
    return reading
  }

  /// Whether a cell lies in a merged area without being its first.
  private static func covers(_ area: String, _ cell: CellReference) -> Bool {
    let ends = area.split(separator: ":").map { CellReference($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], cell != first else { return false }
    return (first.row...max(first.row, last.row)).contains(cell.row)
      && (first.column...max(first.column, last.column)).contains(cell.column)
  }
}
