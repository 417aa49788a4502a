package import Regimes
import ReportingModel

/// Makes the one letter that goes to all units which owe a report, with their list (texts-vi §7).
package struct ReminderComposer: Sendable {
  private let regime: Regime
  private let reminder: Reminder
  private let settings: OfficeSettings
  /// How to reach the office: `điện thoại …, thư điện tử …`.
  private let contact: String?

  package init(regime: Regime, reminder: Reminder, settings: OfficeSettings, contact: String?) {
    self.regime = regime
    self.reminder = reminder
    self.settings = settings
    self.contact = contact
  }

  /// Composes the letter.
  /// - Throws: `TemplateFault` when the template is no Mustache.
  package func compose(template: String) throws -> ReportDocument {
    let filled = try ReportTemplate.fill(template, context)
    let body = try TemplateMarkup(tables: NoTables(), texts: OfficeTexts()).blocks(of: filled)
    return ReportDocument(
      superiorAgency: word("coQuanTren"), agency: word("coQuan"), symbol: word("kyHieu.congVan"),
      place: word("diaDanh"), kindName: "", subject: word("trichYeu.donDoc"),
      addressees: ["Thủ trưởng các đơn vị có tên trong danh sách kèm theo"], body: body,
      signature: SignatureBlock(capacity: settings.capacity, signer: settings.signer),
      receivers: settings.receivers ?? word("noiNhan.donDoc").split(separator: "|").map(String.init),
      appendices: [list], isDraft: true, provenance: "")
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
      "tenKy": reminder.period, "han": reminder.due.vietnamese, "hanMoi": reminder.until.vietnamese,
      "ngayChot": reminder.today.vietnamese, "phaiGui": VietnameseNumber.text(reminder.required),
      "daGui": VietnameseNumber.text(reminder.reported), "chuaGui": count(missing), "chuaDat": count(rejected),
      "caHai": missing > 0 && rejected > 0,
      "keHoach": ["so": settings.planNumber ?? "[[?]]", "ngay": settings.planDate?.vietnamese ?? "[[?]]"],
    ]
    context["trichDan"] = reminder.cites
    context["lienHe"] = contact
    return context
  }

  private func word(_ key: String) -> String {
    (regime.reportTexts[key]?.vietnamese ?? "").replacing("{{tenKy}}", with: reminder.period)
  }

  private struct NoTables: TableSource {
    func table(_ name: String, _ arguments: [String], caption: String) -> Table? { nil }
  }
}
