package import ReportingModel
import Submissions

/// The receipt as a page for people: self-contained, printable on A4, readable on a phone (texts-vi §6).
package struct ReceiptPage: Sendable {
  let receipt: Receipt
  let contactPhone: String?
  let contactEmail: String?

  package init(receipt: Receipt, contactPhone: String? = nil, contactEmail: String? = nil) {
    self.receipt = receipt
    self.contactPhone = contactPhone
    self.contactEmail = contactEmail
  }

  package func html(_ language: Language) -> [UInt8] {
    var page = PageWriter(language: language)
    page.raw(
      """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(PageWriter.escaped(receipt.label ?? receipt.fileName))</title>
      <style>\(ReceiptPage.style)</style></head><body><main>

      """)
    head(&page)
    verdict(&page)
    if !receipt.findings.isEmpty {
      page.heading("Về gói báo cáo", "About the bundle")
      findings(receipt.findings, &page)
    }
    for line in receipt.submissions { submission(line, &page) }
    foot(&page)
    page.raw("</main></body></html>\n")
    return page.bytes
  }

  private func head(_ page: inout PageWriter) {
    page.raw("<header><p class=\"agency\">")
    page.text("SỞ GIÁO DỤC VÀ ĐÀO TẠO LÂM ĐỒNG · VĂN PHÒNG SỞ", "LÂM ĐỒNG DEPARTMENT OF EDUCATION · OFFICE")
    page.raw("</p><h1>")
    page.text("PHIẾU TIẾP NHẬN BÁO CÁO", "RECEIPT FOR A REPORT")
    page.raw("</h1>")
    if let label = receipt.label { page.paragraph("Số \(label)", "No. \(label)", "number") }
    if receipt.submissions.count == 1, let line = receipt.submissions.first { identity(line, &page) }
    let time = receipt.receivedAt
    let (hour, minute, _) = time.timeOfDay
    let clock =
      "\(hour < 10 ? "0" : "")\(hour) giờ \(minute < 10 ? "0" : "")\(minute) phút ngày \(time.date.vietnamese)"
    page.paragraph(
      "Tệp: \(receipt.fileName) · Nhận lúc \(clock)", "File: \(receipt.fileName) · Received \(time)")
    if let reason = receipt.lateReason {
      page.paragraph("Được nhập sau; lý do: \(reason)", "Entered afterwards; reason: \(reason)")
    }
    page.raw("</header>\n")
  }

  private func identity(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    let submission = line.submission
    let unit = submission.unit.map { code in line.unitName.map { "\($0) (\(code))" } ?? code } ?? "…"
    let period = submission.period.map { "\($0)" } ?? "…"
    let number = line.number.map(String.init) ?? "…"
    page.paragraph(
      "Đơn vị: \(unit) · Kỳ: \(period) · Lần nộp: \(number)", "Unit: \(unit) · Period: \(period) · Number: \(number)",
      "identity")
    guard let due = line.dueDay else { return }
    let isLate = submission.log.causes.contains { $0.code == FindingCode.periodLate.rawValue }
    let onTime = receipt.receivedAt.date <= due
    let words =
      isLate
      ? LocalizedText("Sau hạn", "Late") : onTime ? LocalizedText("Đúng hạn", "In time") : LocalizedText("", "")
    page.paragraph(
      "Hạn nộp: \(due.vietnamese)" + (words.vietnamese.isEmpty ? "" : " · \(words.vietnamese)"),
      "Due: \(due)" + (words.english.isEmpty ? "" : " · \(words.english)"))
  }

  private func verdict(_ page: inout PageWriter) {
    let words = ReceiptVerdict(receipt)
    page.raw("<section class=\"verdict \(words.cssClass)\"><p><strong>")
    page.text(words.headline)
    page.raw("</strong> ")
    page.text(words.explanation)
    page.raw("</p></section>\n")
  }

  private func submission(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    if receipt.submissions.count > 1 {
      page.raw("<h2>")
      let unit = line.submission.unit ?? "…"
      let period = line.submission.period.map { "\($0)" } ?? "…"
      let verdict = ReceiptVerdict.words(line.status)
      page.text(
        "\(line.submission.path): \(unit), kỳ \(period) — \(verdict.vietnamese)",
        "\(line.submission.path): \(unit), \(period) — \(verdict.english)")
      page.raw("</h2>\n")
    }
    let causes = line.submission.log.causes
    causeList(causes.filter { $0.severity == .error }, ("Cần sửa", "To be mended"), &page)
    causeList(causes.filter { $0.severity == .warning }, ("Nên xem lại", "Worth a second look"), &page)
    if !line.submission.log.kept.isEmpty {
      page.heading("Danh sách chi tiết", "All findings")
      findings(line.submission.log.kept, &page)
      let total = line.submission.log.errorCount + line.submission.log.warningCount
      if total > line.submission.log.kept.count {
        page.paragraph(
          "Danh sách nêu \(VietnameseNumber.text(line.submission.log.kept.count)) trong \(VietnameseNumber.text(total)) điểm.",
          "\(line.submission.log.kept.count) of \(total) are listed.")
      }
    }
    figures(line.submission, &page)
  }

  private func causeList(
    _ causes: [FindingLog.Cause], _ title: (String, String), _ page: inout PageWriter
  ) {
    guard !causes.isEmpty else { return }
    page.heading(title.0, title.1)
    page.raw("<ol>")
    for cause in causes {
      page.raw("<li><p>")
      page.text(cause.first.message)
      if cause.count > 1, let line = cause.firstLine {
        page.raw(" <strong>(")
        page.text(
          "\(VietnameseNumber.text(cause.count)) chỗ, từ dòng \(line)", "\(cause.count) places, from row \(line)")
        page.raw(")</strong>")
      }
      if cause.first.explained {
        page.raw(" <em>")
        page.text("(đơn vị đã giải trình)", "(explained by the unit)")
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

  private func findings(_ findings: [Finding], _ page: inout PageWriter) {
    page.table(
      [
        ("Tệp", "File"), ("Ô", "Cell"), ("Giá trị đọc được", "Value read"), ("Vấn đề", "Finding"), ("Cách sửa", "How"),
        ("Căn cứ", "Clause"), ("Mã", "Code"),
      ],
      findings.map { finding in
        [
          finding.location.file, finding.place(page.language), finding.value.map { "«\($0)»" } ?? "",
          finding.message[page.language], finding.hint[page.language], finding.cite ?? "", finding.code,
        ]
      })
  }

  private func figures(_ submission: Submission, _ page: inout PageWriter) {
    guard let content = submission.content else { return }
    page.heading("Số liệu đã đọc được", "Figures as read")
    page.paragraph("Bảng mã: \(submission.encoding)", "Encoding: \(submission.encoding)")
    let untold = submission.untold.map { ($0, page.language == .vietnamese ? "không báo" : "not told") }
    let told = content.indicators.map { ($0.code, VietnameseNumber.text($0.value)) }
    if !(told + untold).isEmpty {
      page.table([("Chỉ tiêu", "Indicator"), ("Giá trị", "Value")], (told + untold).map { [$0.0, $0.1] })
    }
    let byTask = Dictionary(grouping: content.activities, by: \.task).mapValues(\.count)
    let tasks = byTask.keys.sorted().map { [$0, VietnameseNumber.text(byTask[$0] ?? 0)] }
    if !tasks.isEmpty { page.table([("Nhiệm vụ", "Task"), ("Số hoạt động", "Activities")], tasks) }
    if !content.exemplars.isEmpty {
      page.table([("Mô hình", "Exemplar")], content.exemplars.map { [$0.title] })
    }
    if !content.narratives.isEmpty {
      page.table(
        [("Mục", "Section"), ("Nội dung (200 ký tự đầu)", "Text (first 200 characters)")],
        content.narratives.map { [$0.key, String($0.text.prefix(200))] })
    }
  }

  private func foot(_ page: inout PageWriter) {
    page.raw("<footer>")
    page.paragraph(
      "Người nộp đối chiếu: Số liệu trên khớp với báo cáo lưu tại đơn vị.",
      "Checked by the sender: the figures above equal the unit's own copy.")
    page.raw("<div class=\"signatures\"><p>")
    page.text("NGƯỜI LẬP", "PREPARED BY")
    page.raw("</p><p>")
    page.text("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT")
    page.raw("</p></div>")
    let reach = [
      contactPhone.map { LocalizedText("điện thoại \($0)", "phone \($0)") },
      contactEmail.map { LocalizedText("thư điện tử \($0)", "mail \($0)") },
    ].compactMap { $0 }
    let label = receipt.label ?? ""
    page.paragraph(
      (["Cần hỗ trợ: Văn phòng Sở"] + reach.map(\.vietnamese)).joined(separator: ", ")
        + (label.isEmpty ? "." : "; khi gọi đề nghị đọc số phiếu \(label)."),
      (["Help: the office"] + reach.map(\.english)).joined(separator: ", ")
        + (label.isEmpty ? "." : "; please name the receipt \(label)."))
    page.raw("</footer>\n")
  }
}
