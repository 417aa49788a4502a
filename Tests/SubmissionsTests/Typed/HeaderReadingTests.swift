import Regimes
import ReportingModel
import Submissions
import Testing

/// Whose report it is, for when, by which regime.
@Suite struct HeaderReadingTests {
  private func read(_ header: [String: String]) throws -> Submission {
    try Fixture.reader().read(Fixture.raw(header: header))
  }

  @Test func aHeaderIsRead() throws {
    let result = try read(
      Fixture.header.with("don_vi", " t-01 ").with("ten_don_vi", "Trường Mẫu").with("lan_nop", "3")
        .with("khong_phat_sinh", "x"))
    let header = try #require(result.content?.header)
    #expect(header.unit == "T-01" && header.unitName == "Trường Mẫu" && header.number == 3 && header.nilReturn)
    #expect(header.period.description == "HK1/2026-2027" && header.date.description == "2027-01-18")
    #expect(result.unit == "T-01" && result.period == header.period && result.log.isEmpty)
  }

  /// Without one of these nobody knows whose report it is; all that lack are said at once.
  @Test(arguments: ["che_do", "don_vi", "loai_ky", "nam_hoc", "ngay_lap"])
  func whatMakesASubmissionOne(_ column: String) throws {
    let result = try read(Fixture.header.with(column, " "))
    #expect(result.content == nil && result.log.errorCount == 1, "\(result.log.codes)")
    #expect(result.log.codes == [column == "nam_hoc" ? "HDR-PERIOD" : "HDR-MISSING"])
    // What could be read is there for the receipt.
    #expect(result.unit == (column == "don_vi" ? nil : "T-01"))
    #expect((result.period == nil) == ["loai_ky", "nam_hoc"].contains(column))
  }

  @Test(arguments: ["2026", "2026-2028", "2027-2026", "26-27", "2026/2027", "2026–2027", "2026 2027", "năm 2026"])
  func aSchoolYearIsTwoYearsInARow(_ year: String) throws {
    let result = try read(Fixture.header.with("nam_hoc", year))
    #expect(result.period == nil && result.log.codes == ["HDR-PERIOD"])
    #expect(result.log.kept.first?.value == year)
  }

  /// Spaces about the dash are no part of it; a dash that is none is shown for what it is.
  @Test func spacesInASchoolYear() throws {
    for year in ["2026 - 2027", "2026- 2027", "2026 -\u{A0}2027"] {
      #expect(try read(Fixture.header.with("nam_hoc", year)).period?.description == "HK1/2026-2027", "\(year)")
    }
    let finding = try #require(read(Fixture.header.with("nam_hoc", "2026–2027")).log.kept.first)
    #expect(finding.message.vietnamese.contains("2026⟨U+2013⟩2027") && finding.hint.english.contains("«2026-2027»"))
  }

  /// A text that is no code is mostly the unit's name; whom it means the registry may know.
  @Test(arguments: ["Trường Mẫu 01", "Mẫu 01", "T\u{200B}-01", "T–01"]) func aUnitThatIsNoCode(_ text: String) throws {
    let registry = Registry(
      rows: [
        UnitRow(code: "T-01", name: "Trường Mẫu 01", kind: "TRUONG"),
        UnitRow(code: "T-02", name: "Trường Mẫu 02", kind: "TRUONG"),
      ], digest: .zero)
    let history = RegimeHistory(try Fixture.regime())
    let raw = Fixture.raw(header: Fixture.header.with("don_vi", text))
    for known in [nil, registry] {
      let result = SubmissionReader(regimes: [history], requests: [], fallback: history, registry: known).read(raw)
      #expect(result.content == nil && result.unit == nil && result.log.codes == ["UNIT-UNKNOWN"])
      #expect(result.log.kept.first?.hint.english.contains("«T-01»") == (known != nil))
    }
  }

  @Test func aRequestIsNamedByItsCodeAndNothingElseIs() throws {
    let asked = Fixture.header.with("loai_ky", "CD").with("nam_hoc", nil)
    #expect(try read(asked.with("yeu_cau", "ai-2026")).period?.description == "CD/AI-2026")
    #expect(try read(asked).log.codes == ["HDR-REQUEST"])
    #expect(try read(Fixture.header.with("yeu_cau", "AI-2026")).log.codes == ["HDR-REQUEST"])
  }

  @Test func aCalendarYearIsFourDigits() throws {
    var regime = try Fixture.regime()
    regime.periodKinds.append(
      PeriodKind(code: "Q1", name: LocalizedText("Quý I", "Q1"), calendar: .calendarYear, schedule: nil))
    let history = RegimeHistory(regime)
    let reader = SubmissionReader(regimes: [history], requests: [], fallback: history)
    let years: [(String, String?)] = [
      ("2027", "Q1/2027"), ("27", nil), ("2027-2028", nil), ("1850", nil), ("", nil),
    ]
    for (year, key) in years {
      let header = Fixture.header.with("loai_ky", "Q1").with("nam", year)
      let result = reader.read(Fixture.raw(header: header))
      #expect(result.period?.description == key)
      #expect(result.log.codes == (key == nil ? ["HDR-PERIOD"] : []))
    }
  }

  @Test func aSecondRowIsAnotherReport() throws {
    var raw = Fixture.raw()
    raw.blocks[0].records.append(RawRecord(line: 3, values: raw.blocks[0].records[0].values))
    let result = try Fixture.reader().read(raw)
    #expect(result.log.codes == ["HDR-ROWS"] && result.log.kept.first?.location.line == 3)
  }

  @Test func noHeaderAtAll() throws {
    var raw = Fixture.raw()
    raw.blocks = [Fixture.block(.header, []), Fixture.block(.activities, [Fixture.activity])]
    let result = try Fixture.reader().read(raw)
    #expect(result.content == nil && result.log.codes == ["HDR-MISSING"])
    // Where the file itself could not be read, that was said already.
    raw.log.add(
      Finding(
        .csvQuote, .error, at: SourceLocation(), message: LocalizedText("a", "b"), hint: LocalizedText("c", "d")))
    #expect(try Fixture.reader().read(raw).log.codes == ["CSV-QUOTE"])
  }

  @Test func anUnknownRegimeIsAnErrorAndTheOthersAreNamed() throws {
    let result = try read(Fixture.header.with("che_do", "kh-khac"))
    #expect(result.log.codes == ["HDR-REGIME"] && result.log.kept.first?.value == "KH-KHAC")
    #expect(result.log.kept.first?.hint.english == "Write one of: KH-NHO.")
  }

  /// The version that applies on a period's last day says which codes there are.
  @Test func thePeriodChoosesTheVersion() throws {
    let old = try Fixture.regime()
    var new = old
    new.version = "2"
    new.digest = Digest(first32: [2])
    new.appliesFrom = try #require(CalendarDate(iso: "2027-08-01"))
    new.tasks.removeAll { $0.code == "NV02" }
    var history = RegimeHistory(old)
    history.append(new)
    let reader = SubmissionReader(regimes: [history], requests: [], fallback: history)
    #expect(reader.read(Fixture.raw([Fixture.activity])).log.isEmpty)
    let later = Fixture.raw(header: Fixture.header.with("nam_hoc", "2027-2028"), [Fixture.activity])
    #expect(reader.read(later).log.codes == ["ACT-CODE"])
  }
}
