import Documents
import Regimes
import ReportingModel
import Reports
import Testing

/// The letter that asks for figures: who must send what by when, under which code.
@Suite struct RequestLetterTests {
  private func request(
    _ from: String = "2026-09-01", _ to: String = "2026-11-30", due: String = "2026-12-04", partOf: PeriodKey? = nil,
    kinds: [String] = [], levels: [String] = [], units: [String] = []
  ) throws -> CollectionRequest {
    CollectionRequest(
      regime: "KH-NHO", code: "AI-2026", title: "Dạy học về AI",
      window: try #require(Window(from: Fixture.day(from), to: Fixture.day(to))), due: try Fixture.day(due),
      partOf: partOf, kinds: kinds, levels: levels, units: units)
  }

  private func compose(
    _ request: CollectionRequest, names: [String] = [], _ template: String = "a"
  ) throws -> ReportDocument {
    try RequestLetter(
      regime: Fixture.regime(), request: request, requests: [request], unitNames: names, settings: Letterhead()
    ).compose(template: "{{% CONTENT_TYPE:TEXT}}\n" + template)
  }

  private static let asked = """
    {{#yeuCau}}yêu cầu {{yeuCau}}{{/yeuCau}}{{#caHai}}; {{/caHai}}{{#deNghi}}đề nghị {{deNghi}}{{/deNghi}}
    """

  @Test func whatIsAskedAndByWhen() throws {
    let template =
      "{{tieuDe}} ({{maYeuCau}}, {{loaiKy}}): {{tuNgay}} đến {{denNgay}}, trước {{han}}{{#kyLon}}{{/kyLon}}."
    #expect(
      try compose(request(), template).lines == [
        "dạy học về AI (AI-2026, CD): 01/9/2026 đến 30/11/2026, trước 04/12/2026."
      ])
    // A due day that is a Saturday moves to Monday, as the day a report is judged by does.
    let weekend = try request(due: "2026-12-05", partOf: PeriodKey(kind: "HK1", which: "2026-2027"))
    #expect(
      try compose(weekend, "{{han}}, {{kyLon}}").lines == ["07/12/2026, học kỳ I, năm học 2026-2027"])
  }

  /// Those who owe it are told, the others are asked; schools of a commune are reached through it.
  @Test func everybodyIsAsked() throws {
    let document = try compose(request(), RequestLetterTests.asked)
    #expect(document.addressees == ["Ủy ban các xã", "Các trường thuộc Sở"])
    #expect(document.lines == ["yêu cầu các trường thuộc Sở; đề nghị Ủy ban các xã"])
  }

  @Test func someKindsAreAsked() throws {
    let schools = try compose(request(kinds: ["TRUONG"]), RequestLetterTests.asked)
    #expect(schools.addressees == ["Các trường thuộc Sở"] && schools.lines == ["yêu cầu các trường thuộc Sở"])
    let communes = try compose(request(kinds: ["XA", "TRUONG_XA"]), RequestLetterTests.asked)
    #expect(communes.addressees == ["Ủy ban các xã"] && communes.lines == ["đề nghị Ủy ban các xã"])
  }

  @Test func levelsAreNamedWithTheSchools() throws {
    let document = try compose(request(levels: ["TH", "THPT"]), RequestLetterTests.asked)
    #expect(document.addressees == ["Các trường thuộc Sở (cấp Tiểu học, Trung học)"])
    #expect(document.lines == ["yêu cầu các trường thuộc Sở (cấp Tiểu học, Trung học)"])
    let both = try compose(request(kinds: ["XA"], levels: ["TH"]), RequestLetterTests.asked)
    // A commune has no level.
    #expect(both.addressees == ["Ủy ban các xã"])
  }

  @Test func singleUnitsAreAddressedByName() throws {
    let document = try compose(request(units: ["T-01"]), names: ["Trường Một"], RequestLetterTests.asked)
    #expect(document.addressees == ["Trường Một"] && document.lines == ["yêu cầu các đơn vị có tên trên"])
  }

  /// One that gathers figures for a report of the department's bears the name of that report's days.
  @Test func theSubject() throws {
    #expect(try compose(request()).subject == "V/v báo cáo chuyên đề «Dạy học về AI»")
    let half = try compose(request("2026-12-15", "2027-06-14"), "{{tenKy}}")
    #expect(half.subject == "V/v báo cáo 6 tháng đầu năm 2027" && half.lines == ["6 tháng đầu năm 2027"])
    #expect(half.receivers == ["Như trên", "Lưu: VT"] && half.isLetter)
  }
}
