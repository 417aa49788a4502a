import Regimes
import ReportingModel
import Submissions

extension ReceiptPage {
  /// Whose delivery it is, and when it came.
  func head(_ page: inout PageWriter) {
    page.raw("<header>")
    if let office = receipt.regime.reportTexts["noiTiepNhan"] {
      page.paragraph(office.vietnamese, office.english, "agency")
    }
    page.heading(1, "PHIẾU TIẾP NHẬN BÁO CÁO", "RECEIPT FOR A REPORT")
    if let label = receipt.label { page.paragraph("Số \(label)", "No. \(label)", "number") }
    sender(&page)
    let file = showingControls(in: receipt.fileName)
    page.paragraph(
      "Tệp: \(file) · Nhận lúc \(receipt.receivedAt.inWords)",
      "File: \(file) · Received \(receipt.receivedAt)")
    if !hasManyReports, let line = receipt.submissions.first { due(line, &page) }
    if let reason = receipt.lateReason {
      page.paragraph("Được nhập sau; lý do: \(reason)", "Entered afterwards; reason: \(reason)")
    }
    page.raw("</header>\n")
  }

  /// The one report's unit; of several, or of none that names its unit, the unit in whose folder it lay.
  private func sender(_ page: inout PageWriter) {
    if !hasManyReports, let line = receipt.submissions.first, line.submission.unit != nil {
      identity(line, &page)
    } else if let code = receipt.folderUnit {
      let unit = Receipt.label(unit: code, name: receipt.folderUnitName)
      page.paragraph(
        "Đơn vị: \(unit), theo thư mục nộp báo cáo", "Unit: \(unit), by the folder it was put into", "identity")
    }
  }

  /// Unit, period and number of a report, as far as they are known.
  func identity(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    let unit = line.unitLabel ?? "…"
    let period = line.periodName ?? LocalizedText("…", "…")
    let number = line.number.map { LocalizedText(" · Lần nộp: \($0)", " · Number: \($0)") } ?? LocalizedText("", "")
    page.paragraph(
      "Đơn vị: \(unit) · Kỳ: \(period.vietnamese)\(number.vietnamese)",
      "Unit: \(unit) · Period: \(period.english)\(number.english)", "identity")
  }

  /// By when it was due, and, once it is accepted, whether it came by then.
  func due(_ line: SubmissionReceipt, _ page: inout PageWriter) {
    guard let due = line.dueDay else { return }
    let words = line.status == .accepted && !receipt.isCheck ? punctuality(line, due) : nil
    page.paragraph(
      "Hạn nộp: \(due.vietnamese)" + (words.map { " · \($0.vietnamese)" } ?? ""),
      "Due: \(due)" + (words.map { " · \($0.english)" } ?? ""))
  }

  private func punctuality(_ line: SubmissionReceipt, _ due: CalendarDate) -> LocalizedText? {
    if line.submission.log.has(FindingCode.periodLate.rawValue, .warning) {
      return LocalizedText("Sau hạn", "Late")
    }
    return receipt.receivedAt.date <= due ? LocalizedText("Đúng hạn", "In time") : nil
  }
}
