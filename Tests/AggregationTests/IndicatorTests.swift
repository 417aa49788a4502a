import Aggregation
import Regimes
import ReportingModel
import Testing

@Suite("Told indicators")
struct IndicatorTests {
  private let spring = Fixture.firstHalf
  private let autumn = Fixture.window("2026-06-15", "2026-12-14")
  private let schoolYear = Fixture.window("2026-08-01", "2027-07-31")

  @Test("a cumulative period adds only what its parts did not tell")
  func cumulative() {
    let facts = Fixture.facts([
      Fixture.accepted(1, "S1", Fixture.hk1, told: ["CT09": 100]),
      Fixture.accepted(2, "S1", Fixture.hk2, told: ["CT09": 30]),
      Fixture.accepted(3, "S1", Fixture.nam, told: ["CT09": 150]),
    ])
    #expect(facts.value("CT09", spring) == "150")
    #expect(facts.value("CT09", Fixture.window("2027-01-01", "2027-01-31")) == "100")
    #expect(facts.value("CT09", Fixture.window("2027-02-01", "2027-05-31")) == "50")
  }

  @Test("a request that is part of a period gives the half-year what no period tells yet")
  func requestAsPart() {
    let requests = [Fixture.request("CUOI", "2026-06-15", "2026-12-14", due: "2026-12-17", partOf: Fixture.hk1)]
    var submissions = [Fixture.accepted(1, "S1", Fixture.asked("CUOI"), told: ["CT09": 40])]
    #expect(Fixture.facts(submissions, requests: requests).value("CT09", autumn) == "40")
    submissions.append(Fixture.accepted(2, "S1", Fixture.hk1, told: ["CT09": 100]))
    let facts = Fixture.facts(submissions, requests: requests)
    #expect(facts.value("CT09", autumn) == "40")
    #expect(facts.value("CT09", spring) == "60")
    submissions.append(Fixture.accepted(3, "S1", Fixture.nam, told: ["CT09": 100]))
    #expect(Fixture.facts(submissions, requests: requests).value("CT09", schoolYear) == "100")
    // HK1 taken back: the year then contains what the request told, through a period that nobody told.
    submissions[1].withdrawn = true
    let without = Fixture.facts(submissions, requests: requests)
    #expect(without.value("CT09", spring) == "60")
    #expect(without.value("CT09", schoolYear) == "100")
  }

