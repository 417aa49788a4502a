package import ReportingModel

/// Why a draft cannot be issued.
package enum IssueProblem: WordedError, Sendable, Hashable {
  case unknownDraft(String)
  /// Made again as of its N, it is not what was kept: its file or what the office has set for reports was changed.
  case changed(String)
  /// Places that the office must fill in before.
  case unfilled(count: Int)
  /// A report of this kind, key and copy was issued; the next one replaces it (`report amend`).
  case issued(String)
  /// There is no issued report of that id.
  case notIssued(String)
  /// A later version took its place already.
  case replaced(String, by: String)
  /// It is not `NN/` and the report's symbol.
  case number(String, symbol: String)
  /// Another report of the same year bears it.
  case numberUsed(String, by: String)
  /// Before the last day that the report tells of.
  case dateEarly(CalendarDate, last: CalendarDate)
  /// After the later of the clock and the last entry's day.
  case dateLate(CalendarDate, today: CalendarDate)
  case noSigner
  case noCapacity
  /// A document that is cited without saying what it is about.
  case noSubject(String)

  package var words: LocalizedText {
    switch self {
    case .unknownDraft(let id):
      LocalizedText("Không có dự thảo «\(id)» trong reports/.", "There is no draft «\(id)» under reports/.")
    case .changed(let id):
      LocalizedText(
        "Dự thảo «\(id)» không còn đúng như khi lưu; đề nghị lập lại với --save.",
        "The draft «\(id)» is not what was kept; make it again with --save.")
    case .unfilled(let count):
      LocalizedText(
        "Còn \(count) chỗ tô vàng phải bổ sung (--text; số và ngày Kế hoạch ở tonghop.json) rồi lập lại dự thảo.",
        "\(count) marked places are to be filled in (--text; the plan's number and date in tonghop.json); then make the draft again."
      )
    case .issued(let id):
      LocalizedText(
        "Báo cáo này đã phát hành: \(id). Muốn thay đổi phải lập báo cáo thay thế: tonghop report amend \(id).",
        "This report is issued already: \(id). To change it, replace it: tonghop report amend \(id).")
    case .notIssued(let id):
      LocalizedText("Không có báo cáo đã phát hành «\(id)».", "There is no issued report “\(id)”.")
    case .replaced(let id, let other):
      LocalizedText("Báo cáo \(id) đã có báo cáo thay thế: \(other).", "\(id) is replaced already, by \(other).")
    case .number(let number, let symbol):
      LocalizedText(
        "Số «\(number)» không đúng dạng; ví dụ 05/\(symbol).",
        "The number “\(number)” is not of the form; such as 05/\(symbol).")
    case .numberUsed(let number, let id):
      LocalizedText("Số \(number) đã dùng cho \(id) trong năm này.", "\(number) is the number of \(id) this year.")
    case .dateEarly(let date, let last):
      LocalizedText(
        "Ngày \(date.vietnamese) trước ngày cuối của số liệu (\(last.vietnamese)).",
        "\(date) lies before the last day of the figures (\(last)).")
    case .dateLate(let date, let today):
      LocalizedText(
        "Ngày \(date.vietnamese) sau hôm nay (\(today.vietnamese)).", "\(date) lies after today (\(today)).")
    case .noSigner: LocalizedText("Chưa có người ký.", "Nobody signs.")
    case .noCapacity:
      LocalizedText("Quyền hạn, chức vụ có dòng trống.", "A line of the capacity is empty.")
    case .noSubject(let base):
      LocalizedText(
        "Văn bản «\(base)» dẫn lần đầu phải có trích yếu; ghi vào cài đặt, mục căn cứ (legalBases).",
        "“\(base)” is cited without its subject; mend it in the settings, legalBases.")
    }
  }
}
