import Aggregation
import Regimes
import ReportingModel
import Testing

@Suite("The canonical report")
struct ReportTests {
  private let head = ReportHead(kind: "half-year", key: "2027-1", recipient: .province, ledgerHead: "ab")
  private let facts = Fixture.facts(
    [
      Fixture.accepted(
        1, "S1", Fixture.hk1,
        [
          Fixture.activity("2027-01-02", id: "A", topics: ["SHTT"], quantity: 2, people: 30),
          Fixture.activity("2027-01-03", "NV05", id: "B", area: "ND3", product: "SUKIEN"),
        ], told: ["CT09": 350, "CT14": 10, "CT15": 5],
        exemplars: [Exemplar(area: "ND1", title: "Thư viện", summary: "Tóm tắt")],
        narratives: [KeyedText(key: "KETQUA", text: "Tốt")]),
      Fixture.accepted(2, "M1", Fixture.hk1, [Fixture.activity("2027-01-05")], told: ["CT09": 1]),
      Fixture.accepted(3, "P1", Fixture.hk1, [Fixture.activity("2026-01-05")], told: ["CT12": 1]),
    ],
    refused: [
      Refused(unit: "S2", period: Fixture.hk1, receivedAt: Fixture.at("2027-01-20T08:00:00"), sequence: 4)
    ])

  private func members(_ question: ReportQuestion) -> [String: JSONValue] {
    guard case .object(let members) = facts.report(question).json(head) else { return [:] }
    return members
  }

  private func text(_ value: JSONValue?) -> String {
    String(decoding: (value ?? .null).canonicalBytes, as: UTF8.self)
  }

