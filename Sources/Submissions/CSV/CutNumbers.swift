import CSVReading
import ReportingModel
import VietnameseText

/// Numbers of a comma-delimited file that their own comma cut in two: `1,234` without quotes is a 1 and a text 234.
struct CutNumbers {
  private let file: String
  /// Indices of cells that hold text and stand right behind one that holds a number.
  private let cells: [Int]

  init(_ table: CSVTable, columns: HeaderRow, schema: BlockSchema, file: String) {
    self.file = file
    guard table.delimiter == .comma else {
      cells = []
      return
    }
    cells = schema.columns.indices.compactMap { position in
      guard schema.columns[position].type.isNumber, let cell = columns.cellByColumn[position] else { return nil }
      let next = columns.cellByColumn.firstIndex { $0 == cell + 1 }
      return next.map { !schema.columns[$0].type.isText } ?? false ? nil : cell
    }
  }

  func look(at record: CSVRecord, of table: CSVTable, into log: inout FindingLog) {
    for cell in cells where cell < record.cellCount && !table.isQuoted(record, cell) {
      let (number, text) = (trimmed(table.cell(record, cell - 1)), trimmed(table.cell(record, cell)))
      guard (1...3).contains(text.utf8.count), CutNumbers.areDigits(text), CutNumbers.areDigits(number) else {
        continue
      }
      let isCut = text.utf8.count == 3 && number.utf8.count <= 3
      let place = SourceLocation(file: file, line: record.row, column: cell + 1)
      // One or two digits may be decimals, or a note.
      guard isCut || text.utf8.count < 3 else { continue }
      log.add(.csvThousands, isCut ? .error : .warning, at: place) {
        let rest = isCut ? groups(of: record, in: table, from: cell + 1) : []
        return CutNumbers.finding(number, [text] + rest, isCut ? .error : .warning, at: place)
      }
    }
  }

  /// Further groups of three that its commas cut off.
  private func groups(of record: CSVRecord, in table: CSVTable, from cell: Int) -> [String] {
    (cell..<max(cell, min(record.cellCount, cell + 4))).lazy.map { trimmed(table.cell(record, $0)) }
      .prefix { $0.utf8.count == 3 && CutNumbers.areDigits($0) }.map { $0 }
  }

  private static func areDigits(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func finding(
    _ number: String, _ parts: [String], _ severity: Severity, at place: SourceLocation
  ) -> Finding {
    let written = ([number] + parts).joined(separator: ",")
    let text = parts.joined(separator: ",")
    let whole = severity == .error ? number + parts.joined() : "\(number),\(text)"
    return Finding(
      .csvThousands, severity, at: place, value: written,
      message: LocalizedText(
        "Dòng này có «\(number)» rồi «\(text)» ở hai ô liền nhau; có lẽ là một số \(written) bị dấu phẩy cắt đôi.",
        "This row has «\(number)» and then «\(text)» in two cells; perhaps one number \(written) that its comma cut."
      ),
      hint: severity == .error
        ? LocalizedText(
          "Nếu là một số, đề nghị viết liền: «\(whole)»; nếu «\(text)» là ghi chú, đề nghị ghi thêm chữ cho rõ.",
          "If it is one number, write it without a comma: «\(whole)»; if «\(text)» is a note, add words to it.")
        : LocalizedText(
          "Nếu là một số có phần lẻ, đề nghị ghi «\(whole)»; nếu «\(text)» là ghi chú thì không phải làm gì.",
          "If it is one number with decimals, write «\(whole)»; if «\(text)» is a note, there is nothing to do."))
  }
}

extension ColumnType {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .amount: true
    default: false
    }
  }

  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }
}
