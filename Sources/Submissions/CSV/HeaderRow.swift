import ReportingModel
import VietnameseText

/// The header row of a CSV file: which cell is which column, and what is wrong with it.
struct HeaderRow {
  /// Cell numbers from 1, by column position.
  private(set) var cellByColumn: [Int?]
  /// Numbers of the cells without a title.
  private(set) var untitled: [Int] = []
  private let schema: BlockSchema
  private var unknown: [(cell: Int, title: String)] = []
  private var repeated: [(cell: Int, title: String)] = []

  /// - Parameters:
  ///   - cells: up to the last title.
  ///   - width: the cells as written, empty ones at the end too.
  init(cells: [String], width: Int, schema: BlockSchema, names: ColumnNames) {
    self.schema = schema
    cellByColumn = [Int?](repeating: nil, count: schema.columns.count)
    for index in 0..<max(width, cells.count) {
      let title = index < cells.count ? trimmedNFC(cells[index]) : ""
      guard !title.isEmpty else {
        untitled.append(index + 1)
        continue
      }
      if let column = names.index(of: title) {
        if cellByColumn[column] == nil { cellByColumn[column] = index + 1 } else { repeated.append((index + 1, title)) }
      } else {
        unknown.append((index + 1, title))
      }
    }
  }

  func report(file: String, row: Int, into log: inout FindingLog) {
    for (cell, title) in repeated {
      log.add(
        Finding(
          .csvTwice, .error, at: SourceLocation(file: file, line: row, column: cell), value: shortened(title),
          message: LocalizedText(
            "Cột «\(shortened(title))» có hai lần.", "The column “\(shortened(title))” is there twice."),
          hint: LocalizedText("Đề nghị giữ lại một cột.", "Keep one of them.")))
    }
    var isDamaged = false
    for (cell, title) in unknown {
      let place = SourceLocation(file: file, line: row, column: cell)
      if PersonalColumns.contains(title) {
        log.add(personal(title, at: place))
      } else if let damage = HeaderRow.damage(in: title) {
        // Titles are saved together and lost together: the first one tells of all.
        if !isDamaged { log.add(HeaderRow.damaged(title, damage, at: place)) }
        isDamaged = true
      } else {
        log.add(unknownColumn(title, at: place))
      }
    }
    // A column that seems missing may be one of those whose title is damaged.
    guard !isDamaged else { return }
    for (position, column) in schema.columns.enumerated() where column.isRequired && cellByColumn[position] == nil {
      log.add(missing(column, SourceLocation(file: file, line: row, field: column.name)))
    }
  }

  private func personal(_ title: String, at place: SourceLocation) -> Finding {
    Finding(
      .headerPersonal, .error, at: place, value: shortened(title),
      message: LocalizedText(
        "Tệp có cột «\(shortened(title))»: chế độ báo cáo này không thu thập dữ liệu cá nhân.",
        "The file has a column “\(shortened(title))”: this regime does not collect personal data."),
      hint: LocalizedText("Đề nghị xóa cả cột rồi nộp lại.", "Delete the whole column and send again."),
      cite: "Luật 91/2025/QH15")
  }

  /// What happened to a title. No title asks anything, so a question mark in one stands for a lost letter.
  static func damage(in title: String) -> TextDamage? {
    VietnameseText.damage(in: title) ?? (title.contains("?") ? .lost(word: title) : nil)
  }

  static func damaged(_ title: String, _ damage: TextDamage, at place: SourceLocation) -> Finding {
    Finding(
      .csvLost, .error, at: place, value: shortened(title), message: CellFault.message(damage, shortened(title)),
      hint: CellFault.mendingDamage)
  }

  private func unknownColumn(_ title: String, at place: SourceLocation) -> Finding {
    Finding(
      .csvUnknown, .warning, at: place, value: shortened(title),
      message: LocalizedText(
        "Cột «\(shortened(title))» không có trong mẫu; nội dung cột này không được đọc.",
        "The column “\(shortened(title))” is not in the form; it is not read."),
      hint: LocalizedText(
        "Nếu là cột của mẫu, đề nghị sửa lại tên cột; nếu không, có thể bỏ cột.",
        "Correct its title if it is one of the form's columns; else it can go."))
  }

  private func missing(_ column: Column, _ place: SourceLocation) -> Finding {
    let near = nearest(column.title.vietnamese, in: unknown.map(\.title))
    let title = column.title.vietnamese
    return Finding(
      .csvColumn, .error, at: place,
      message: LocalizedText(
        "Thiếu cột bắt buộc «\(title)».", "The required column “\(column.title.english)” is missing."),
      hint: near.map {
        LocalizedText(
          "Đề nghị thêm cột này, hoặc sửa tên cột «\(shortened($0))» thành «\(title)».",
          "Add it, or rename the column “\(shortened($0))” to “\(title)”.")
      } ?? LocalizedText("Đề nghị thêm cột này theo mẫu.", "Add the column as in the form."))
  }
}