  @Test("it has every key of a canonical report")
  func keys() {
    let members = members(ReportQuestion(window: Fixture.firstHalf))
    let keys = [
      "schema", "kind", "key", "to", "regime", "registry", "window", "asOf", "completeness", "tasks", "contentAreas",
      "channels", "products", "indicators", "ratios", "byKind", "byLevel", "byRegion", "byCommune", "byMonth",
      "exemplars", "narratives", "missingUnits", "negativeIncrements", "topics", "total", "areaByChannel",
      "taskProducts",
      "completenessBy", "communes", "ledgerHead", "before", "possibleDoubles",
    ]
    #expect(keys.filter { members[$0] == nil } == [])
    #expect(members["rows"] == nil)
    #expect(text(members["total"]) == #"{"records":3,"soLuong":4,"soNguoi":30,"units":2}"#)
    #expect(
      text(members["indicators"]).contains(
        #"{"code":"CT09","expected":3,"requiredUnits":1,"units":2,"value":"351"}"#))
    #expect(
      text(members["indicators"]).contains(
        #"{"code":"CT21","expected":4,"requiredUnits":0,"units":0,"value":null}"#))
    #expect(text(members["ratios"]) == #"[{"code":"TL01","value":"50"},{"code":"TL04","value":null}]"#)
    #expect(
      text(members["completeness"]).hasPrefix(
        #"[{"invitedReported":1,"late":0,"missing":1,"onTime":2,"period":"HK1/2026-2027","rejected":1,"#
          + #""reported":2,"required":4},"#
      ))
  }

  @Test("every code of the regime has its row in its order, groups only where they have records")
  func rows() {
    let report = facts.report(ReportQuestion(window: Fixture.firstHalf))
    #expect(
      report.activities.products.map { "\($0.code) \($0.measures.records)" }
        == ["KEHOACH 0", "VANBAN 0", "TINBAI 2", "VIDEO 0", "SUKIEN 1"])
    #expect(report.activities.topics.map { "\($0.code) \($0.measures.records)" } == ["SHTT 1", "DDS 0", "DN 0"])
    #expect(report.places.byKind.map(\.code) == ["CSGD_SO", "CSGD_XA"])
    #expect(report.places.byCommune.map { "\($0.code) \($0.measures.records)" } == ["X1 3"])
    #expect(
      report.places.communes.map { "\($0.code) \($0.ownReporting) \($0.departmentReporting) \($0.exemplars)" }
        == ["- 0 1 0", "X1 1 1 1", "X2 0 0 0"])
    #expect(
      report.places.totals.withReports == 1 && report.places.totals.total == 2 && report.places.totals.schools == 1)
    #expect(
      report.places.regions.map { "\($0.code) \($0.reporting) \($0.average?.description ?? "nil")" }
        == ["- 1 0", "V1 2 1.5"])
    #expect(report.reporting.units == 3)
    #expect(
      report.reporting.missing.map { "\($0.unit) \($0.period) \($0.status)" }.prefix(4)
        == [
          "P1 NAM/2026-2027 missing", "S1 NAM/2026-2027 missing", "S2 HK1/2026-2027 rejected",
          "S2 NAM/2026-2027 missing",
        ])
    #expect(report.activities.notable.map { "\($0.code) \($0.activity.activity.people)" }.first == "ND1 30")
  }

  @Test("before is the same window a year earlier, null when nothing falls in it; 29 February becomes 28")
  func before() {
    let report = facts.report(ReportQuestion(window: Fixture.firstHalf))
    #expect(report.comparison.before?.window == Fixture.window("2025-12-15", "2026-06-14"))
    #expect(report.comparison.before?.total.records == 1)
    #expect(report.comparison.changes.first.map { "\($0.difference) \($0.percent?.description ?? "nil")" } == "2 200")
    #expect(facts.report(ReportQuestion(window: Fixture.window("2028-02-29", "2028-02-29"))).comparison.before == nil)
    let leap = Fixture.facts([Fixture.accepted(1, "S1", Fixture.hk1, [Fixture.activity("2027-02-28")])])
      .report(ReportQuestion(window: Fixture.window("2028-02-29", "2028-02-29")))
    #expect(leap.comparison.before?.total.records == 1)
    let members = members(ReportQuestion(window: Fixture.firstHalf))
    #expect(
      text(members["before"]).contains(#""tasks":[{"code":"NV01","records":0,"soLuong":0,"soNguoi":0,"units":0}"#))
    #expect(text(members["before"]).contains(#"{"code":"CT09","units":0,"value":null}"#))
  }

  @Test("before is there when only a told value falls in it")
  func beforeTold() {
    let told = Fixture.facts([Fixture.accepted(1, "S1", Fixture.hk1, told: ["CT14": 3])])
    #expect(told.report(ReportQuestion(window: Fixture.window("2028-01-01", "2028-03-01"))).comparison.before != nil)
    #expect(told.report(ReportQuestion(window: Fixture.window("2028-01-18", "2028-03-01"))).comparison.before == nil)
  }

  @Test("an ad hoc filter by unit also chooses told indicators, completeness and lists; others only activities")
  func filters() {
    var question = ReportQuestion(window: Fixture.firstHalf)
    question.filter = [.region: ["V1"], .area: ["ND3"]]
    question.by = [.task]
    let report = facts.report(question)
    #expect(report.activities.total.records == 1)
    #expect(report.told.indicators.first { $0.code == "CT09" }?.value == Amount(351))
    #expect(report.told.indicators.first { $0.code == "CT12" }?.expected == 1)
    #expect(report.told.indicators.first { $0.code == "CT01" }?.value == nil)
    #expect(report.reporting.completeness.first?.counts.required == 1)
    #expect(report.narratives.rows.count == 1)
    #expect(report.rows?.rows.map(\.codes) == [["NV05"]])
    #expect(text(members(question)["where"]) == #"{"noiDung":["ND3"],"vung":["V1"]}"#)
  }

  @Test("figures lead back to the submissions that told them")
  func tracing() {
    #expect(
      facts.contributions(to: "CT09", window: Fixture.firstHalf).map { "\($0.unit) \($0.sequence) \($0.value)" }
        == ["M1 2 1", "S1 1 350"])
    #expect(facts.contributions(to: "CT14", window: Fixture.firstHalf).map(\.sequence) == [1])
    #expect(facts.activities(in: Fixture.firstHalf, where: [.task: ["NV05"]]).map(\.activity.id) == ["B"])
  }
}
