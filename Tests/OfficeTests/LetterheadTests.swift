import Aggregation
import Ledger
import Register
import ReportingModel
import Reports
import Settings
import Testing
import Workspaces

@testable import Office

/// What an office has set, as reports and letters print it (<doc:commands#Settings>).
@Suite struct LetterheadTests {
  @Test func withoutSettingsItIsWhatFitsTheDocument() {
    let settings = OfficeSettings()
    #expect(
      Letterhead(settings, report: .province)
        == Letterhead(capacity: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], isElectronic: true))
    // The department's own copy is a paper of its office, whoever signs for the department.
    #expect(Letterhead(settings, report: .department).capacity == ["CHÁNH VĂN PHÒNG"])
    #expect(
      Letterhead(settings, letter: "don-doc") == Letterhead(capacity: ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]))
  }

  @Test func everySettingHasItsPlace() throws {
    var settings = OfficeSettings()
    settings.plan.number = "15/KH"
    settings.plan.date = CalendarDate(iso: "2026-06-30")
    settings.signature.capacity = ["GIÁM ĐỐC"]
    settings.signature.signer = "Người Ký Mẫu"
    settings.legalBases = ["Căn cứ Mẫu;"]
    settings.receivers = ["ubnd-tinh": ["Như trên", "Lưu: VT"], "don-doc": ["Lưu: VT"]]
    settings.contact.phone = "0263 000 000"
    settings.contact.email = "vp@example.edu.vn"
    var expected = Letterhead(
      planNumber: "15/KH", planDate: settings.plan.date, capacity: ["GIÁM ĐỐC"], signer: "Người Ký Mẫu",
      legalBases: ["Căn cứ Mẫu;"], receivers: ["Như trên", "Lưu: VT"],
      contact: "điện thoại 0263 000 000, thư điện tử vp@example.edu.vn", isElectronic: true)
    #expect(Letterhead(settings, report: .province) == expected)
    expected.receivers = ["Lưu: VT"]
    expected.isElectronic = false
    #expect(Letterhead(settings, letter: "don-doc") == expected)
    // Another copy keeps the regime's receivers.
    expected.receivers = nil
    expected.isElectronic = true
    settings.contact.phone = nil
    expected.contact = "thư điện tử vp@example.edu.vn"
    #expect(Letterhead(settings, report: .ministry) == expected)
  }

  /// A draft is printed with the settings as of its own N.
  @Test func aDraftHasTheSettingsOfItsN() async throws {
    let bureau = try await Bureau()
    let request = ReportRequest(.semester(PeriodKey(kind: "HK1", which: "2026-2027")), to: .department)
    let before = try await bureau.workspace.read()
    let old = try await before.draft(request).file(.html, language: .vietnamese)
    try await bureau.set { $0.signature.signer = "Người Ký Khác" }
    let after = try await bureau.workspace.read()
    let new = try await after.draft(request).file(.html, language: .vietnamese)
    #expect(String(decoding: new, as: UTF8.self).contains("Người Ký Khác"))
    #expect(!String(decoding: old, as: UTF8.self).contains("Người Ký Khác"))
    let asOf = try await bureau.workspace.read(asOf: before.register.head.sequence)
    #expect(try await asOf.draft(request).file(.html, language: .vietnamese) == old)
  }
}
