import Regimes
import ReportingModel
import Submissions
import Testing
import Validation

/// The unit is known, was there, and the report lay in its own folder.
@Suite struct UnitTests {
  @Test func anUnknownUnitIsShownItsNeighbour() throws {
    let it = try Case("T-O1")
    let finding = try #require(it.findings().first)
    #expect(finding.code == "UNIT-UNKNOWN" && finding.value == "T-O1" && finding.location.cell == "B2")
    #expect(finding.message.vietnamese.contains("Gần nhất: T-01, Trường Trung học Mẫu Một."))
  }

  /// A commune may hand in the reports of its own schools, and of nobody else's.
  @Test(
    arguments: [
      ("T-01", "T-01", []), ("T-01", "T-02", ["UNIT-FOLDER"]), ("T-01", "XA-01", ["UNIT-FOLDER"]),
      ("TX-01", "XA-01", []), ("TX-01", "T-01", ["UNIT-FOLDER"]), ("XA-01", "TX-01", ["UNIT-FOLDER"]),
      ("T-01", nil, []),
    ] as [(String, String?, [String])])
  func theFolderIsThatOfTheUnit(_ unit: String, _ folder: String?, _ codes: [String]) throws {
    var it = try Case(unit)
    it.arrival.folderUnit = folder
    #expect(try it.codes().filter { $0.hasPrefix("UNIT") } == codes)
  }

  @Test func anOfficeMayDemandFolders() throws {
    var it = try Case()
    it.arrival.requiresFolder = true
    #expect(try it.codes() == ["UNIT-FOLDER"])
    it.arrival.folderUnit = "T-01"
    #expect(try it.codes() == [])
  }

  /// Those who look into a folder learn of a report that was put there by mistake whose it is, and nothing else.
  @Test func aReportInAnotherFolderShowsNothing() throws {
    var it = try Case()
    it.content.header.unitName = "Trường Trung học Mẫu Hai"
    it.set("CT04", Amount(501))
    it.content.explanations = [KeyedText(key: "R03", text: "Vì vậy nên thế.")]
    #expect(try Set(it.codes()) == ["UNIT-NAME", "RULE-R01", "RULE-UNUSED"])
    it.arrival.folderUnit = "T-02"
    let (_, submission) = try it.judge(it.content)
    #expect(submission.log.kept.map(\.code) == ["UNIT-FOLDER"] && submission.content == nil)
    #expect(submission.unit == "T-01" && submission.period == it.content.header.period)
    // A unit that nobody knows is nobody else; the mistake may be in its code alone.
    it = try Case("T-O1")
    it.arrival.folderUnit = "T-01"
    #expect(try it.codes() == ["UNIT-UNKNOWN", "UNIT-FOLDER"] && it.judge(it.content).submission.content != nil)
  }

  @Test func aUnitThatHasGone() throws {
    var it = try Case()
    it.units[0].to = try Case.day("2026-07-31")
    it.units[0].successor = "T-02"
    let gone = try #require(it.findings().first { $0.code == "UNIT-FORCE" })
    #expect(gone.severity == .error && gone.hint.vietnamese.contains("Đơn vị kế thừa là T-02,"))
    // It was there for a part of the period: what it did counts.
    it.units[0].to = try Case.day("2026-12-31")
    let left = try #require(it.findings().first)
    #expect(left.code == "UNIT-LASTDAY" && left.severity == .warning)
    #expect(left.hint.vietnamese.contains("đơn vị kế thừa (T-02)"))
    // The period's last day is still the unit's.
    it.units[0].to = try Case.day("2027-01-17")
    #expect(try it.codes() == [])
  }

  /// A unit is what it was on the period's last day, whatever it became.
  @Test func theRowInForceDescribesIt() throws {
    var it = try Case()
    var later = it.units[0]
    it.units[0].to = try Case.day("2027-01-17")
    later.kind = "VP"
    later.from = try Case.day("2027-01-18")
    it.units.append(later)
    let validator = try it.validator()
    #expect(validator.describe("T-01", PeriodKey(kind: "HK1", which: "2026-2027"))?.kind == "TRUONG")
    #expect(validator.describe("T-01", PeriodKey(kind: "HK2", which: "2026-2027"))?.kind == "VP")
    #expect(validator.describe("T-01", PeriodKey(kind: "CD", which: "?"))?.kind == "VP")
    #expect(validator.describe("T-99", PeriodKey(kind: "HK1", which: "2026-2027")) == nil)
  }
}
