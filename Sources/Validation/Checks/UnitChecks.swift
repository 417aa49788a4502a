import Regimes
import ReportingModel
import Submissions
import VietnameseText

extension SubmissionValidator {
  /// The unit is known, and the report lay in its own folder or in that of the commune it reports through.
  func checkUnitAndFolder(_ submission: inout Submission, _ arrival: Arrival) {
    guard let code = submission.unit else { return }
    let place = submission.origin.location(.header, line: submission.origin.headerLine, field: "don_vi")
    let rows = registry.rows(of: code)
    if rows.isEmpty {
      submission.log.add(unknownUnit(code, at: place))
    }
    if let folder = arrival.folderUnit {
      let reportsThere = rows.contains {
        $0.commune == folder && (regime.unitKind($0.kind)?.reportsThroughCommune ?? false)
      }
      if code != folder, !reportsThere { submission.log.add(wrongFolder(code, folder, at: place)) }
    } else if arrival.requiresFolder {
      submission.log.add(noFolder(code, at: place))
    }
  }

  /// A name far from the registry's is a warning: codes decide, names only suggest
  /// (<doc:regime#Codes-decide-and-names-suggest>).
  func checkName(_ submission: inout Submission, _ header: SubmissionHeader, _ unit: UnitRow?) {
    guard let told = header.unitName, let unit else { return }
    let names = registry.rows(of: header.unit).map(\.name)
    let bound = max(3, foldedKey(told).utf8.count / 3)
    guard nearest(told, in: names, within: bound) == nil else { return }
    submission.log.add(
      Finding(
        .headerName, .warning,
        at: submission.origin.location(.header, line: submission.origin.headerLine, field: "ten_don_vi"),
        value: shortenedValue(told),
        message: LocalizedText(
          "Tên «\(shortenedValue(told))» khác với tên trong danh mục của mã \(header.unit): «\(unit.name)».",
          "The name «\(shortenedValue(told))» differs from the registry's for \(header.unit): «\(unit.name)»."),
        hint: LocalizedText(
          "Đề nghị kiểm tra mã đơn vị; nếu trường đã đổi tên, báo Văn phòng Sở cập nhật danh mục.",
          "Check the unit code; if the unit was renamed, tell the office.")))
  }

  private func unknownUnit(_ code: String, at place: SourceLocation) -> Finding {
    let near = nearest(code, in: registry.codes)
    let nearRow = near.flatMap { registry.rows(of: $0).last }
    let suggestion = nearRow.map { " Gần nhất: \($0.code), \($0.name)." } ?? ""
    let suggestionEnglish = nearRow.map { " Nearest: \($0.code), \($0.name)." } ?? ""
    return Finding(
      .unitUnknown, .error, at: place, value: code,
      message: LocalizedText(
        "Mã đơn vị «\(code)» không có trong danh mục.\(suggestion)",
        "The unit code «\(code)» is not in the registry.\(suggestionEnglish)"),
      hint: LocalizedText(
        "Đề nghị ghi đúng mã trong mẫu Sở gửi; trường mới thành lập, đổi tên liên hệ Văn phòng Sở.",
        "Write the code in the form you were sent; new or renamed units ask the office."))
  }

  private func wrongFolder(_ code: String, _ folder: String, at place: SourceLocation) -> Finding {
    Finding(
      .unitFolder, .error, at: place, value: code,
      message: LocalizedText(
        "Báo cáo ghi mã \(code) nhưng nộp vào thư mục của \(folder).",
        "The report is of \(code) but was put into the folder of \(folder)."),
      hint: LocalizedText("Đề nghị nộp vào thư mục của chính đơn vị.", "Put it into the unit's own folder."))
  }

  private func noFolder(_ code: String, at place: SourceLocation) -> Finding {
    Finding(
      .unitFolder, .error, at: place, value: code,
      message: LocalizedText(
        "Báo cáo không nằm trong thư mục của đơn vị.", "The report did not lie in a unit's folder."),
      hint: LocalizedText(
        "Đề nghị nộp vào thư mục mang mã \(code).", "Put it into the folder with the code \(code)."))
  }
}

/// A value as a finding shows it: at most 80 characters.
func shortenedValue(_ text: String) -> String {
  text.unicodeScalars.count <= 80 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(79))) + "…"
}
