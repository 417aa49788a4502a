import Bundles
import CSVReading
import ReportingModel
import VietnameseText

/// What is said of rows that are no records, and of files that are no CSV.
extension CSVSubmissionReader {
  static func raggedRow(_ row: RaggedRow, at place: SourceLocation) -> Finding {
    row.isWide
      ? Finding(
        .csvRagged, .error, at: place,
        message: LocalizedText(
          "Dòng \(row.row) có \(row.found) ô, nhiều hơn \(row.expected) cột của tiêu đề.",
          "Row \(row.row) has \(counted(row.found, "cell")), more than the \(counted(row.expected, "column")) of the header."
        ),
        hint: LocalizedText(
          "Thường do trong ô có dấu phân cách, hoặc thừa dấu phân cách; đề nghị mở tệp bằng Excel, sửa dòng này cho đúng cột, rồi lưu lại dạng CSV UTF-8.",
          "Usually a cell holds the delimiter, or there is one too many; open the file in Excel, put the cells of this row under their titles, and save as CSV UTF-8."
        ))
      : Finding(
        .csvRagged, .warning, at: place,
        message: LocalizedText(
          "Dòng \(row.row) chỉ có \(row.found) ô, ít hơn \(row.expected) cột của tiêu đề; có thể hai ô đã dính vào nhau.",
          "Row \(row.row) has only \(counted(row.found, "cell")) for the \(counted(row.expected, "column")) of the header; two cells may have run together."
        ),
        hint: LocalizedText(
          "Đề nghị mở tệp bằng Excel và xem dòng này; nếu các ô đúng cột thì không phải làm gì thêm.",
          "Open the file in Excel and look at this row; if its cells stand under their titles, there is nothing to do.")
      )
  }

  static func joinedRows(_ count: Int, _ cell: String, at place: SourceLocation) -> Finding {
    let value = shortened(trimmedNFC(cell))
    return Finding(
      .csvLoose, .error, at: place, value: value,
      message: LocalizedText(
        "Ở \(VietnameseNumber.text(count)) dòng, cả dòng nằm trong một ô («\(value)») nên không đọc được.",
        "In \(counted(count, "row")) the whole row stands in one cell («\(value)») and cannot be read."),
      hint: LocalizedText(
        "Đề nghị mở tệp bằng Excel, chọn cột A, vào Dữ liệu > Văn bản thành Cột (Data > Text to Columns), tách theo dấu phân cách, rồi lưu lại dạng CSV UTF-8.",
        "Open the file in Excel, select column A, choose Data > Text to Columns, split at the delimiter, and save as CSV UTF-8."
      ))
  }

  static func looseRow(_ kind: LooseRow, _ cell: String, at place: SourceLocation) -> Finding {
    let value = shortened(trimmedNFC(cell))
    let message: LocalizedText
    let hint: LocalizedText
    switch kind {
    case .total:
      message = LocalizedText(
        "Dòng này là dòng cộng («\(value)»); hệ thống tự cộng, bảng không có dòng cộng.",
        "This row is a total («\(value)»); totals are made here, the table has none.")
      hint = LocalizedText("Đề nghị xóa dòng này.", "Delete this row.")
    case .titles:
      message = LocalizedText("Dòng này lặp lại tên cột.", "This row repeats the column titles.")
      hint = LocalizedText("Đề nghị xóa dòng này.", "Delete this row.")
    case .joined, .foreign:
      message = CSVSubmissionReader.aloneMessage(value)
      hint = CSVSubmissionReader.aloneHint
    }
    return Finding(.csvLoose, .error, at: place, value: value, message: message, hint: hint)
  }

  /// A row of which one cell alone is filled.
  static func aloneMessage(_ value: String) -> LocalizedText {
    LocalizedText(
      "Dòng này chỉ có một ô («\(value)»), không thành một dòng của bảng nên không được đọc.",
      "Only one cell of this row is filled («\(value)»); it makes no row of the table and is not read.")
  }

  static let aloneHint = LocalizedText(
    "Nếu là ghi chú hoặc dòng thừa, đề nghị xóa dòng này; nếu là nội dung báo cáo, đề nghị ghi vào đúng cột.",
    "Delete this row if it is a note or was left over; if it is part of the report, write it into the right column.")

  static func twice(_ file: BundleFile, _ schema: BlockSchema) -> Finding {
    Finding(
      .csvTwice, .error, at: SourceLocation(file: file.path),
      message: LocalizedText(
        "Có hai tệp cùng là «\(schema.fileName)» trong một thư mục.", "Two files are “\(schema.fileName)”."),
      hint: LocalizedText("Đề nghị gộp thành một tệp.", "Join them into one file."))
  }

  /// A copy's name, taken for the plain one that is not there.
  static func named(_ file: BundleFile, _ schema: BlockSchema) -> Finding {
    Finding(
      .csvName, .warning, at: SourceLocation(file: file.path), value: shortened(file.name),
      message: LocalizedText(
        "Tệp «\(shortened(file.name))» được đọc như «\(schema.fileName)».",
        "The file “\(shortened(file.name))” is read as “\(schema.fileName)”."),
      hint: LocalizedText(
        "Không phải nộp lại nếu đúng là tệp cần nộp; lần sau đề nghị đặt tên «\(schema.fileName)».",
        "Nothing to send again if it is the right file; next time name it “\(schema.fileName)”."))
  }

  /// A file that is named like a CSV and is none, told by its first bytes.
  static func notText(_ file: BundleFile, _ format: ForeignFormat) -> Finding {
    Finding(
      format.code, .error, at: SourceLocation(file: file.path), value: shortened(file.name),
      message: LocalizedText(
        "Tệp «\(shortened(file.name))» thực ra là \(format.name.vietnamese), không phải tệp CSV.",
        "“\(shortened(file.name))” is really \(format.name.english) and no CSV file."),
      hint: LocalizedText(
        "Đổi đuôi tên tệp không đổi được nội dung: đề nghị mở tệp bằng Excel, chọn Lưu thành > CSV UTF-8, rồi nén lại.",
        "Another ending of its name does not change what is in it: open it in Excel, choose Save as > CSV UTF-8, and zip again."
      ))
  }
}
