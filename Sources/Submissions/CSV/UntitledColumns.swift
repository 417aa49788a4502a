import CSVReading
import ReportingModel
import VietnameseText

/// Columns whose title is empty, and what stands in them: text there is not read, a number there is missed somewhere else.
struct UntitledColumns {
  private struct Filled {
    var text: SourceLocation?
    var number: SourceLocation?
    var value = ""
  }

  private let file: String
  /// Numbers of the cells without a title, from 1.
  private let cells: [Int]
  private var filled: [Filled]

  init(cells: [Int], file: String) {
    self.file = file
    self.cells = cells
    filled = cells.map { _ in Filled() }
  }

  mutating func look(at record: CSVRecord, of table: CSVTable) {
    for (index, cell) in cells.enumerated() where cell <= record.cellCount && filled[index].number == nil {
      let text = trimmed(table.cell(record, cell - 1))
      guard !text.isEmpty else { continue }
      let place = SourceLocation(file: file, line: record.row, column: cell)
      if UntitledColumns.isNumber(text) {
        (filled[index].number, filled[index].value) = (place, text)
      } else if filled[index].text == nil {
        (filled[index].text, filled[index].value) = (place, text)
      }
    }
  }

  /// One finding for each column that is filled.
  func report(into log: inout FindingLog) {
    for column in filled {
      guard let place = column.number ?? column.text else { continue }
      let value = shortened(column.value)
      log.add(
        Finding(
          .csvUnknown, column.number == nil ? .warning : .error, at: place, value: value,
          message: LocalizedText(
            "Ô này có nội dung («\(value)») nhưng cột của nó không có tên; cột không tên không được đọc.",
            "This cell holds «\(value)», but its column has no title; a column without a title is not read."),
          hint: LocalizedText(
            "Nếu là cột của mẫu, đề nghị ghi tên cột ở dòng tiêu đề; nếu không, đề nghị xóa cả cột.",
            "Write its title if it is one of the form's columns; else delete the whole column.")))
    }
  }

  /// Digits and the signs between and behind them.
  private static func isNumber(_ text: String) -> Bool {
    let signs = Set("., %-+".utf8)
    return text.utf8.contains { (48...57).contains($0) }
      && text.utf8.allSatisfy { (48...57).contains($0) || signs.contains($0) || $0 >= 0x80 }
      && text.unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isWhitespace }
  }
}
