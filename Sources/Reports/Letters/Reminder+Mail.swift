import ReportingModel

/// The rows for mail: a unit each, with the whole text of what is written to it, since a mail merge knows no conditions
/// (<doc:layout#Reminder-letter>).
extension Reminder {
  package static let mergeColumns = [
    "ma", "ten", "email", "ky", "han", "hanMoi", "tinhTrang", "nguyenNhan", "soPhieu", "tieuDe", "noiDung",
  ]

  package var mergeRows: [[String]] {
    lines.map { line in
      [
        line.unit, line.name, line.email, period, due.vietnamese, until.vietnamese, Reminder.state(line),
        line.causes.joined(separator: " "), line.receipt ?? "", subject(of: line), text(for: line),
      ]
    }
  }

  private var name: String { Words.inSentence(period) }

  private func subject(of line: Line) -> String {
    if line.isRejected {
      let receipt = line.receipt.map { " (phiếu \($0))" } ?? ""
      return "Đề nghị sửa, gửi lại báo cáo \(name)\(receipt) - \(line.name)"
    }
    return line.isPending
      ? "Sắp đến hạn gửi báo cáo \(name) - \(line.name)" : "Nhắc gửi báo cáo \(name) - \(line.name)"
  }

  private func text(for line: Line) -> String {
    var paragraphs = ["Kính gửi \(line.name),"]
    if line.isRejected {
      let receipt = line.receipt.map { " (phiếu \($0))" } ?? ""
      paragraphs.append(
        "Văn phòng Sở đã nhận báo cáo \(name) của đơn vị\(receipt) nhưng chưa tiếp nhận được\(line.causes.isEmpty ? "." : " vì:")"
      )
      paragraphs += line.causes.map { "- \($0)" }
      paragraphs.append(
        "Cách sửa ghi trong phiếu tiếp nhận kèm theo. Đề nghị sửa và gửi lại đầy đủ các tệp chậm nhất ngày \(until.vietnamese)."
      )
    } else if line.isPending {
      paragraphs.append(
        "Báo cáo \(name) gửi chậm nhất ngày \(due.vietnamese) (còn \(VietnameseNumber.text(daysLeft)) ngày làm việc). Nếu đã gửi, đơn vị không phải làm gì thêm."
      )
    } else {
      paragraphs.append(
        "Tính đến hết ngày \(today.vietnamese), Văn phòng Sở Giáo dục và Đào tạo chưa nhận được báo cáo \(name) của đơn vị (thời hạn gửi là ngày \(due.vietnamese)). Đề nghị đơn vị gửi báo cáo chậm nhất ngày \(until.vietnamese); nếu trong kỳ không có hoạt động, vẫn gửi báo cáo, ghi rõ không phát sinh. Mẫu đã ghi sẵn mã đơn vị được gửi kèm thư này."
      )
      paragraphs.append("Nếu đơn vị đã gửi mà chưa nhận được phiếu tiếp nhận, đề nghị báo lại để kiểm tra.")
    }
    paragraphs += ["Trân trọng.", "Văn phòng Sở" + (contact.map { "; \($0)" } ?? "")]
    return paragraphs.joined(separator: "\n")
  }
}
