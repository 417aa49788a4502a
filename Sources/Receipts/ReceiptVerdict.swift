package import ReportingModel
import Submissions

/// The line a receipt opens with: what became of the delivery, in words and not in colour alone (<doc:layout#Verdict>).
package struct ReceiptVerdict: Sendable {
  package private(set) var headline: LocalizedText
  package private(set) var explanation: LocalizedText
  let cssClass: String

  package init(_ receipt: Receipt) {
    let errors = receipt.submissions.reduce(receipt.findings.count { $0.severity == .error }) {
      $0 + $1.submission.log.errorCount
    }
    let warnings = receipt.submissions.reduce(receipt.findings.count { $0.severity == .warning }) {
      $0 + $1.submission.log.warningCount
    }
    let causes = receipt.submissions.reduce(receipt.findings.count { $0.severity == .error }) {
      $0 + $1.submission.log.causes.count { $0.severity == .error }
    }
    let due = receipt.submissions.compactMap(\.dueDay).min()
    let before =
      due.map { due in
        receipt.receivedAt.date <= due
          ? LocalizedText(" trước \(due.vietnamese)", " before \(due)")
          : LocalizedText(" ngay (hạn \(due.vietnamese) đã qua)", " at once (it was due on \(due))")
      } ?? LocalizedText("", "")
    switch receipt.status {
    case .accepted where warnings == 0:
      cssClass = "good"
      headline = LocalizedText("ĐÃ TIẾP NHẬN.", "ACCEPTED.")
      explanation = LocalizedText(
        "Báo cáo đã được tính vào số liệu của Sở. Đơn vị không phải làm gì thêm.",
        "The report counts. There is nothing more to do.")
    case .accepted:
      cssClass = "look"
      headline = LocalizedText(
        "ĐÃ TIẾP NHẬN, CÓ \(warnings) ĐIỂM CẦN XEM LẠI.", "ACCEPTED, WITH \(warnings) POINTS TO LOOK AT.")
      explanation = LocalizedText(
        "Báo cáo đã được tính. Nếu số liệu đúng, đơn vị giải trình trong lần nộp sau hoặc giữ nguyên; nếu sai, đề nghị sửa và nộp lại trọn bộ\(before.vietnamese).",
        "The report counts. If the figures are right, explain them next time or leave them; if not, mend them and send everything again\(before.english)."
      )
    case .partial:
      cssClass = "look"
      let accepted = receipt.submissions.count { $0.status != .rejected }
      headline = LocalizedText(
        "TIẾP NHẬN \(accepted)/\(receipt.submissions.count) BÁO CÁO TRONG GÓI.",
        "\(accepted) OF \(receipt.submissions.count) REPORTS ACCEPTED.")
      explanation = LocalizedText(
        "Các báo cáo chưa tiếp nhận nêu dưới đây; chỉ nộp lại những báo cáo đó.",
        "Those not accepted are listed below; send only those again.")
    case .rejected:
      cssClass = "bad"
      headline = LocalizedText("CHƯA TIẾP NHẬN.", "NOT ACCEPTED.")
      explanation = LocalizedText(
        "Có \(errors) lỗi, gồm \(causes) nguyên nhân. Đề nghị sửa theo hướng dẫn dưới đây và nộp lại trọn bộ\(before.vietnamese). Lần nộp trước (nếu có) vẫn còn giá trị.",
        "There are \(errors) errors with \(causes) causes. Mend them as shown below and send everything again\(before.english). An earlier submission still counts."
      )
    case .duplicate:
      cssClass = "good"
      headline = LocalizedText("ĐÃ NHẬN TRƯỚC ĐÓ.", "RECEIVED BEFORE.")
      explanation =
        receipt.original.map {
          let (hour, minute, _) = $0.receivedAt.timeOfDay
          let clock =
            "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute) ngày \($0.receivedAt.date.vietnamese)"
          return LocalizedText(
            "Tệp này giống hệt tệp đã nhận lúc \(clock) (phiếu \(Receipt.label($0.number))). Đơn vị không phải làm gì thêm.",
            "The file equals the one received \($0.receivedAt) (\(Receipt.label($0.number))). There is nothing to do.")
        }
        ?? LocalizedText(
          "Nội dung giống hệt báo cáo đang có giá trị. Đơn vị không phải làm gì thêm.",
          "The content equals the report that counts already. There is nothing to do.")
    case .quarantined:
      cssClass = "bad"
      headline = LocalizedText("KHÔNG MỞ ĐƯỢC TỆP.", "THE FILE CANNOT BE OPENED.")
      let reason = receipt.findings.first?.message
      explanation = LocalizedText(
        "\(reason?.vietnamese ?? "") Tệp được giữ nguyên tại Sở; đề nghị nén lại thành tệp .zip và nộp lại.",
        "\(reason?.english ?? "") The file is kept as it is; please zip the report again and send it.")
    }
    if receipt.isCheck { speakOfACheck() }
  }

  /// A check says what would become of the delivery, and first of all that nothing was handed in.
  private mutating func speakOfACheck() {
    explanation = LocalizedText(
      "Nếu nộp chính thức, kết quả sẽ là: \(headline.vietnamese) \(explanation.vietnamese)",
      "Handed in, the result would be: \(headline.english) \(explanation.english)")
    headline = LocalizedText("KIỂM TRA THỬ — CHƯA TÍNH LÀ NỘP.", "A CHECK — NOT HANDED IN.")
  }

  static func words(_ status: SubmissionReceipt.Status) -> LocalizedText {
    switch status {
    case .accepted: LocalizedText("đã tiếp nhận", "accepted")
    case .duplicate: LocalizedText("đã nhận trước đó", "received before")
    case .rejected: LocalizedText("chưa tiếp nhận", "not accepted")
    }
  }
}

extension Finding {
  /// Where it is, as a person looks for it: a cell, a line, or nothing for the whole.
  package func place(_ language: Language) -> String {
    guard let line = location.line else { return "" }
    if location.file.lowercased().hasSuffix(".xml") {
      let column = location.column.map { language == .vietnamese ? ", cột \($0)" : ", column \($0)" } ?? ""
      return (language == .vietnamese ? "dòng \(line)" : "line \(line)") + column
    }
    return location.cell.map { language == .vietnamese ? "ô \($0)" : $0 }
      ?? (language == .vietnamese ? "dòng \(line)" : "row \(line)")
  }
}
