import Aggregation
import ReportingModel
import Reports
import Settings

extension Letterhead {
  /// What the office has set for a report to a recipient.
  init(_ settings: OfficeSettings, report recipient: ReportRecipient) {
    // The department's own copy is a paper of its office: nobody reports to himself.
    self.init(
      settings, recipient.rawValue,
      usually: recipient == .department ? ["CHÁNH VĂN PHÒNG"] : ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"])
    if recipient == .department { capacity = ["CHÁNH VĂN PHÒNG"] }
    isElectronic = settings.electronic
    writesTwoDigits = settings.numbers.twoDigits
  }

  /// What the office has set for a kind of letter: the head of the office signs it.
  init(_ settings: OfficeSettings, letter kind: String) {
    self.init(settings, kind, usually: ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"])
  }

  private init(_ settings: OfficeSettings, _ document: String, usually capacity: [String]) {
    let reach = [
      settings.contact.phone.map { "điện thoại \($0)" }, settings.contact.email.map { "thư điện tử \($0)" },
    ].compactMap { $0 }
    self.init(
      planNumber: settings.plan.number, planDate: settings.plan.date,
      capacity: settings.signature.capacity.isEmpty ? capacity : settings.signature.capacity,
      signer: settings.signature.signer, legalBases: settings.legalBases, receivers: settings.receivers[document],
      contact: reach.isEmpty ? nil : reach.joined(separator: ", "))
  }
}
