import Regimes
import ReportingModel
import Submissions
import VietnameseText

extension SubmissionValidator {
  /// A report of a known unit that lay in a folder which is not its to use, as those may see it who look into that folder:
  /// nothing of it but whose it is. `nil` for any other.
  func inAnotherFolder(_ submission: Submission, _ arrival: Arrival) -> Submission? {
    guard let code = submission.unit, !registry.rows(of: code).isEmpty, let folder = wrongFolder(of: code, arrival)
    else { return nil }
    var bare = submission
    bare.content = nil
    bare.untold = []
    bare.log = FindingLog()
    bare.log.add(foundInFolder(code, folder, at: unitPlace(bare)))
    return bare
  }

  /// The unit is known, and the report lay in a folder that is its to use, where one is asked for.
  func checkUnitAndFolder(_ submission: inout Submission, _ arrival: Arrival) {
    guard let code = submission.unit else { return }
    let place = unitPlace(submission)
    if registry.rows(of: code).isEmpty { submission.log.add(unknownUnit(code, at: place)) }
    if let folder = wrongFolder(of: code, arrival) {
      submission.log.add(foundInFolder(code, folder, at: place))
    } else if arrival.folderUnit == nil, arrival.requiresFolder {
      submission.log.add(noFolder(code, at: place))
    }
  }

  /// The folder a report lay in, when it is neither its unit's own nor that of the commune it reports through.
  private func wrongFolder(of code: String, _ arrival: Arrival) -> String? {
    guard let folder = arrival.folderUnit, folder != code else { return nil }
    let reportsThere = registry.rows(of: code).contains {
      $0.commune == folder && (regime.unitKind($0.kind)?.reportsThroughCommune ?? false)
    }
    return reportsThere ? nil : folder
  }

  private func unitPlace(_ submission: Submission) -> SourceLocation {
    submission.origin.location(.header, line: submission.origin.headerLine, field: "don_vi")
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

  private func foundInFolder(_ code: String, _ folder: String, at place: SourceLocation) -> Finding {
    Finding(
      .unitFolder, .error, at: place, value: code,
      message: LocalizedText(
        "Báo cáo ghi mã \(code) nhưng nộp vào thư mục của \(folder).",
        "The report is of \(code) but was put into the folder of \(folder)."),
      hint: LocalizedText(
        "Nếu là báo cáo của \(code), đề nghị nộp vào thư mục của chính đơn vị đó; nếu là báo cáo của \(folder), đề nghị sửa mã đơn vị thành \(folder).",
        "If it is the report of \(code), put it into that unit's own folder; if of \(folder), write the code \(folder)."
      ))
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
