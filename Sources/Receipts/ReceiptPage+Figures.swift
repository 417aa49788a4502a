import Regimes
import ReportingModel
import Submissions
import VietnameseText

extension ReceiptPage {
  private static let longestExcerpt = 200

  /// The values as read, so that a school can hold them against its own copy.
  func figures(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    guard let content = line.counted ?? line.submission.content else { return }
    page.heading(sectionLevel, "Số liệu đã đọc được", "Figures as read")
    let encoding = line.submission.encoding == "xml" ? "UTF-8 (XML)" : line.submission.encoding
    page.paragraph("Bảng mã đã nhận: \(encoding)", "Encoding taken: \(encoding)")
    header(content, &page)
    indicators(line, content, &page)
    activities(line, content, &page)
    exemplars(content, &page)
    narratives(line, content, &page)
  }

  private func header(_ content: SubmissionContent, _ page: inout PageWriter) {
    let header = content.header
    let rows: [(String, String, String?)] = [
      ("Tên đơn vị ghi trong báo cáo", "Unit's name as written", header.unitName),
      ("Ngày lập báo cáo", "Date of the report", page.words(header.date.vietnamese, header.date.description)),
      ("Người lập", "Prepared by", header.preparer), ("Người ký", "Signed by", header.signer),
      ("Báo cáo không phát sinh", "Nil return", header.nilReturn ? page.words("có", "yes") : nil),
      ("Tệp minh chứng", "Evidence files", content.evidence.isEmpty ? nil : page.number(content.evidence.count)),
    ]
    page.table(
      [.words("Thông tin chung", "Header"), .told("Đã đọc", "As read")], cssClass: "pairs",
      rows.compactMap { row in row.2.map { [page.words(row.0, row.1), $0] } })
  }

  /// Every indicator that the unit is asked, told or not, and what is counted from its activities.
  private func indicators(_ line: SubmissionReceipt, _ content: SubmissionContent, _ page: inout PageWriter) {
    let told = content.toldValues
    let filters = line.regime.indicators.compactMap { indicator -> (String, ActivityFilter)? in
      if case .derived(let filter) = indicator.nature { (indicator.code, filter) } else { nil }
    }
    let derived = content.sums(of: filters, without: line.submission.retold)
    let rows = line.regime.indicators.compactMap { indicator -> [String]? in
      let unit = indicator.unit[page.language]
      if case .derived = indicator.nature {
        let name = indicator.label(page) + page.words(" (tính từ hoạt động)", " (counted from activities)")
        return [name, unit, page.number(derived[indicator.code] ?? 0)]
      }
      let isUnread = line.submission.unread.mayHold(indicator.code, in: .indicators)
      let isAsked = line.unitKind.map(indicator.asks) ?? line.submission.untold.contains(indicator.code)
      guard isAsked || isUnread || told[indicator.code] != nil else { return nil }
      let none = isUnread ? page.words("không đọc được", "unreadable") : page.notTold
      return [indicator.label(page), unit, told[indicator.code].map { page.number($0) } ?? none]
    }
    page.table(
      [.words("Chỉ tiêu", "Indicator"), .unit("Đơn vị tính", "Unit"), .number("Giá trị", "Value")], rows)
    if line.submission.unread.mayHold(in: .activities) {
      page.paragraph(
        "Có hoạt động chưa đọc được; số tính từ hoạt động chưa gồm các hoạt động đó.",
        "Some activities could not be read; what is counted from activities lacks them.", "note")
    }
  }

  private func activities(_ line: SubmissionReceipt, _ content: SubmissionContent, _ page: inout PageWriter) {
    guard !content.activities.isEmpty else { return }
    let byTask = content.activitiesByTask
    let tasks = line.regime.tasks.compactMap { task in
      byTask[task.code].map { ["\(task.code) \(task.shortName[page.language])", page.number($0)] }
    }
    page.table(
      [.words("Nhiệm vụ", "Task"), .number("Số hoạt động", "Activities")], cssClass: "total",
      tasks + [[page.words("Tổng cộng", "Total"), page.number(content.activities.count)]])
  }

  private func exemplars(_ content: SubmissionContent, _ page: inout PageWriter) {
    guard !content.exemplars.isEmpty else { return }
    page.table(
      [.told("Mô hình", "Exemplar")], content.exemplars.prefix(SubmissionContent.longestTitleList).map { [$0.title] })
    let more = content.exemplars.count - SubmissionContent.longestTitleList
    guard more > 0 else { return }
    page.paragraph("Còn \(page.number(more)) mô hình khác.", "\(page.number(more)) more.", "note")
  }

  private func narratives(_ line: SubmissionReceipt, _ content: SubmissionContent, _ page: inout PageWriter) {
    guard !content.narratives.isEmpty else { return }
    page.table(
      [.words("Mục", "Section"), .told("Nội dung (200 ký tự đầu)", "Text (first 200 characters)")], cssClass: "pairs",
      content.narratives.map { narrative in
        let section = line.regime.sections.first { $0.code == narrative.key }
        let excerpt = narrative.text.prefix(ReceiptPage.longestExcerpt)
        return [
          section?.name[page.language] ?? narrative.key,
          String(excerpt) + (excerpt.endIndex < narrative.text.endIndex ? "…" : ""),
        ]
      })
  }
}

extension SubmissionContent {
  /// What a report by itself gives for indicators that are counted from activities, in one pass over its rows.
  /// - Parameter retold: rows that a later one tells again.
  fileprivate func sums(of filters: [(code: String, filter: ActivityFilter)], without retold: Set<Int>) -> [String: Int]
  {
    var sums: [String: Int] = [:]
    for (row, activity) in activities.enumerated() where !retold.contains(row) {
      for (code, filter) in filters where filter.matches(activity) { sums[code, default: 0] += Int(activity.quantity) }
    }
    return sums
  }
}
