package import ReportingModel
import Submissions

/// The line a receipt opens with: what became of the delivery, in words and not in colour alone (<doc:layout#Verdict>).
package struct ReceiptVerdict: Sendable {
  package private(set) var headline: LocalizedText
  package private(set) var explanation: LocalizedText
  let cssClass: String

  private init(_ cssClass: String, _ headline: LocalizedText, _ explanation: [LocalizedText]) {
    self.cssClass = cssClass
    self.headline = headline
    self.explanation = LocalizedText(
      explanation.map(\.vietnamese).joined(separator: " "), explanation.map(\.english).joined(separator: " "))
  }

  package init(_ receipt: Receipt) {
    let tally = FindingTally(receipt)
    switch receipt.status {
    case .accepted: self.init(accepted: receipt, tally)
    case .partial: self.init(partial: receipt)
    case .rejected: self.init(rejected: receipt, tally)
    case .duplicate: self.init(duplicate: receipt, tally)
    case .quarantined:
      let reason = receipt.findings.first?.message ?? LocalizedText("", "")
      self.init(
        "bad", LocalizedText("KHÔNG MỞ ĐƯỢC TỆP.", "THE FILE CANNOT BE OPENED."),
        [
          reason,
          LocalizedText(
            "Tệp được giữ nguyên tại Sở; đề nghị nén lại thành tệp .zip và nộp lại.",
            "The file is kept as it is; please zip the report again and send it."),
        ])
    }
    if receipt.isCheck { speakOfACheck() }
  }

  private init(accepted receipt: Receipt, _ tally: FindingTally) {
    guard tally.points == 0 else {
      let again = receipt.againBefore
      self.init(
        "look",
        LocalizedText(
          "ĐÃ TIẾP NHẬN, CÓ \(VietnameseNumber.text(tally.points)) ĐIỂM CẦN XEM LẠI.",
          "ACCEPTED, WITH \(counted(tally.points, "point").uppercased()) TO LOOK AT."),
        [
          LocalizedText(
            "Báo cáo đã được tính. Nếu số liệu đúng, đơn vị giải trình trong lần nộp sau hoặc giữ nguyên; nếu sai, sửa và nộp lại trọn bộ\(again.vietnamese).",
            "The report counts. If the figures are right, explain them next time or leave them; if not, mend them and send everything again\(again.english)."
          )
        ])
      return
    }
    let explained = LocalizedText(
      "Đơn vị đã giải trình \(VietnameseNumber.text(tally.explained)) điểm.",
      "The unit has explained \(counted(tally.explained, "point")).")
    self.init(
      "good", LocalizedText("ĐÃ TIẾP NHẬN.", "ACCEPTED."),
      [LocalizedText("Báo cáo đã được tính vào số liệu của Sở.", "The report counts.")]
        + (tally.explained > 0 ? [explained] : []) + [Self.nothingToDo])
  }

  private init(partial receipt: Receipt) {
    let reports = receipt.submissions.filter { !$0.submission.isUnopened }
    let accepted = reports.count { $0.status != .rejected }
    let inner = receipt.submissions.count - reports.count
    self.init(
      "look",
      LocalizedText(
        "TIẾP NHẬN \(accepted)/\(reports.count) BÁO CÁO TRONG GÓI"
          + (inner > 0 ? "; \(inner) GÓI NÉN BÊN TRONG CHƯA ĐƯỢC ĐỌC." : "."),
        "\(accepted) OF \(counted(reports.count, "report").uppercased()) ACCEPTED"
          + (inner > 0 ? "; \(counted(inner, "inner archive").uppercased()) NOT READ." : ".")),
      (accepted < reports.count
        ? [
          LocalizedText(
            "Các báo cáo chưa tiếp nhận nêu dưới đây; chỉ nộp lại những báo cáo đó.",
            "Those not accepted are listed below; send only those again.")
        ] : []) + Self.unread(receipt))
  }

  private init(rejected receipt: Receipt, _ tally: FindingTally) {
    let again = receipt.againBefore
    let (errors, causes) = (tally.errors, tally.causes)
    self.init(
      "bad", LocalizedText("CHƯA TIẾP NHẬN.", "NOT ACCEPTED."),
      Self.unread(receipt) + [
        LocalizedText(
          "Có \(VietnameseNumber.text(errors)) lỗi, gồm \(VietnameseNumber.text(causes)) nguyên nhân. Đề nghị sửa theo hướng dẫn dưới đây và nộp lại trọn bộ\(again.vietnamese). Lần nộp trước (nếu có) vẫn còn giá trị.",
          "There \(errors == 1 ? "is" : "are") \(counted(errors, "error")) with \(counted(causes, "cause")). Mend them as shown below and send everything again\(again.english). An earlier submission still counts."
        )
      ])
  }

  private init(duplicate receipt: Receipt, _ tally: FindingTally) {
    let same =
      receipt.original.map {
        LocalizedText(
          "Tệp này giống hệt tệp đã nhận lúc \($0.receivedAt.inWords) (phiếu \(ReceiptLabel.of($0.number))).",
          "The file equals the one received \($0.receivedAt) (\(ReceiptLabel.of($0.number))).")
      }
      ?? (tally.points == 0
        ? LocalizedText(
          "Nội dung giống hệt báo cáo đang có giá trị.", "The content equals the report that counts already.")
        : LocalizedText("Nội dung giống hệt một báo cáo đã nhận.", "The content equals a report received before."))
    let points = LocalizedText(
      "Có \(VietnameseNumber.text(tally.points)) điểm cần xem lại, nêu dưới đây.",
      "\(counted(tally.points, "point")) to look at below.")
    self.init(
      tally.points == 0 ? "good" : "look", LocalizedText("ĐÃ NHẬN TRƯỚC ĐÓ.", "RECEIVED BEFORE."),
      [same, tally.points == 0 ? Self.nothingToDo : points])
  }

  private static let nothingToDo = LocalizedText("Đơn vị không phải làm gì thêm.", "There is nothing more to do.")

  /// Archives in the archive: what is in them counts nowhere until it is sent by itself.
  private static func unread(_ receipt: Receipt) -> [LocalizedText] {
    let paths = receipt.submissions.filter(\.submission.isUnopened).map(\.submission.path)
    guard !paths.isEmpty else { return [] }
    let named = paths.prefix(5).map { "«\($0)»" }.joined(separator: ", ") + (paths.count > 5 ? ", …" : "")
    return [
      LocalizedText(
        "Có \(VietnameseNumber.text(paths.count)) gói nén nằm bên trong chưa được đọc, số liệu trong đó chưa được tính: \(named). Đề nghị nộp riêng từng gói đó, mỗi gói là một tệp .zip.",
        "\(counted(paths.count, "archive")) inside the bundle not read, so what is in there does not count: \(named). Send each by itself, as a .zip file."
      )
    ]
  }

  /// A check says what would become of the delivery, and first of all that nothing was handed in.
  private mutating func speakOfACheck() {
    explanation = LocalizedText(
      "Nếu nộp chính thức, kết quả sẽ là: \(headline.vietnamese) \(explanation.vietnamese)",
      "Handed in, the result would be: \(headline.english) \(explanation.english)")
    headline = LocalizedText("KIỂM TRA THỬ — CHƯA TÍNH LÀ NỘP.", "A CHECK — NOT HANDED IN.")
  }

  /// What became of one report.
  static func words(of line: SubmissionReceipt) -> LocalizedText {
    if line.submission.isUnopened {
      return LocalizedText("gói nén bên trong, chưa được đọc", "an archive inside, not read")
    }
    return switch line.status {
    case .accepted: LocalizedText("đã tiếp nhận", "accepted")
    case .duplicate: LocalizedText("đã nhận trước đó", "received before")
    case .rejected: LocalizedText("chưa tiếp nhận", "not accepted")
    }
  }
}
