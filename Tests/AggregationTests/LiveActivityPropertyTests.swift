import Aggregation
import Regimes
import ReportingModel
import TestSupport
import Testing

/// Random worlds in which nearly everything collides, by the program and by its plain second writing.
@Suite("Live activities over random worlds")
struct LiveActivityPropertyTests {
  private static let requests = [
    Fixture.request("A", "2026-06-15", "2026-12-14", due: "2026-12-17", partOf: Fixture.hk1),
    Fixture.request("B", "2027-03-01", "2027-03-31", due: "2027-04-05", partOf: Fixture.hk2),
    Fixture.request("C", "2027-01-01", "2027-05-31", due: "2027-06-05", partOf: Fixture.nam),
    Fixture.request("D", "2026-10-01", "2026-10-31", due: "2026-11-05"),
  ]
  private static let periods =
    [Fixture.hk1, Fixture.hk2, Fixture.nam, Fixture.period("NAM", 2025), Fixture.period("HK2", 2025)]
    + requests.map { Fixture.asked($0.code) }
  /// On both sides of 1 August.
  private static let dates = ["2026-07-31", "2026-08-01", "2026-10-05", "2026-10-06", "2027-07-31", "2027-08-01"]
  /// Some are one when folded, some nearly.
  private static let titles = [
    "Ngày hội hòa bình", "NGÀY HỘI HÒA BÌNH", "Ngày hội hoà bình", "ngày  hội\u{A0}hoa\u{300} bình ",
    "Ngày\u{200B} hội hòa bình", "Ngày hội hoa bình", "Ngày hội hóa bình", "Hà-Nội", "Hạ-Nồi", "hÀ-nỘi",
  ]

  private func world(_ random: inout SplitMix64) -> [Sent] {
    (1...Int.random(in: 2...9, using: &random)).map { sequence in
      let activities = (0..<Int.random(in: 0...7, using: &random)).map { row in
        var activity = Fixture.activity(
          random.pick(Self.dates), random.pick(["NV02", "NV05"]),
          id: random.pick([nil, nil, nil, "HD01", "hd01", "Hd01", "HD02", "đ1", "Đ1"]),
          product: random.pick(["TINBAI", "SUKIEN"]), title: random.pick(Self.titles))
        activity.line = row + 2
        return activity
      }
      return Fixture.accepted(
        Int64(sequence), random.pick(["S1", "S1", "S2"]), random.pick(Self.periods), number: sequence,
        withdrawn: Int.random(in: 0...7, using: &random) == 0, activities)
    }
  }

  @Test("the rows that count are those of the plain rule", arguments: 1...8)
  func equal(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var clauses: [ActivityReference.Clause: Int] = [:]
    for _ in 0..<500 {
      let world = world(&random)
      let facts = Fixture.facts(world.shuffled(using: &random), requests: Self.requests)
      let counted = facts.activities(in: Fixture.window("2026-01-01", "2028-12-31"))
        .map { "\($0.unit) \($0.sequence) \($0.activity.line)" }
      let plain = Reference(submissions: world, requests: Self.requests).activityReference.judged()
      #expect(
        counted.sorted()
          == plain.counting.map { "\($0.unit) \($0.submission.sequence) \($0.activity.line)" }.sorted())
      for other in plain.others { clauses[other.clause, default: 0] += 1 }
    }
    // Every clause has had its say.
    for clause in ActivityReference.Clause.allCases { #expect(clauses[clause, default: 0] >= 10, "\(clause)") }
  }

  /// The same with figures that seldom differ, and no id twice, as what is accepted has none.
  private func figured(_ sent: Sent, _ random: inout SplitMix64) -> Sent {
    var (sent, seen) = (sent, Set<String>())
    let figured = sent.content.activities.map { activity in
      var activity = activity
      activity.quantity = random.pick([1, 1, 1, 2])
      activity.people = random.pick([0, 0, 0, 5])
      activity.area = random.pick(["ND1", "ND1", "ND1", "ND2"])
      activity.channel = random.pick(["HT1", "HT1", "HT1", "HT2"])
      activity.topics = random.pick([[], [], ["SHTT", "DN"], ["DN", "SHTT"]])
      if let id = activity.id, !seen.insert(id.uppercased()).inserted { activity.id = nil }
      return activity
    }
    sent.content.activities = Rows(figured)
    return sent
  }

  @Test("the latest report is told what the plain rule tells it", arguments: 1...8)
  func told(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var (reused, shadowed, silent) = (0, 0, 0)
    for _ in 0..<500 {
      let world = world(&random).map { figured($0, &random) }
      let reference = Reference(submissions: world, requests: Self.requests)
      for unit in ["S1", "S2"] {
        let live = reference.live.filter { $0.content.header.unit == unit }
        guard let latest = live.last else { continue }
        let others = live.dropLast().map {
          OtherReport(
            sequence: $0.sequence, period: $0.content.header.period, rows: RetellableRows($0.submission.content))
        }
        let nesting = PeriodNesting(
          of: live.map(\.content.header.period), in: RegimeHistory(Fixture.regime), requests: Self.requests)
        let found = RetoldActivities(
          Array(latest.content.activities), of: latest.content.header.period, among: others,
          within: { nesting.wholes(of: $0) },
          folding: { String(String.UnicodeScalarView(ActivityReference.folded($0))) })
        let plain = reference.activityReference.told(of: latest)
        #expect(found.reused.count == plain.reused && found.shadowed.count == plain.shadowed)
        reused += plain.reused
        shadowed += plain.shadowed
        silent += plain.reused + plain.shadowed == 0 ? 1 : 0
      }
    }
    #expect(reused >= 50 && shadowed >= 50 && silent >= 50)
  }

  @Test("possible doubles are those of the plain rule", arguments: 1...8)
  func doubles(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var met = 0
    for _ in 0..<200 {
      // A school, the school of its commune, the commune, and an office that lies in none.
      let world = world(&random).map { sent -> Sent in
        var sent = sent
        sent.content.header.unit = random.pick(["S1", "S1", "M1", "X1", "P1"])
        return sent
      }
      let window = Fixture.window("2026-08-01", "2027-07-31")
      let doubles = Fixture.facts(world.shuffled(using: &random), requests: Self.requests)
        .report(ReportQuestion(window: window)).doubts.possibleDoubles
      let rows = Reference(submissions: world, requests: Self.requests).activityReference.judged().counting
        .filter { window.contains($0.activity.date) }
      func meets(_ a: ActivityReference.Row, _ b: ActivityReference.Row) -> Bool {
        (a.unit == "P1") == (b.unit == "P1") && a.activity.date == b.activity.date
          && a.activity.product == b.activity.product && a.title == b.title
      }
      let plain = rows.indices.filter { one in rows.indices.contains { $0 != one && meets(rows[one], rows[$0]) } }
      func mark(_ unit: String, _ sequence: Int64, _ id: String?) -> String { "\(unit) \(sequence) \(id ?? "-")" }
      #expect(
        doubles.flatMap(\.rows).map { mark($0.unit, $0.sequence, $0.id) }.sorted()
          == plain.map { mark(rows[$0].unit, rows[$0].submission.sequence, rows[$0].activity.id) }.sorted())
      #expect(doubles.allSatisfy { $0.rows.count > 1 })
      met += doubles.count
    }
    #expect(met >= 50)
  }
}
