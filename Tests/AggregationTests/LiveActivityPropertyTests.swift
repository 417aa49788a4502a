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
}
