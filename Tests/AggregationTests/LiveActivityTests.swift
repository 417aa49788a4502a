import Aggregation
import Regimes
import ReportingModel
import Testing

/// Each clause of <doc:counting#Live-activities> by hand.
@Suite("Live activities")
struct LiveActivityTests {
  private static let requests = [
    Fixture.request("A", "2026-06-15", "2026-12-14", due: "2026-12-17", partOf: Fixture.hk1),
    Fixture.request("C", "2027-01-01", "2027-05-31", due: "2027-06-05", partOf: Fixture.nam),
    Fixture.request("D", "2026-10-01", "2026-10-31", due: "2026-11-05"),
  ]

  /// What counts of some submissions of one school, told in this order, as period and people.
  private func counted(_ told: [(PeriodKey, [Activity])]) -> [String] {
    let submissions = told.enumerated().map { Fixture.accepted(Int64($0 + 1), "S1", $1.0, $1.1) }
    return Fixture.facts(submissions, requests: Self.requests)
      .activities(in: Fixture.window("2026-01-01", "2028-12-31")).map { "\($0.period.kind) \($0.activity.people)" }
      .sorted()
  }

  private func row(
    _ people: Int64, _ id: String?, _ date: String = "2026-10-05", _ task: String = "NV02", _ title: String = "Hòa",
    product: String = "TINBAI"
  ) -> Activity {
    Fixture.activity(date, task, id: id, product: product, people: people, title: title)
  }

  @Test("(1) date, task, product and title agree, whatever the ids")
  func nature() {
    for (first, second) in [("HD01", "HD02"), ("HD01", nil), (nil, "HD01"), (nil, nil)] as [(String?, String?)] {
      #expect(counted([(Fixture.hk1, [row(1, first)]), (Fixture.nam, [row(2, second)])]) == ["NAM 2"])
      #expect(counted([(Fixture.hk1, [row(1, first)]), (Fixture.hk2, [row(2, second)])]) == ["HK2 2"])
    }
    let others = [
      row(1, nil, "2026-10-06"), row(2, nil, "2026-10-05", "NV05"), row(3, nil, product: "VIDEO"),
      row(4, nil, "2026-10-05", "NV02", "Hóa"),
    ]
    #expect(counted([(Fixture.hk1, others), (Fixture.nam, [row(5, nil)])]).count == 5)
  }

  @Test("(2a) id and date agree, and the title, or task and product")
  func sameDay() {
    func told(_ first: Activity, _ second: Activity) -> Int {
      counted([(Fixture.hk1, [first]), (Fixture.hk2, [second])]).count
    }
    #expect(told(row(1, "HD01"), row(2, "hd01", "2026-10-05", "NV05", "HOÀ", product: "VIDEO")) == 1)
    #expect(told(row(1, "HD01"), row(2, "hd01", "2026-10-05", "NV02", "Khác")) == 1)
    #expect(told(row(1, "HD01"), row(2, "HD01", "2026-10-05", "NV05", "Khác")) == 2)
    #expect(told(row(1, "HD01"), row(2, "HD01", "2026-10-05", "NV02", "Khác", product: "VIDEO")) == 2)
    #expect(told(row(1, "HD01"), row(2, "HD02", "2026-10-05", "NV02", "Khác")) == 2)
    #expect(told(row(1, "HD01"), row(2, nil, "2026-10-05", "NV02", "Khác")) == 2)
    #expect(told(row(1, "HD01"), row(2, nil, "2026-10-05", "NV05", "Hòa")) == 2)
  }

  @Test("(2b) titles, tasks and products agree in one school year, and one period contains the other")
  func anotherDay() {
    let moved = row(2, "hd01", "2026-11-20", "NV02", "HOÀ")
    #expect(counted([(Fixture.hk1, [row(1, "HD01")]), (Fixture.nam, [moved])]) == ["NAM 2"])
    #expect(counted([(Fixture.asked("A"), [row(1, "HD01")]), (Fixture.nam, [moved])]) == ["NAM 2"])
    #expect(counted([(Fixture.asked("A"), [row(1, "HD01")]), (Fixture.hk1, [moved])]) == ["HK1 2"])
    // Neither beside one another, nor days within days, nor another year's whole.
    for (first, second) in [
      (Fixture.hk1, Fixture.hk2), (Fixture.asked("A"), Fixture.hk2), (Fixture.asked("A"), Fixture.asked("C")),
      (Fixture.asked("D"), Fixture.nam), (Fixture.asked("D"), Fixture.hk1), (Fixture.hk1, Fixture.period("NAM", 2025)),
    ] {
      #expect(counted([(first, [row(1, "HD01")]), (second, [moved])]).count == 2, "\(first) \(second)")
    }
    for other in [
      row(2, "HD02", "2026-11-20"), row(2, nil, "2026-11-20"), row(2, "HD01", "2026-11-20", "NV05"),
      row(2, "HD01", "2026-11-20", product: "VIDEO"), row(2, "HD01", "2026-11-20", "NV02", "Hóa"),
      row(2, "HD01", "2026-07-31"), row(2, "HD01", "2027-08-01"),
    ] {
      #expect(counted([(Fixture.hk1, [row(1, "HD01")]), (Fixture.nam, [other])]).count == 2, "\(other)")
    }
    #expect(counted([(Fixture.hk1, [row(1, "HD01")]), (Fixture.nam, [row(2, "HD01", "2027-07-31")])]).count == 1)
  }

