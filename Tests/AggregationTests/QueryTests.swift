import Aggregation
import Regimes
import ReportingModel
import Testing

@Suite("Queries")
struct QueryTests {
  private let all = Fixture.window("2026-01-01", "2027-12-31")
  private let facts = Fixture.facts([
    Fixture.accepted(
      1, "S1", Fixture.hk1,
      [
        Fixture.activity("2026-10-01", topics: ["SHTT", "DN"], quantity: 2, people: 10, title: "a"),
        Fixture.activity("2026-11-01", "NV05", channel: "HT2", topics: ["DN"], people: 5, title: "b"),
        Fixture.activity("2026-11-02", title: "c"),
      ]),
    Fixture.accepted(2, "X1", Fixture.hk1, [Fixture.activity("2026-10-01", topics: ["SHTT"])]),
    Fixture.accepted(3, "P1", Fixture.hk1, [Fixture.activity("2026-12-01")]),
  ])

  private func rows(_ by: [Dimension], _ filter: DimensionFilter = [:]) -> [String] {
    facts.query(all, by: by, where: filter).rows
      .map { ($0.codes + [String($0.measures.records), String($0.measures.units)]).joined(separator: " ") }
  }

  @Test("each dimension groups by its codes, sorted bytewise, those without under -")
  func dimensions() {
    #expect(rows([.task]) == ["NV02 4 3", "NV05 1 1"])
    #expect(rows([.channel]) == ["HT1 4 3", "HT2 1 1"])
    #expect(rows([.kind]) == ["CSGD_SO 3 1", "PHONG 1 1", "UBND_XA 1 1"])
    #expect(rows([.level]) == ["- 2 2", "THPT 3 1"])
    #expect(rows([.commune]) == ["- 1 1", "X1 4 2"])
    #expect(rows([.region]) == ["- 1 1", "V1 4 2"])
    #expect(rows([.unit]) == ["P1 1 1", "S1 3 1", "X1 1 1"])
    #expect(rows([.month]) == ["2026-10 2 2", "2026-11 2 1", "2026-12 1 1"])
    #expect(rows([.month, .kind]).first == "2026-10 CSGD_SO 1 1")
  }

  @Test("an activity with several topics stands in each of their rows and once in the total")
  func topics() {
    #expect(rows([.topic]) == ["- 2 2", "DN 2 1", "SHTT 2 2"])
    #expect(facts.query(all, by: [.topic]).total == Measures(records: 5, quantity: 6, people: 15, units: 3))
  }

  @Test("any value of a filter matches, and every dimension must")
  func filters() {
    #expect(rows([.unit], [.topic: ["SHTT", "-"]]) == ["P1 1 1", "S1 2 1", "X1 1 1"])
    #expect(rows([.topic], [.topic: ["SHTT"]]) == ["SHTT 2 2"])
    #expect(rows([.unit], [.task: ["NV02"], .kind: ["CSGD_SO"]]) == ["S1 2 1"])
    #expect(rows([.unit], [.month: ["2026-11"]]) == ["S1 2 1"])
    #expect(rows([.unit], [.month: []]).isEmpty)
    #expect(rows([.unit], [.task: ["NV99"]]).isEmpty)
  }

  @Test("both days of a window are included")
  func window() {
    #expect(facts.query(Fixture.window("2026-10-01", "2026-11-01")).total.records == 3)
    #expect(facts.query(Fixture.window("2026-10-02", "2026-10-31")).total == .zero)
  }

  @Test("the JSON has its keys")
  func json() {
    let result = facts.query(all, by: [.task], where: [.kind: ["UBND_XA"]])
    #expect(
      String(decoding: result.json.canonicalBytes, as: UTF8.self)
        == #"{"asOf":1000000,"by":["nhiemVu"],"from":"2026-01-01","rows":[{"nhiemVu":"NV02","records":1,"soLuong":1,"#
        + #""soNguoi":0,"units":1}],"schema":"tonghop.query/1","to":"2027-12-31","#
        + #""total":{"records":1,"soLuong":1,"soNguoi":0,"units":1},"where":{"loai":["UBND_XA"]}}"#)
  }

  @Test("dimensions come from the row in force on N's day, else the latest")
  func renamed() {
    let units = [
      UnitRow(code: "S1", name: "a", kind: "CSGD_SO", region: "V1", to: Fixture.day("2026-12-31")),
      UnitRow(code: "S1", name: "b", kind: "CSGD_SO", region: "V9", from: Fixture.day("2027-01-01")),
      UnitRow(code: "S2", name: "c", kind: "CSGD_SO", region: "V2", to: Fixture.day("2026-12-31")),
    ]
    let facts = Fixture.facts(
      ["S1", "S2"].enumerated().map {
        Fixture.accepted(Int64($0.offset), $0.element, Fixture.hk1, [Fixture.activity("2026-10-01")])
      }, units: units)
    #expect(facts.query(all, by: [.region]).rows.map { $0.codes[0] } == ["V2", "V9"])
  }

  @Test("more possible groups than any table could hold cost no more than the groups there are")
  func manyCodes() {
    let activities = (0..<300).map { index in
      Fixture.activity(
        "2026-10-01", "T\(index)", area: "A\(index)", channel: "C\(index)", product: "P\(index)",
        topics: ["D\(index)", "E"])
    }
    let facts = Fixture.facts([
      Fixture.accepted(1, "S1", Fixture.hk1, activities), Fixture.accepted(2, "S2", Fixture.hk1, activities),
    ])
    let result = facts.query(all, by: [.product, .topic, .task, .area, .channel, .month])
    #expect(result.rows.count == 600)
    #expect(result.rows.allSatisfy { $0.measures == Measures(records: 2, quantity: 2, units: 2) })
    #expect(result.rows.first?.codes == ["P0", "D0", "T0", "A0", "C0", "2026-10"])
    #expect(result.rows.last?.codes == ["P99", "E", "T99", "A99", "C99", "2026-10"])
  }

  @Test("nothing told gives nothing, whatever is asked")
  func empty() {
    let nothing = Fixture.facts([])
    for dimension in Dimension.allCases {
      let result = nothing.query(all, by: [dimension], where: [dimension: ["-"]])
      #expect(result.rows.isEmpty && result.total == .zero)
    }
    var question = ReportQuestion(window: all)
    question.filter = [.month: ["2026-10"]]
    #expect(nothing.report(question).activities.total == .zero)
  }

  @Test("sums of the largest numbers do not overflow")
  func large() {
    let rows = (0..<4).map { Fixture.activity("2026-10-0\($0 + 1)", quantity: .max, people: .max) }
    let total = Fixture.facts([Fixture.accepted(1, "S1", Fixture.hk1, rows)]).query(all).total
    #expect(total.quantity == Int128(Int64.max) * 4)
  }
}
