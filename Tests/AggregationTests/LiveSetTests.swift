import Aggregation
import ReportingModel
import Testing

@Suite("The live set")
struct LiveSetTests {
  private let all = Fixture.window("2026-01-01", "2027-12-31")

  @Test("a resubmission replaces the old one whole, in whatever order they come")
  func resubmission() {
    let first = Fixture.accepted(
      1, "S1", Fixture.hk1, [Fixture.activity("2026-10-01"), Fixture.activity("2026-10-02")])
    let second = Fixture.accepted(2, "S1", Fixture.hk1, number: 2, [Fixture.activity("2026-11-01", people: 7)])
    for order in [[first, second], [second, first]] {
      #expect(Fixture.facts(order).query(all).total == Measures(records: 1, quantity: 1, people: 7, units: 1))
    }
  }

  @Test("a withdrawn submission lives no more and the version before lives again")
  func withdrawal() {
    let facts = Fixture.facts([
      Fixture.accepted(1, "S1", Fixture.hk1, [Fixture.activity("2026-10-01", people: 3)]),
      Fixture.accepted(2, "S1", Fixture.hk1, number: 2, withdrawn: true, [Fixture.activity("2026-10-01", people: 9)]),
    ])
    #expect(facts.query(all).total.people == 3)
    #expect(facts.live.map(\.sequence) == [1])
  }

  @Test("what came after N does not count, nor what belongs to another regime")
  func asOf() {
    var other = Fixture.accepted(3, "S2", Fixture.hk1, [Fixture.activity("2026-10-01")])
    other.content.header.regime = "OTHER"
    let submissions = [
      Fixture.accepted(1, "S1", Fixture.hk1, [Fixture.activity("2026-10-01", people: 3)]),
      Fixture.accepted(5, "S1", Fixture.hk1, number: 2, [Fixture.activity("2026-10-01", people: 9)]), other,
    ]
    #expect(
      Fixture.facts(submissions, asOf: 4).query(all).total == Measures(records: 1, quantity: 1, people: 3, units: 1))
  }

  @Test("an activity told in HK1 and again in NAM counts once, the higher sequence winning")
  func toldTwice() {
    let facts = Fixture.facts([
      Fixture.accepted(
        1, "S1", Fixture.hk1,
        [
          Fixture.activity("2026-10-01", id: "A", people: 3),
          Fixture.activity("2026-10-02", people: 4, title: "Ngày  hội"),
        ]),
      Fixture.accepted(
        2, "S1", Fixture.nam,
        [
          Fixture.activity("2026-10-05", id: "A", people: 5),
          Fixture.activity("2026-10-02", people: 6, title: " NGÀY HỘI"),
        ]),
    ])
    #expect(facts.query(all).total == Measures(records: 2, quantity: 2, people: 11, units: 1))
  }

  @Test("one id in two school years, or of two units, is two activities; so are two titles on one day")
  func different() {
    let facts = Fixture.facts([
      Fixture.accepted(
        1, "S1", Fixture.hk1,
        [
          Fixture.activity("2026-07-31", id: "A"), Fixture.activity("2026-08-01", id: "A"),
          Fixture.activity("2026-10-02", title: "Một"), Fixture.activity("2026-10-02", title: "Hai"),
          Fixture.activity("2026-10-02", "NV05", title: "Hai"),
          Fixture.activity("2026-10-02", product: "VIDEO", title: "Hai"),
        ]),
      Fixture.accepted(2, "S2", Fixture.hk1, [Fixture.activity("2026-08-01", id: "A")]),
    ])
    #expect(facts.query(all).total.records == 7)
  }

  @Test("of three rows with one natural identity in one submission the last wins")
  func lastRow() {
    let rows = [1, 2, 3].map { Fixture.activity("2026-10-02", people: $0) }
    let facts = Fixture.facts([Fixture.accepted(1, "S1", Fixture.hk1, rows)])
    #expect(facts.query(all).total == Measures(records: 1, quantity: 1, people: 3, units: 1))
  }

  @Test("an exemplar told twice counts once and belongs to the later submission's day")
  func exemplars() {
    func exemplar(_ title: String, id: String? = nil) -> Exemplar {
      Exemplar(id: id, area: "ND1", title: title, summary: "Tóm tắt")
    }
    let submissions = [
      Fixture.accepted(1, "S1", Fixture.hk1, exemplars: [exemplar("Thư viện số"), exemplar("B", id: "1")]),
      Fixture.accepted(2, "S1", Fixture.nam, exemplars: [exemplar("THƯ VIỆN  số"), exemplar("b ", id: "2")]),
    ]
    let report = Fixture.facts(submissions).report(ReportQuestion(window: Fixture.firstHalf))
    // An exemplar is one by its title, no longer by its id: B told again under another id.
    #expect(report.exemplars.rows.map(\.title) == ["THƯ VIỆN  số", "b "])
    let january = ReportQuestion(window: Fixture.window("2027-01-01", "2027-01-31"))
    #expect(Fixture.facts(submissions).report(january).exemplars.rows.isEmpty)
    #expect(Fixture.facts(submissions, asOf: 1).report(january).exemplars.rows.count == 2)
  }

  @Test("an exemplar is one by unit, school year of its period's end and folded title")
  func exemplarIdentity() {
    func told(_ unit: String, _ period: PeriodKey, _ title: String, id: String? = nil) -> Sent {
      Fixture.accepted(
        unit == "S1" ? 1 : 2, unit, period, exemplars: [Exemplar(id: id, area: "ND1", title: title, summary: "Tóm tắt")]
      )
    }
    func count(_ other: Sent) -> Int {
      var other = other
      other.sequence = 3
      return Fixture.facts([told("S1", Fixture.hk1, "Hòa nhập số", id: "M1"), other]).report(
        ReportQuestion(window: all)
      )
      .exemplars.rows.count
    }
    #expect(count(told("S1", Fixture.nam, "HOÀ NHẬP  số", id: "M2")) == 1)
    #expect(count(told("S1", Fixture.hk2, "hòa nhập số")) == 1)
    #expect(count(told("S1", Fixture.nam, "Hóa nhập số", id: "M1")) == 2)
    #expect(count(told("S2", Fixture.nam, "Hòa nhập số", id: "M1")) == 2)
    #expect(count(told("S1", Fixture.period("NAM", 2025), "Hòa nhập số", id: "M1")) == 2)
  }

  @Test(
    "of one submission's exemplars with one title the later row counts; a resubmission for a part wins over the year")
  func exemplarOrder() {
    func exemplar(_ summary: String) -> Exemplar { Exemplar(area: "ND1", title: "Một", summary: summary) }
    func summaries(_ submissions: [Sent]) -> [String] {
      Fixture.facts(submissions).report(ReportQuestion(window: all)).exemplars.rows.map(\.summary)
    }
    #expect(summaries([Fixture.accepted(1, "S1", Fixture.hk1, exemplars: [exemplar("a"), exemplar("b")])]) == ["b"])
    #expect(
      summaries([
        Fixture.accepted(1, "S1", Fixture.nam, exemplars: [exemplar("a")]),
        Fixture.accepted(2, "S1", Fixture.hk1, exemplars: [exemplar("b")]),
      ]) == ["b"])
  }
}