  @Test("the period within fewest others is read first, whenever it came; among equals the later")
  func order() {
    #expect(counted([(Fixture.nam, [row(1, "X")]), (Fixture.hk1, [row(2, "Y")])]) == ["NAM 1"])
    #expect(
      counted([(Fixture.nam, [row(1, "X")]), (Fixture.asked("C"), [row(2, "Y")]), (Fixture.hk2, [row(3, "Z")])])
        == ["NAM 1"])
    #expect(counted([(Fixture.hk1, [row(1, "X")]), (Fixture.asked("A"), [row(2, "Y")])]) == ["HK1 1"])
    #expect(counted([(Fixture.asked("A"), [row(1, "X")]), (Fixture.asked("C"), [row(2, "Y")])]) == ["CD 2"])
    #expect(counted([(Fixture.asked("C"), [row(1, "X")]), (Fixture.asked("A"), [row(2, "Y")])]) == ["CD 1"])
    #expect(counted([(Fixture.hk2, [row(1, "X")]), (Fixture.hk1, [row(2, "Y")])]) == ["HK1 2"])
    #expect(counted([(Fixture.asked("D"), [row(1, "X")]), (Fixture.nam, [row(2, "Y")])]) == ["NAM 2"])
    #expect(counted([(Fixture.nam, [row(1, "X")]), (Fixture.asked("D"), [row(2, "Y")])]) == ["CD 2"])
    // A whole that nobody told counts as one that contains.
    #expect(counted([(Fixture.hk1, [row(1, "X")]), (Fixture.asked("D"), [row(2, "Y")])]) == ["CD 2"])
    #expect(counted([(Fixture.asked("D"), [row(1, "X")]), (Fixture.hk1, [row(2, "Y")])]) == ["CD 1"])
  }

  @Test("a row that does not count makes no other row the same")
  func chain() {
    let told = [
      (Fixture.nam, [row(1, "HD01", "2026-10-05")]), (Fixture.hk1, [row(2, "HD01", "2026-10-06")]),
      (Fixture.asked("A"), [row(3, "HD01", "2026-10-06", "NV02", "Khác")]),
    ]
    #expect(counted(told) == ["CD 3", "NAM 1"])
    #expect(counted(Array(told[1...])) == ["HK1 2"])
  }

  @Test("schools number from HD01 in every form: one id of two activities is two")
  func numbered() {
    #expect(
      counted([
        (Fixture.hk1, [row(1, "HD01", "2026-10-05", "NV02", "Một")]),
        (Fixture.nam, [row(2, "HD01", "2027-03-05", "NV05", "Hai")]),
      ]).count == 2)
  }

  @Test("within one submission rows without id of one nature count once, the later; an id tells rows apart")
  func within() {
    #expect(
      counted([(Fixture.hk1, [row(1, nil), row(2, nil), row(3, nil, "2026-10-05", "NV02", "HOÀ")])]) == ["HK1 3"])
    #expect(counted([(Fixture.hk1, [row(1, nil), row(2, "HD01")])]) == ["HK1 1", "HK1 2"])
    #expect(counted([(Fixture.hk1, [row(1, "HD01"), row(2, nil), row(3, nil)])]) == ["HK1 1", "HK1 3"])
    #expect(counted([(Fixture.hk1, [row(1, "HD01"), row(2, "HD02")])]) == ["HK1 1", "HK1 2"])
    #expect(counted([(Fixture.hk1, [row(1, "HD01"), row(2, "hd01", "2026-10-05", "NV05")])]) == ["HK1 1", "HK1 2"])
  }

  @Test("several rows that agree are all the same as one that was read before, and one as several")
  func several() {
    let rows = [row(1, "HD01"), row(2, nil), row(3, "HD02")]
    #expect(counted([(Fixture.hk1, rows), (Fixture.nam, [row(4, "HD09")])]) == ["NAM 4"])
    #expect(counted([(Fixture.nam, rows), (Fixture.hk1, [row(4, "HD09")])]) == ["NAM 1", "NAM 2", "NAM 3"])
  }

  @Test("units are each by themselves")
  func units() {
    let facts = Fixture.facts([
      Fixture.accepted(1, "S1", Fixture.hk1, [row(1, "HD01")]),
      Fixture.accepted(2, "S2", Fixture.nam, [row(2, "HD01")]),
    ])
    #expect(facts.query(Fixture.window("2026-01-01", "2027-12-31")).total.records == 2)
  }
}
