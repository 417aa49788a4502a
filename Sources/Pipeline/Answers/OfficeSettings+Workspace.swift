import ReportingModel
import Reports

extension Workspace {
  /// What the office has set for a copy of a report.
  func officeSettings(report copy: String) -> OfficeSettings {
    officeSettings(copy, capacity: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"])
  }

  /// What the office has set for a kind of letter: the head of the office signs it.
  func officeSettings(letter kind: String) -> OfficeSettings {
    officeSettings(kind, capacity: ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"])
  }

  private func officeSettings(_ copy: String, capacity: [String]) -> OfficeSettings {
    let reach = [
      configuration.contact?.phone.map { "điện thoại \($0)" }, configuration.contact?.email.map { "thư điện tử \($0)" },
    ].compactMap { $0 }
    return OfficeSettings(
      planNumber: configuration.plan?.number, planDate: configuration.plan?.date.flatMap { CalendarDate(iso: $0) },
      capacity: configuration.signature?.capacity ?? capacity, signer: configuration.signature?.name,
      legalBases: configuration.legalBases ?? [], receivers: configuration.receivers?[copy],
      contact: reach.isEmpty ? nil : reach.joined(separator: ", "))
  }
}
