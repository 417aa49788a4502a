import Regimes
import ReportingModel
import Submissions

extension ReceiptPage {
  /// One submission: what to mend, what to look at, then what was read.
  func submission(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    if receipt.submissions.count > 1 {
      page.raw("<h2>")
      let unit = line.submission.unit ?? "…"
      let period = line.periodName ?? LocalizedText("…", "…")
      let verdict = ReceiptVerdict.words(line.status)
      page.text(
        "\(line.submission.path): \(unit), \(period.vietnamese) — \(verdict.vietnamese)",
        "\(line.submission.path): \(unit), \(period.english) — \(verdict.english)")
      page.raw("</h2>\n")
    }
    let causes = line.submission.log.causes
    causeList(causes.filter { $0.severity == .error }, ("Cần sửa", "To be mended"), line.submission, &page)
    causeList(
      causes.filter { $0.severity == .warning }, ("Nên xem lại", "Worth a second look"), line.submission, &page)
    let log = line.submission.log
    if !log.kept.isEmpty {
      page.heading("Danh sách chi tiết", "All findings")
      findings(log.kept, &page)
    }
    if log.count > log.kept.count {
      page.paragraph(
        "Danh sách nêu \(VietnameseNumber.text(log.kept.count)) trong \(VietnameseNumber.text(log.count)) điểm.",
        "\(log.kept.count) of \(log.count) are listed.")
    }
    changes(line, &page)
    figures(line, &page)
  }

  private func causeList(
    _ causes: [FindingLog.Cause], _ title: (String, String), _ submission: Submission, _ page: inout PageWriter
  ) {
    guard !causes.isEmpty else { return }
    let explanations = submission.content?.explanations ?? []
    page.heading(title.0, title.1)
    page.raw("<ol>")
    for cause in causes {
      page.raw("<li><p>")
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
        if !place.isEmpty { page.raw(" <span class=\"place\">(\(PageWriter.escaped(place)))</span>") }
      }
      if cause.first.explained {
        page.raw(" <em>")
        let words = explanations.first { $0.names(oneOf: [cause.code]) }?.text
        page.text(
          words.map { "(đơn vị giải trình: «\($0)»)" } ?? "(đơn vị đã giải trình)",
          words.map { "(the unit explains: «\($0)»)" } ?? "(explained by the unit)")
        page.raw("</em>")
      }
      page.raw("</p><p class=\"hint\"><em>")
      page.text("Cách sửa:", "How:")
      page.raw("</em> ")
      page.text(cause.first.hint)
      page.raw("</p></li>")
    }
    page.raw("</ol>\n")
  }

  func findings(_ findings: [Finding], _ page: inout PageWriter) {
    page.table(
      [
        ("Tệp", "File"), ("Ô", "Cell"), ("Giá trị đọc được", "Value read"), ("Vấn đề", "Finding"), ("Cách sửa", "How"),
        ("Căn cứ", "Clause"), ("Mã", "Code"),
      ], cssClass: "findings",
      findings.map { finding in
        [
          finding.location.file, finding.place(page.language), finding.value.map { "«\($0)»" } ?? "",
          finding.message[page.language], finding.hint[page.language], finding.cite ?? "", finding.code,
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
