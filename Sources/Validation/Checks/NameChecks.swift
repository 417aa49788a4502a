import Regimes
import ReportingModel
import Submissions

extension SubmissionValidator {
  /// A report that bears another unit's name has the wrong code, or the wrong name; one of them must be mended
  /// (<doc:regime#Codes-decide-and-names-suggest>).
  func checkName(_ submission: inout Submission, _ header: SubmissionHeader, _ period: ResolvedPeriod?) {
    guard let told = header.unitName, let period, let unit = describe(header.unit, header.period),
      let suspicion = names.suspicion(told, of: header.unit, in: period.window)
    else { return }
    let place = submission.origin.location(.header, line: submission.origin.headerLine, field: "ten_don_vi")
    switch suspicion {
    case .borne(let others) where others.count == 1:
      submission.log.add(foreignName(told, unit, others[0], at: place))
    case .borne(let others):
      let codes = others.map(\.code).joined(separator: ", ")
      submission.log.add(
        doubtfulName(
          told, at: place,
          LocalizedText(
            "Tên «\(shortenedValue(told))» không phải tên của mã \(unit.code) («\(unit.name)») mà là tên của \(others.count) đơn vị khác: \(codes).",
            "«\(shortenedValue(told))» is not the name of \(unit.code) («\(unit.name)») but of \(others.count) other units: \(codes)."
          )))
    case .fits(let others):
      let named = others.map { "\($0.code) («\($0.name)»)" }.joined(separator: ", ")
      submission.log.add(
        doubtfulName(
          told, at: place,
          LocalizedText(
            "Tên «\(shortenedValue(told))» gần với tên của \(named) hơn là tên của mã \(unit.code): «\(unit.name)».",
            "The name «\(shortenedValue(told))» is nearer to that of \(named) than to that of \(unit.code): «\(unit.name)»."
          )))
    }
  }

  private func foreignName(_ told: String, _ unit: UnitRow, _ other: UnitRow, at place: SourceLocation) -> Finding {
    Finding(
      .unitName, .error, at: place, value: shortenedValue(told),
      message: LocalizedText(
        "Tên «\(shortenedValue(told))» là tên của \(other.code), nhưng báo cáo ghi mã \(unit.code) («\(unit.name)»).",
        "«\(shortenedValue(told))» is the name of \(other.code), but the report has the code \(unit.code) («\(unit.name)»)."
      ),
      hint: LocalizedText(
        "Nếu là báo cáo của \(other.name), đề nghị sửa mã đơn vị thành \(other.code); nếu là báo cáo của \(unit.name), đề nghị sửa tên đơn vị.",
        "If it is the report of \(other.name), write the code \(other.code); if of \(unit.name), correct the name."))
  }

  private func doubtfulName(_ told: String, at place: SourceLocation, _ message: LocalizedText) -> Finding {
    Finding(
      .headerName, .warning, at: place, value: shortenedValue(told), message: message,
      hint: LocalizedText(
        "Đề nghị kiểm tra mã đơn vị; nếu mã đúng mà trường đã đổi tên, báo Văn phòng Sở cập nhật danh mục.",
        "Check the unit code; if it is right and the unit was renamed, tell the office."))
  }
}
