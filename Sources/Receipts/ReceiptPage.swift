package import ReportingModel
import Submissions

/// The receipt as a page for people: self-contained, printable on A4, readable on a phone (<doc:layout#Receipt-page>).
package struct ReceiptPage: Sendable {
  let receipt: Receipt
  let contactPhone: String?
  let contactEmail: String?
  /// The packed proof of its entry.
  let seal: [UInt8]?

  package init(receipt: Receipt, contactPhone: String? = nil, contactEmail: String? = nil, seal: [UInt8]? = nil) {
    self.receipt = receipt
    self.seal = seal
    self.contactPhone = contactPhone
    self.contactEmail = contactEmail
  }

  package func html(_ language: Language) -> [UInt8] {
    var page = PageWriter(language: language)
    page.raw(
      """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(ReceiptPage.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """)
    page.text(receipt.label ?? showingControls(in: receipt.fileName))
    page.raw("</title>\n<style>\(PageStyle.sheet)</style></head><body><main>\n")
    head(&page)
    verdict(&page)
    if hasManyReports { overview(&page) }
    if !receipt.findings.isEmpty {
      page.heading(2, "Về gói báo cáo", "About the bundle")
      findings(receipt.findings, &page)
    }
    for line in receipt.submissions { submission(line, &page) }
    foot(&page)
    page.raw("</main></body></html>\n")
    return page.bytes
  }

  /// Whatever a bundle may have brought in: no script, nothing fetched, no form, and the page's own style only.
  static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  var hasManyReports: Bool { receipt.submissions.count > 1 }

  /// Of the headings inside a report: below the report's own where there are several.
  var sectionLevel: Int { hasManyReports ? 3 : 2 }

  private func verdict(_ page: inout PageWriter) {
    let words = ReceiptVerdict(receipt)
    page.raw("<section class=\"verdict \(words.cssClass)\"><h2>")
    page.text(words.headline)
    page.raw("</h2> <p>")
    page.text(words.explanation)
    page.raw("</p></section>\n")
  }

  /// What became of each report, where there are several.
  private func overview(_ page: inout PageWriter) {
    page.heading(2, "Các báo cáo trong gói", "Reports in the bundle")
    page.table(
      [.told("Đơn vị", "Unit"), .words("Kỳ", "Period"), .words("Kết quả", "Result")],
      receipt.submissions.map { line in
        [
          line.unitLabel ?? line.submission.path, line.periodName?[page.language] ?? "…",
          ReceiptVerdict.words(of: line)[page.language],
        ]
      })
  }

  private func foot(_ page: inout PageWriter) {
    page.raw("<footer>")
    if !receipt.isCheck, receipt.submissions.contains(where: { $0.status == .accepted }) { signatures(&page) }
    let reach = [
      contactPhone.map { LocalizedText("điện thoại \($0)", "phone \($0)") },
      contactEmail.map { LocalizedText("thư điện tử \($0)", "mail \($0)") },
    ].compactMap { $0 }
    let label = receipt.label ?? ""
    page.paragraph(
      (["Cần hỗ trợ: Văn phòng Sở"] + reach.map(\.vietnamese)).joined(separator: ", ")
        + (label.isEmpty ? "." : "; khi gọi đọc số phiếu \(label)."),
      (["Help: the office"] + reach.map(\.english)).joined(separator: ", ")
        + (label.isEmpty ? "." : "; please name the receipt \(label)."))
    if let digest = receipt.digest {
      page.paragraph(
        "Mã đối soát của tệp (SHA-256): \(digest)", "Digest of the file (SHA-256): \(digest)", "digest")
    }
    seal(&page)
    page.raw("</footer>\n")
  }

  /// What counts is held against the unit's own copy, and signed.
  private func signatures(_ page: inout PageWriter) {
    if receipt.status == .partial {
      page.paragraph(
        "Người nộp đối chiếu: Số liệu của các báo cáo đã tiếp nhận khớp với báo cáo lưu tại đơn vị.",
        "Checked by the sender: the figures of the reports accepted equal the unit's own copies.")
    } else {
      page.paragraph(
        "Người nộp đối chiếu: Số liệu trên khớp với báo cáo lưu tại đơn vị.",
        "Checked by the sender: the figures above equal the unit's own copy.")
    }
    page.raw("<div class=\"signatures\">")
    for role in [
      LocalizedText("NGƯỜI LẬP", "PREPARED BY"), LocalizedText("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT"),
    ] {
      page.raw("<p><strong>")
      page.text(role)
      page.raw("</strong><br><em>")
      page.text("(ký, ghi rõ họ tên)", "(signature and name)")
      page.raw("</em></p>")
    }
    page.raw("</div>\n")
  }
}