  @Test("a negative increment stays and is listed")
  func negative() {
    let report = Fixture.facts([
      Fixture.accepted(1, "S1", Fixture.hk1, told: ["CT09": 100]),
      Fixture.accepted(2, "S1", Fixture.nam, told: ["CT09": 70]),
    ]).report(ReportQuestion(window: spring))
    #expect(report.told.indicators.first { $0.code == "CT09" }?.value == Amount(70))
    #expect(
      report.doubts.negativeIncrements.map { "\($0.unitCode) \($0.period) \($0.indicator) \($0.value)" }
        == ["S1 NAM/2026-2027 CT09 -30"])
  }

  @Test("a request that is part of no period enters only the report on it")
  func standalone() {
    let facts = Fixture.facts(
      [
        Fixture.accepted(
          1, "S1", Fixture.asked("AI"), [Fixture.activity("2027-03-02")], told: ["CT09": 40, "CT14": 9],
          exemplars: [Exemplar(area: "ND1", title: "t", summary: "s")])
      ], requests: [Fixture.request("AI", "2027-03-01", "2027-03-31", due: "2027-04-05")])
    #expect(facts.value("CT09", spring) == nil)
    #expect(facts.value("CT14", spring) == nil)
    #expect(facts.value("CT01", spring) == "1")
    #expect(facts.report(ReportQuestion(window: spring)).exemplars.rows.count == 1)
    let own = facts.requestQuestion("AI").map { facts.report($0) }
    #expect(own?.told.indicators.compactMap { $0.value?.description } == ["1", "40", "9"])
    #expect(own?.window == Fixture.window("2027-03-01", "2027-03-31"))
    #expect(own?.comparison.before == nil)
  }

  @Test("not told is not zero, a nil return tells 0 for every flow its kind is asked")
  func nilReturn() {
    let facts = Fixture.facts([
      Fixture.accepted(1, "S1", Fixture.hk1, nilReturn: true, told: ["CT14": 5]),
      Fixture.accepted(2, "X1", Fixture.hk1),
    ])
    let figures = facts.report(ReportQuestion(window: spring)).told.indicators
    #expect(figures.first { $0.code == "CT09" }.map { "\($0.value?.description ?? "nil") \($0.units)" } == "0 1")
    #expect(figures.first { $0.code == "CT05" }?.value == nil)
    #expect(figures.first { $0.code == "CT15" }?.value == nil)
  }

  @Test("stocks come from the submission with the latest last day in twelve months, NAM before HK2, and only from it")
  func stocks() {
    var submissions = [
      Fixture.accepted(3, "S1", Fixture.hk1, told: ["CT14": 1, "CT15": 1]),
      Fixture.accepted(1, "S1", Fixture.nam, told: ["CT14": 3]),
      Fixture.accepted(2, "S1", Fixture.hk2, told: ["CT14": 2, "CT15": 2]),
    ]
    let facts = Fixture.facts(submissions)
    #expect(facts.value("CT14", spring) == "3")
    #expect(facts.value("CT15", spring) == nil)
    #expect(facts.value("CT14", Fixture.window("2027-01-17", "2027-01-17")) == "1")
    #expect(facts.value("CT14", Fixture.window("2027-01-01", "2027-01-16")) == nil)
    #expect(facts.value("CT14", Fixture.window("2028-05-01", "2028-05-30")) == "3")
    #expect(facts.value("CT14", Fixture.window("2028-05-01", "2028-05-31")) == nil)
    submissions.reverse()
    #expect(Fixture.facts(submissions).value("CT14", spring) == "3")
  }

  @Test("a merged school's pupils are its successor's")
  func merged() {
    var units = Fixture.units
    units[1].to = Fixture.day("2027-03-31")
    units[1].successor = "S1"
    let facts = Fixture.facts(
      [
        Fixture.accepted(1, "S1", Fixture.hk1, told: ["CT14": 10, "CT09": 1]),
        Fixture.accepted(2, "S2", Fixture.hk1, told: ["CT14": 20, "CT09": 2]),
      ], units: units)
    #expect(facts.value("CT14", spring) == "10")
    #expect(facts.value("CT09", spring) == "3")
    #expect(facts.value("CT14", Fixture.window("2027-01-01", "2027-03-31")) == "30")
  }

  @Test("expected counts units in force that owe a period ending in the window, and coverage stays within it")
  func coverage() {
    var units = Fixture.units
    units[2].to = Fixture.day("2027-02-28")
    let report = Fixture.facts(
      [
        Fixture.accepted(1, "S1", Fixture.hk1, told: ["CT09": 1]),
        Fixture.accepted(2, "M1", Fixture.hk1, told: ["CT09": 2]),
        Fixture.accepted(3, "S3", Fixture.hk1, told: ["CT09": 4]),
      ], units: units
    ).report(ReportQuestion(window: spring))
    let figures = report.told.indicators.map { "\($0.code) \($0.units) \($0.requiredUnits) \($0.expected)" }
    #expect(figures.contains("CT09 3 1 2"))
    #expect(figures.contains("CT12 0 0 3"))
    #expect(figures.contains("CT01 0 0 3"))
  }

  @Test("a ratio is taken over the units that gave both, and has no value on zero")
  func ratios() {
    func ratios(_ submissions: [Sent]) -> [String] {
      Fixture.facts(submissions).report(ReportQuestion(window: spring)).told.ratios
        .map { "\($0.code) \($0.value?.description ?? "nil") \($0.units)" }
    }
    #expect(
      ratios([
        Fixture.accepted(1, "S1", Fixture.hk1, told: ["CT14": 3, "CT15": 2, "CT21": 1]),
        Fixture.accepted(2, "S2", Fixture.hk1, told: ["CT14": 100, "CT21": 0]),
        Fixture.accepted(3, "S3", Fixture.hk1, told: ["CT15": 100, "CT21": 1]),
      ]) == ["TL01 66.67 1", "TL04 66.67 3"])
    #expect(
      ratios([Fixture.accepted(1, "S1", Fixture.hk1, told: ["CT14": 0, "CT15": 0])]) == ["TL01 nil 1", "TL04 nil 0"])
  }

  @Test("a semester takes its own submissions alone, flows as told")
  func semester() throws {
    let facts = Fixture.facts(
      [
        Fixture.accepted(1, "S1", Fixture.asked("CUOI"), told: ["CT09": 40]),
        Fixture.accepted(2, "S1", Fixture.hk1, told: ["CT09": 100, "CT14": 7]),
        Fixture.accepted(3, "S2", Fixture.nam, told: ["CT09": 500, "CT14": 8]),
        Fixture.accepted(4, "S1", Fixture.period("HK1", 2025), told: ["CT09": 90]),
      ], requests: [Fixture.request("CUOI", "2026-06-15", "2026-12-14", due: "2026-12-17", partOf: Fixture.hk1)])
    let report = facts.report(try #require(facts.semesterQuestion(Fixture.hk1)))
    #expect(report.told.indicators.first { $0.code == "CT09" }?.value == Amount(100))
    #expect(report.told.indicators.first { $0.code == "CT14" }?.value == Amount(7))
    #expect(report.reporting.completeness.map(\.period) == [Fixture.hk1])
    #expect(report.comparison.before?.indicators.first { $0.code == "CT09" }?.value == Amount(90))
    #expect(
      facts.report(ReportQuestion(window: Fixture.window("2026-09-05", "2027-01-17"))).told.indicators
        .first { $0.code == "CT09" }?.value == Amount(100))
    let year = facts.report(try #require(facts.schoolYearQuestion(SchoolYear(firstYear: 2026))))
    #expect(
      year.reporting.completeness.map(\.period.description)
        == ["CD/CUOI", "HK1/2026-2027", "HK2/2026-2027", "NAM/2026-2027"])
    #expect(year.told.indicators.first { $0.code == "CT09" }?.value == Amount(600))
  }
}
