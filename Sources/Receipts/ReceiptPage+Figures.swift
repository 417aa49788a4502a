import Regimes
import ReportingModel
import Submissions

extension ReceiptPage {
  /// What is new against the submission that counted before.
  func changes(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    guard let earlier = line.earlier, let content = line.submission.content, line.status != .duplicate else { return }
    page.heading(
      "So với lần nộp trước (lần \(earlier.number))", "Against the submission before (number \(earlier.number))")
    var rows: [[String]] = []
    if content.activities.count != earlier.activityCount {
      rows.append([
        page.language == .vietnamese ? "Số hoạt động" : "Activities", VietnameseNumber.text(earlier.activityCount),
        VietnameseNumber.text(content.activities.count),
      ])
    }
    let told = Dictionary(content.indicators.map { ($0.code, $0.value) }, uniquingKeysWith: { first, _ in first })
    for indicator in line.regime.indicators where told[indicator.code] != earlier.told[indicator.code] {
      rows.append(
        [name(indicator, page)] + [earlier.told[indicator.code], told[indicator.code]].map { text($0, page) })
    }
    guard !rows.isEmpty else {
      page.paragraph(
        "Số hoạt động và các chỉ tiêu không thay đổi.", "The number of activities and the indicators are the same.")
      return
    }
    page.table([("Nội dung", "What"), ("Lần trước", "Before"), ("Lần này", "Now")], rows)
  }

  /// The values as read, so that a school can hold them against its own copy.
  func figures(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    let submission = line.submission
    guard let content = submission.content else { return }
    page.heading("Số liệu đã đọc được", "Figures as read")
    page.paragraph("Bảng mã đã nhận: \(submission.encoding)", "Encoding taken: \(submission.encoding)")
    let told = Dictionary(content.indicators.map { ($0.code, $0.value) }, uniquingKeysWith: { first, _ in first })
    let indicators = line.regime.indicators.filter { told[$0.code] != nil || submission.untold.contains($0.code) }
    if !indicators.isEmpty {
      page.table(
        [("Chỉ tiêu", "Indicator"), ("Giá trị", "Value")],
        indicators.map { [name($0, page), text(told[$0.code], page)] })
    }
    let byTask = content.activitiesByTask
    let tasks = line.regime.tasks.compactMap { task in
      byTask[task.code].map { ["\(task.code) \(task.shortName[page.language])", VietnameseNumber.text($0)] }
    }
    if !tasks.isEmpty { page.table([("Nhiệm vụ", "Task"), ("Số hoạt động", "Activities")], tasks) }
    if !content.exemplars.isEmpty {
      page.table(
        [("Mô hình", "Exemplar")], content.exemplars.prefix(SubmissionContent.longestTitleList).map { [$0.title] })
    }
    if !content.narratives.isEmpty {
      page.table(
        [("Mục", "Section"), ("Nội dung (200 ký tự đầu)", "Text (first 200 characters)")],
        content.narratives.map { narrative in
          let section = line.regime.sections.first { $0.code == narrative.key }
          return [section?.name[page.language] ?? narrative.key, String(narrative.text.prefix(200))]
        })
    }
  }

  private func name(_ indicator: Indicator, _ page: PageWriter) -> String {
    "\(indicator.code) \(indicator.name[page.language])"
  }

  private func text(_ value: Amount?, _ page: PageWriter) -> String {
    value.map(VietnameseNumber.text) ?? (page.language == .vietnamese ? "không báo" : "not told")
  }
}
