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
      regime: regime, settings: settings, key: "donDoc", period: reminder.period, addressees: [addressee],
      context: context, appendices: hasList ? [list] : []
    ).document(template: template)
  }

  private var owing: [Reminder.Line] { reminder.owing }
  /// A letter to one unit needs no list.
  private var hasList: Bool { owing.count > 1 }
  private var offices: Int { owing.count(where: \.isOffice) }

  private var addressee: String {
    if !hasList, let only = owing.first { return only.name }
    let who = offices == owing.count ? "Trưởng các phòng" : "Thủ trưởng các đơn vị"
    return "\(who) có tên trong danh sách kèm theo"
  }

  /// What is the same of all units stands above the list, not in every row.
  private var list: Appendix {
    let cites = reminder.cites.map { "; căn cứ mục \($0)" } ?? ""
    return Appendix(
      title:
        "DANH SÁCH ĐƠN VỊ CHƯA GỬI BÁO CÁO HOẶC BÁO CÁO CHƯA ĐẠT YÊU CẦU\n\(Words.withoutGap(reminder.period).uppercased())",
      isLandscape: true, isList: true,
      body: [
        .table(
          Table(
            name: "danh-sach", caption: "", unitLine: "Thời hạn gửi: ngày \(reminder.due.vietnamese)\(cites)",
            columns: [
              .init("TT", .center, weight: 4), .init("Tên đơn vị", weight: 24), .init("Mã đơn vị", weight: 12),
              .init("Tình trạng", weight: 11), .init("Nội dung cần sửa", weight: 30),
              .init("Phiếu tiếp nhận", .center, weight: 11), .init("Phòng theo dõi", weight: 16),
            ],
            rows: owing.enumerated().map { number, line in
              Table.Row([
                .count(number + 1), .text(line.name), .text(line.unit), .text(Reminder.state(line)),
                .text(line.causes.joined(separator: " ")), .text(line.receipt ?? ""), .text(line.watchedBy ?? ""),
              ])
            }))
      ])
  }

  private var context: [String: Any] {
    let rejected = owing.count(where: \.isRejected)
    let missing = owing.count - rejected
    func count(_ number: Int) -> [String: Any] { ["so": VietnameseNumber.text(number), "co": number > 0] }
    var context: [String: Any] = [
      "han": reminder.due.vietnamese, "hanMoi": reminder.until.vietnamese,
      "ngayChot": reminder.today.vietnamese, "phaiGui": VietnameseNumber.text(reminder.required),
      "daGui": VietnameseNumber.text(reminder.reported), "chuaGui": count(missing), "chuaDat": count(rejected),
      "caHai": missing > 0 && rejected > 0, "coDanhSach": hasList,
    ]
    // Signed for the director, sections and schools alike are told; signed by the head of the office, sections are asked.
    let isDirector = settings.capacity.first?.hasPrefix("KT.") == true || settings.capacity == ["GIÁM ĐỐC"]
    context["phong"] = offices > 0
    context["donVi"] = offices < owing.count
    context["caPhong"] = offices > 0 && offices < owing.count
    context["caTruong"] = offices < owing.count
    context["yeuCau"] = isDirector || offices < owing.count ? "yêu cầu" : "đề nghị"
    context["trichDan"] = reminder.cites
    return context
  }
}
