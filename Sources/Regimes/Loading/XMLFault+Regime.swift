import ReportingModel
import XMLReading

extension XMLFault {
  /// What a specialist reads of a regime file that is malformed or against `regime.xsd`.
  /// - Parameter place: where it stands, if that is known better than the parser tells.
  func regimeFinding(file: String, at place: RegimeSource.Place?) -> Finding {
    Finding(
      .regimeSchema, .error,
      at: SourceLocation(file: file, line: place?.line ?? line, column: place?.column ?? column),
      value: path.isEmpty ? nil : path,
      message: LocalizedText(
        kind == .schema ? "\(element) không đúng khuôn dạng: \(vietnameseReason)." : "Tệp không phải XML đọc được.",
        kind == .schema ? "\(element) is malformed: \(message)" : "The file is not readable XML: \(message)"),
      hint: LocalizedText(
        "Đề nghị sửa theo regime.xsd; có thể đối chiếu với chế độ LD-NQ57 có sẵn.",
        "Mend it by regime.xsd; compare with the built-in LD-NQ57."))
  }

  /// Where the attribute at fault stands, else the element.
  func place(in source: RegimeSource, of element: Int) -> RegimeSource.Place? {
    let words = message.split(separator: "'", omittingEmptySubsequences: false)
    let attribute = zip(words, words.dropFirst()).first { $0.0.hasSuffix("attribute ") }?.1
    return attribute.flatMap { source.place(of: nil, in: String($0), of: element) } ?? source.place(of: element)
  }

  private var element: String {
    let name = path.split(separator: "/").last.map(String.init) ?? "cheDo"
    return "<\(name)>"
  }

  /// libxml2's codes of the commonest faults; its own words are English only.
  private var vietnameseReason: String {
    switch code {
    case 1866: "có thuộc tính không được dùng (\(message))"
    case 1868: "thiếu thuộc tính bắt buộc (\(message))"
    case 1871: "thiếu, thừa hoặc sai thứ tự phần tử con (\(message))"
    case 1845: "phần tử gốc phải là cheDo trong không gian tên urn:tonghop:che-do:1 (\(message))"
    case 1824, 1830...1843: "giá trị không đúng dạng (\(message))"
    default: "\(message)"
    }
  }
}
