import ReportingModel
import Submissions

extension ReceiptPage {
  /// One report: what to mend, what to look at, then what was read.
  func submission(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    if hasManyReports { title(line, &page) }
    let causes = line.submission.log.causes
    let explained = causes.filter(\.first.explained)
    causeList(causes.filter { $0.severity == .error }, ("Cần sửa", "To be mended"), line.submission, &page)
    causeList(
      causes.filter { $0.severity == .warning && !$0.first.explained }, ("Nên xem lại", "Worth a second look"),
      line.submission, &page)
    causeList(explained, ("Đơn vị đã giải trình", "Explained by the unit"), line.submission, &page)
    allFindings(line.submission.log, &page)
    changes(line, &page)
    figures(line, &page)
  }

  private func title(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    let verdict = ReceiptVerdict.words(of: line)
    let path = showingControls(in: line.submission.path)
    let name = line.unitLabel ?? path
    page.raw("<h2 class=\"report\">")
    page.text("\(name) — \(verdict.vietnamese)", "\(name) — \(verdict.english)")
    page.raw("</h2>\n")
    guard !line.submission.isUnopened else { return }
    let period = line.periodName ?? LocalizedText("…", "…")
    let number = line.number.map { LocalizedText(" · Lần nộp: \($0)", " · Number: \($0)") } ?? LocalizedText("", "")
    page.paragraph(
      "Kỳ: \(period.vietnamese)\(number.vietnamese) · Tệp: \(path)",
      "Period: \(period.english)\(number.english) · File: \(path)")
    due(line, &page)
  }

  private func causeList(
    _ causes: [FindingLog.Cause], _ title: (String, String), _ submission: Submission, _ page: inout PageWriter
  ) {
    guard !causes.isEmpty else { return }
    page.heading(sectionLevel, title.0, title.1)
    page.raw("<ol>")
    for cause in causes {
      page.raw("<li><p>")
      self.cause(cause, submission, &page)
      page.raw("</p>")
      if cause.first.explained {
        explanation(of: cause, submission, &page)
      } else {
        page.raw("<p class=\"hint\"><em>")
        page.text("Cách sửa:", "How:")
        page.raw("</em> ")
        page.text(cause.first.hint)
        page.raw("</p>")
      }
      page.raw("</li>")
    }
    page.raw("</ol>\n")
  }

  private func cause(_ cause: FindingLog.Cause, _ submission: Submission, _ page: inout PageWriter) {
    if cause.count > 1, let line = cause.firstLine {
      page.raw("<strong>")
      page.text(
        "\(VietnameseNumber.text(cause.count)) chỗ trong \(cause.file), từ dòng \(line)",
        "\(cause.count) places in \(cause.file), from row \(line)")
      if let title = submission.origin.title(of: cause.field, in: cause.file) {
        page.text(", cột «\(title.vietnamese)»", ", column “\(title.english)”")
      }
      page.raw(".</strong> ")
      page.text("Ví dụ: ", "Such as: ")
      page.text(cause.first.message)
    } else {
      page.text(cause.first.message)
      let place = [cause.file, cause.first.place(page.language)].filter { !$0.isEmpty }.joined(separator: ", ")
      guard !place.isEmpty else { return }
      page.raw(" <span class=\"place\">(")
      page.text(place)
      page.raw(")</span>")
    }
  }

  private func explanation(of cause: FindingLog.Cause, _ submission: Submission, _ page: inout PageWriter) {
    let words = submission.content?.explanations.first { $0.names(oneOf: [cause.code]) }?.text
    page.raw("<p class=\"hint\"><em>")
    page.text(
      words.map { "(đơn vị giải trình: «\($0)»)" } ?? "(đơn vị đã giải trình)",
      words.map { "(the unit explains: «\($0)»)" } ?? "(explained by the unit)")
    page.raw("</em></p>")
  }

  private func allFindings(_ log: FindingLog, _ page: inout PageWriter) {
    guard !log.kept.isEmpty else { return }
    page.heading(sectionLevel, "Danh sách chi tiết", "All findings")
    findings(log.kept, &page)
    let total = log.errorCount + log.warningCount
    guard total > log.kept.count else { return }
    page.paragraph(
      "Danh sách nêu \(VietnameseNumber.text(log.kept.count)) trong \(VietnameseNumber.text(total)) điểm.",
      "\(log.kept.count) of \(total) are listed.")
  }

  func findings(_ findings: [Finding], _ page: inout PageWriter) {
    page.table(
      [
        .told("Tệp", "File"), .words("Ô", "Cell"), .told("Giá trị đọc được", "Value read"), .told("Vấn đề", "Finding"),
        .told("Cách sửa", "How"), .words("Căn cứ", "Clause"), .words("Mã", "Code"),
      ], cssClass: "findings",
      findings.map { finding in
        [
          finding.location.file, finding.place(page.language), finding.value.map { "«\($0)»" } ?? "",
          finding.message[page.language] + (finding.explained ? page.words(" (đã giải trình)", " (explained)") : ""),
          finding.hint[page.language], finding.cite ?? "", finding.code,
        ]
      })
  }
}

extension SubmissionOrigin {
  /// The title of the column that a finding in a CSV file is about.
  fileprivate func title(of field: String?, in file: String) -> LocalizedText? {
    guard let field, let block = files.first(where: { $0.value == file && columns[$0.key]?[field] != nil })?.key
    else { return nil }
    return Vocabulary.schema(of: block).columns.first { $0.name == field }?.title
  }
}
