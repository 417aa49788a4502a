package import Documents
package import Regimes
import ReportingModel

/// Makes the one letter that goes to all units which owe a report, with their list (<doc:layout#Reminder-letter>).
package struct ReminderComposer: Sendable {
  private let regime: Regime
  private let reminder: Reminder
  private let settings: Letterhead

  package init(regime: Regime, reminder: Reminder, settings: Letterhead) {
    self.regime = regime
    self.reminder = reminder
    self.settings = settings
  }

  /// Composes the letter.
  /// - Throws: `TemplateFault` when the template is no Mustache.
  package func compose(template: String) throws -> ReportDocument {
    try Letter(
      regime: regime, settings: settings, key: "donDoc", period: reminder.period,
      addressees: ["Thủ trưởng các đơn vị có tên trong danh sách kèm theo"], context: context, appendices: [list]
    ).document(template: template)
  }

  private var list: Appendix {
    Appendix(
      title: "DANH SÁCH ĐƠN VỊ CHƯA GỬI HOẶC CHƯA ĐẠT YÊU CẦU BÁO CÁO \(reminder.period.uppercased())",
      isLandscape: true,
      body: [
        .table(
          Table(
            caption: "",
            columns: [
              .init("TT", .center, weight: 4), .init("Mã", weight: 12), .init("Tên đơn vị", weight: 26),
              .init("Kỳ báo cáo", weight: 16), .init("Hạn", .center, weight: 9), .init("Căn cứ", .center, weight: 8),
              .init("Tình trạng", weight: 12),
              .init("Nội dung cần sửa", weight: 30),
            ],
            rows: reminder.lines.enumerated().map { number, line in
              [
                String(number + 1), line.unit, line.name, reminder.period, reminder.due.vietnamese,
                line.cite ?? "", Reminder.state(line), toMend(line),
              ]
            }))
      ])
  }

  private func toMend(_ line: Reminder.Line) -> String {
    (line.causes + [line.receipt.map { "(Phiếu \($0))" }].compactMap { $0 }).joined(separator: " ")
  }

  private var context: [String: Any] {
    let missing = reminder.lines.count { !$0.isRejected }
    let rejected = reminder.lines.count - missing
    func count(_ number: Int) -> [String: Any] { ["so": VietnameseNumber.text(number), "co": number > 0] }
    var context: [String: Any] = [
      "han": reminder.due.vietnamese, "hanMoi": reminder.until.vietnamese,
      "ngayChot": reminder.today.vietnamese, "phaiGui": VietnameseNumber.text(reminder.required),
      "daGui": VietnameseNumber.text(reminder.reported), "chuaGui": count(missing), "chuaDat": count(rejected),
      "caHai": missing > 0 && rejected > 0,
    ]
    // The department's own sections are asked, units below it are told (<doc:layout#Reminder-letter>).
    let offices = reminder.lines.count(where: \.isOffice)
    context["phong"] = offices > 0
    context["donVi"] = offices < reminder.lines.count
    context["caPhong"] = offices > 0 && offices < reminder.lines.count
    context["trichDan"] = reminder.cites
    return context
  }
}
