import ReportingModel
import XMLReading

extension XMLSubmissionReader {
  private static let tellMaker = LocalizedText(
    "Báo nhà cung cấp phần mềm; gửi kèm phiếu này.", "Tell the software's maker and send this receipt.")

  static func finding(_ fault: XMLFault, file: String) -> Finding {
    let place = SourceLocation(
      file: file, line: fault.line, column: fault.column, field: fault.path.isEmpty ? nil : fault.path)
    func make(_ code: FindingCode, _ vietnamese: String, _ english: String) -> Finding {
      Finding(
        code, .error, at: place, value: fault.subject.map(shortened), message: LocalizedText(vietnamese, english),
        hint: tellMaker)
    }
    let subject = shortened(fault.subject ?? "")
    switch fault.kind {
    case .doctype:
      return make(.xmlDoctype, "Tệp có khai báo DOCTYPE, không được nhận.", "The file has a DOCTYPE, which is refused.")
    case .encoding:
      return make(
        .xmlEncoding, "Bảng mã của tệp không phải UTF-8 hay UTF-16, hoặc có byte sai.",
        "The file is neither UTF-8 nor UTF-16, or has wrong bytes.")
    case .tooDeep, .tooManyAttributes, .nameTooLong, .tooLarge:
      return make(
        .xmlLimit, "Tệp vượt giới hạn về độ sâu, số thuộc tính, độ dài tên hoặc kích thước.",
        "The file exceeds the limits on depth, attributes, names or size.")
    case .textTooLong:
      return make(
        .xmlLimit, "Nội dung của thẻ <\(subject)> dài quá mức đọc được.",
        "The text of <\(subject)> is longer than is read.")
    case .version:
      return make(
        .xmlVersion, "Tệp khai báo XML phiên bản «\(subject)»; chỉ nhận phiên bản 1.0.",
        "The file declares XML version «\(subject)»; only 1.0 is taken.")
    case .entity:
      return make(
        .xmlSyntax, "Thực thể &\(subject); không được định nghĩa.", "The entity &\(subject); is not defined.")
    case .syntax(.mismatchedTag), .syntax(.unclosed):
      let opened = fault.openedLine.map { " mở ở dòng \($0)" } ?? ""
      let openedEnglish = fault.openedLine.map { ", opened in line \($0)," } ?? ""
      if subject.isEmpty {
        return make(.xmlSyntax, "Tệp kết thúc giữa chừng.", "The file ends in the middle.")
      }
      return make(
        .xmlSyntax, "Thẻ <\(subject)>\(opened) chưa được đóng.",
        "The element <\(subject)>\(openedEnglish) is not closed.")
    case .syntax(.strayLessThan):
      return make(.xmlSyntax, "Dấu < đặt không đúng chỗ; cần viết &lt;.", "A stray <; write &lt;.")
    case .syntax(.strayAmpersand):
      return make(.xmlSyntax, "Dấu & đặt không đúng chỗ; cần viết &amp;.", "A stray &; write &amp;.")
    case .syntax(.duplicateAttribute):
      return make(.xmlSyntax, "Thuộc tính «\(subject)» có hai lần.", "The attribute “\(subject)” is there twice.")
    case .empty: return make(.xmlSyntax, "Tệp không có nội dung.", "The file is empty.")
    case .syntax, .stopped, .schema:
      return make(
        .xmlSyntax, "Tệp XML viết không đúng quy tắc ở dòng \(fault.line).",
        "The XML is not well-formed in line \(fault.line).")
    }
  }

  /// More records than are read; nothing behind them counts.
  static func tooManyRecords(_ rows: RowLimit, file: String, line: Int) -> Finding {
    Finding(
      .xmlLimit, .error, at: SourceLocation(file: file, line: line),
      message: RowLimit.message(rows, ofBundle: rows.used >= rows.bundle), hint: RowLimit.hint)
  }

  static func schemaFinding(_ fault: XMLFault, file: String) -> Finding {
    Finding(
      .xmlSchema, .error, at: SourceLocation(file: file, line: fault.line, field: fault.path),
      value: fault.subject.map(shortened),
      message: LocalizedText(
        "Báo cáo không đúng lược đồ submission.xsd ở dòng \(fault.line).",
        "The report does not follow submission.xsd in line \(fault.line): \(fault.message)"), hint: tellMaker)
  }

  static func wrongNamespace(_ namespace: String?, file: String) -> Finding {
    Finding(
      .xmlNamespace, .error, at: SourceLocation(file: file), value: namespace.map(shortened),
      message: LocalizedText(
        "Báo cáo không thuộc không gian tên \(Vocabulary.namespace).",
        "The report is not in the namespace \(Vocabulary.namespace)."),
      hint: LocalizedText(
        "Ghi <baoCao xmlns=\"\(Vocabulary.namespace)\" phienBan=\"1.0\">.",
        "Write <baoCao xmlns=\"\(Vocabulary.namespace)\" phienBan=\"1.0\">."))
  }

  static func stray(_ root: String, file: String) -> Finding {
    Finding(
      .zipStray, .warning, at: SourceLocation(file: file), value: shortened(root),
      message: LocalizedText(
        "Tệp XML này không phải báo cáo (thẻ gốc <\(shortened(root))>) nên không được đọc.",
        "This XML file is no report (root <\(shortened(root))>) and is not read."),
      hint: LocalizedText("Có thể bỏ tệp này khỏi gói.", "It can be left out."))
  }
}
