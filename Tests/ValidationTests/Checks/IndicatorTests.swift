import ReportingModel
import Testing
import Validation

@testable import Submissions

/// What a kind of unit is asked, must tell, and must not tell.
@Suite struct IndicatorTests {
  @Test func onlyWhoIsAskedTells() throws {
    var office = try Case("VP")
    #expect(try office.codes() == ["IND-KIND", "IND-KIND", "IND-KIND"])
    #expect(try office.findings().first?.message.english.contains("only for: School; School of a commune.") == true)
    office.content.indicators = [IndicatorValue(code: "CT06", value: Amount(1))]
    #expect(try office.codes() == [])
  }

  /// The same indicator is demanded of one kind and asked of another.
  @Test func whatIsDemanded() throws {
    var school = try Case()
    school.set("CT03", nil)
    let missing = try #require(school.findings().first)
    #expect(missing.code == "IND-MISSING" && missing.severity == .error && missing.cite == "IV.3")
    #expect(missing.location.field == "CT03" && missing.message.vietnamese.contains("là chỉ tiêu bắt buộc (IV.3)"))
    var commune = try Case("TX-01")
    commune.set("CT03", nil)
    let asked = try #require(commune.findings().first)
    #expect(asked.code == "IND-MISSING" && asked.severity == .warning && asked.cite == "IV.4")
    school.set("CT02", nil)
    school.set("CT03", .zero)
    school.set("CT04", nil)
    #expect(try school.codes() == [])
  }

  /// A value that stands there unread is not missing: its cell has been named already.
  @Test func whatIsUnreadIsNotMissing() throws {
    var it = try Case()
    it.set("CT03", nil)
    it.unread.keys[.indicators] = ["CT03"]
    #expect(try it.codes() == [])
    it.unread.keys[.indicators] = ["CT02"]
    #expect(try it.codes() == ["IND-MISSING"])
    it.unread = Unread(blocks: [.indicators, .narratives])
    it.content.narratives = []
    #expect(try it.codes() == [])
  }

  @Test func aNilReturnThatTellsSomething() throws {
    var it = try Case()
    it.content.header.nilReturn = true
    it.content.exemplars = [Exemplar(area: "ND1", title: "A", summary: "…")]
    let finding = try #require(it.findings().first)
    #expect(try it.codes() == ["HDR-NIL"] && finding.location.field == "khong_phat_sinh")
    // What stands at the end of a period is there whether anything arose or not.
    #expect(finding.message.vietnamese == "Báo cáo không phát sinh nhưng có 1 hoạt động, 1 mô hình, CT02 = 1.000.")
    it.content.activities = []
    it.content.exemplars = []
    it.set("CT02", .zero)
    #expect(try it.codes() == [])
  }

  /// One activity of the school year will do, told here or for another period.
  @Test func whoOwesAnActivity() throws {
    var it = try Case()
    it.content.activities = []
    let finding = try #require(it.findings().first)
    #expect(finding.code == "ACT-NONE" && finding.cite == "V.3")
    #expect(finding.message.english.contains("from 2026-06-01 to 2027-07-31"))
    it.history.hasOthers = true
    #expect(try it.codes() == [])
    it.history.hasOthers = false
    it.unread = Unread(blocks: [.activities])
    #expect(try it.codes() == [])
    it.unread = Unread(blocks: [])
    it.content.header.nilReturn = true
    it.set("CT02", nil)
    #expect(try it.codes() == [])
    // Neither the kind of unit nor the kind of period that the plan does not name owes one.
    var commune = try Case("TX-01")
    commune.content.activities = []
    #expect(try commune.codes() == [])
    var second = try Case("T-01", "HK2/2026-2027")
    second.content.header.date = try Case.day("2027-05-31")
    second.arrival.receivedAt = try Case.moment("2027-05-31T08:00:00")
    second.content.activities = []
    #expect(try second.codes() == [])
  }
}
