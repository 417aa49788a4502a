import CSVReading
import Regimes
import ReportingModel
import Submissions

extension SubmissionForm {
  /// Rows with an id that wait for activities, and for exemplars; those left alone are passed over when the form comes back.
  private static let activityRows = 30
  private static let exemplarRows = 3

  /// As Excel reads it whatever its settings: UTF-8 with a mark, `;` named by the first line, Vietnamese titles.
  var csvFiles: [File] {
    Vocabulary.all.map { File(name: $0.fileName, bytes: csv($0)) } + [
      File(name: Vocabulary.codeListFile, bytes: codeList)
    ]
  }

  private func csv(_ schema: BlockSchema) -> [UInt8] {
    var writer = CSVWriter(delimiter: .semicolon, byteOrderMark: true, namesDelimiter: true)
    let columns = schema.block == .header ? headerColumns : schema.columns
    writer.write(columns.map(\.title.vietnamese))
    for row in rows(schema.block) { writer.write(columns.map { row[$0.name] ?? "" }) }
    return writer.bytes
  }

  /// What stands in each row already, by column.
  private func rows(_ block: SubmissionContent.Block) -> [[String: String]] {
    switch block {
    case .header: [header]
    case .activities: (1...SubmissionForm.activityRows).map { ["ma": id(block, $0)] }
    case .indicators: indicators.map { ["ma": "\($0.code) - \($0.name.vietnamese) (\($0.unit.vietnamese))"] }
    case .exemplars: (1...SubmissionForm.exemplarRows).map { ["ma": id(block, $0)] }
    case .narratives: regime.sections.map { ["muc": "\($0.code) - \($0.name.vietnamese)"] }
    case .explanations: []
    }
  }

  /// The codes that fill the code columns, for people; the bundle reader passes this file over.
  private var codeList: [UInt8] {
    var lines = ["BẢNG MÃ DÙNG ĐỂ ĐIỀN BÁO CÁO (tệp này chỉ để tra cứu, không phải nộp)", ""]
    for (title, codes) in codeLists {
      lines.append("\(title):")
      lines += codes.map { "  \($0.code) - \($0.name)" }
      lines.append("")
    }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: "\r\n").utf8)
  }

  /// The lists of codes that people choose from, with the titles of their columns.
  var codeLists: [(title: String, codes: [(code: String, name: String)])] {
    func list(_ names: [CodedName]) -> [(code: String, name: String)] { names.map { ($0.code, $0.name.vietnamese) } }
    return [
      ("Nhiệm vụ", regime.tasks.map { ($0.code, $0.name.vietnamese) }), ("Nội dung", list(regime.areas)),
      ("Hình thức", list(regime.channels)), ("Sản phẩm", list(regime.products)),
      ("Chủ đề lồng ghép", list(regime.topics)),
    ]
  }
}
