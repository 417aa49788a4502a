import Regimes
package import ReportingModel
import Submissions

/// The receipt as a page for people: self-contained, printable on A4, readable on a phone (<doc:layout#Receipt-page>).
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
    if let office = receipt.regime.reportTexts["noiTiepNhan"] { page.text(office) }
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
    let period = line.periodName ?? LocalizedText("…", "…")
    let number = line.number.map { LocalizedText(" · Lần nộp: \($0)", " · Number: \($0)") } ?? LocalizedText("", "")
    page.paragraph(
      "Đơn vị: \(unit) · Kỳ: \(period.vietnamese)\(number.vietnamese)",
      "Unit: \(unit) · Period: \(period.english)\(number.english)", "identity")
    guard let due = line.dueDay else { return }
    let isLate = submission.log.has(FindingCode.periodLate.rawValue, .warning)
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
