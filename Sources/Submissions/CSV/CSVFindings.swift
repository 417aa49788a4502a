import Bundles
import CSVReading
import ReportingModel

extension CSVSubmissionReader {
  /// What an encoding that was not decided means for the file; `nil` when it was.
  static func finding(_ verdict: EncodingVerdict, _ file: BundleFile) -> Finding? {
    let place = SourceLocation(file: file.path)
    let useUTF8 = LocalizedText(
      "Đề nghị mở tệp gốc trong Excel, chọn Lưu thành > CSV UTF-8, rồi nộp lại.",
      "Open the original in Excel, save it as CSV UTF-8, and send again.")
    switch verdict {
    case .decided: return nil
    case .undecided(let rivals, let offset):
      let names = rivals.map(\.rawValue)
      return Finding(
        .csvEncoding, .error, at: place, value: "byte \(offset)",
        message: LocalizedText(
          "Không xác định được bảng mã của tệp (byte \(offset)): có thể là \(names.joined(separator: " hoặc ")).",
          "The encoding cannot be told (byte \(offset)): it could be \(names.joined(separator: " or "))."),
        hint: useUTF8)
    case .refused(let encoding, let offset):
      return Finding(
        .csvEncoding, .error, at: place, value: "byte \(offset)",
        message: LocalizedText(
          "Tệp dùng phông \(encoding == .vniWindows ? "VNI" : encoding.rawValue), không chuyển được an toàn (byte \(offset)).",
          "The file is in \(encoding.rawValue), which cannot be converted safely (byte \(offset))."),
        hint: LocalizedText(
          "Đề nghị chuyển bảng mã sang Unicode (UniKey: Ctrl+Shift+F6), lưu CSV UTF-8.",
          "Convert the text to Unicode and save it as CSV UTF-8."))
    case .lost(let offset):
      return Finding(
        .csvLost, .error, at: place, value: "byte \(offset)",
        message: LocalizedText(
          "Chữ có dấu đã bị mất khi lưu (từ byte \(offset)), không khôi phục được từ tệp này.",
          "Letters with marks were lost when the file was saved (from byte \(offset))."),
        hint: useUTF8)
    case .invalid(let offset):
      return Finding(
        .csvEncoding, .error, at: place, value: "byte \(offset)",
        message: LocalizedText(
          "Byte \(offset) của tệp không thuộc bảng mã nào đọc được.",
          "Byte \(offset) of the file belongs to no encoding that can be read."),
        hint: useUTF8)
    }
  }

  static func finding(_ fault: CSVFault, _ file: BundleFile, rows: Int) -> Finding {
    let place = SourceLocation(file: file.path, line: fault.row, column: fault.column)
    switch fault.kind {
    case .unclosedQuote:
      return Finding(
        .csvQuote, .error, at: place, value: "byte \(fault.byteOffset)",
        message: LocalizedText(
          "Dấu ngoặc kép mở ở dòng \(fault.row) (byte \(fault.byteOffset)) chưa được đóng; từ đó trở đi không đọc được.",
          "The quote opened in row \(fault.row) (byte \(fault.byteOffset)) is not closed; nothing after it can be read."
        ),
        hint: quoteHint)
    case .textAfterQuote, .ambiguousQuote:
      return Finding(
        .csvQuote, .error, at: place, value: "byte \(fault.byteOffset)",
        message: LocalizedText(
          "Dấu ngoặc kép ở dòng \(fault.row) (byte \(fault.byteOffset)) đặt không đúng chỗ.",
          "A quote in row \(fault.row) (byte \(fault.byteOffset)) is in the wrong place."),
        hint: quoteHint)
    case .nul, .controlCharacter, .undecodable:
      return Finding(
        .csvControl, .error, at: place, value: "byte \(fault.byteOffset)",
        message: LocalizedText(
          "Tệp có ký tự không phải văn bản ở dòng \(fault.row) (byte \(fault.byteOffset)).",
          "The file has a character that is no text in row \(fault.row) (byte \(fault.byteOffset))."),
        hint: LocalizedText(
          "Đề nghị mở tệp trong Excel, xóa nội dung ô đó, gõ lại và lưu CSV UTF-8.",
          "Open the file in Excel, clear that cell, type it again, and save as CSV UTF-8."))
    case .tooManyColumns, .tooManyRows, .tooLarge:
      return Finding(
        .csvRows, .error, at: place,
        message: LocalizedText(
          "Tệp có nhiều dòng hoặc nhiều cột hơn mức đọc được (\(VietnameseNumber.text(rows)) dòng).",
          "The file has more rows or columns than are read (\(rows) rows)."),
        hint: LocalizedText("Đề nghị kiểm tra lại tệp, hoặc tách báo cáo.", "Check the file, or split the report."))
    }
  }

  private static let quoteHint = LocalizedText(
    "Đề nghị xóa dấu ngoặc kép lẻ ở ô đó, hoặc mở bằng Excel rồi lưu lại dạng CSV UTF-8.",
    "Remove the single quote in that cell, or open the file in Excel and save it as CSV UTF-8.")

  static func noHeader(_ file: BundleFile, _ schema: BlockSchema, isEmpty: Bool) -> Finding {
    let required = schema.columns.filter(\.isRequired)
    return Finding(
      isEmpty ? .csvEmpty : .csvColumn, isEmpty ? .warning : .error, at: SourceLocation(file: file.path, line: 1),
      message: isEmpty
        ? LocalizedText("Tệp không có nội dung.", "The file is empty.")
        : LocalizedText(
          "Không tìm thấy dòng tiêu đề cột của «\(schema.fileName)».",
          "No row of column titles was found in “\(schema.fileName)”."),
      hint: LocalizedText(
        "Dòng đầu cần có các cột: \(required.map(\.title.vietnamese).joined(separator: ", ")).",
        "The first row needs the columns: \(required.map(\.title.english).joined(separator: ", "))."))
  }

  static func titleRows(_ file: BundleFile, header: Int) -> Finding {
    Finding(
      .csvTitle, .warning, at: SourceLocation(file: file.path, line: header),
      message: LocalizedText(
        "Đã bỏ qua \(header - 1) dòng phía trên dòng tiêu đề cột (dòng \(header)).",
        "Skipped \(counted(header - 1, "row")) above the column titles (row \(header))."),
      hint: LocalizedText(
        "Không phải làm gì thêm; lần sau nên để tên cột ở dòng đầu.",
        "Nothing to do; next time put the column titles in the first row."))
  }
}
