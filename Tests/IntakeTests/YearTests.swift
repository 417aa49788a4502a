import Aggregation
import Foundation
import Inbox
import Office
import Receipts
import Regimes
import ReportingModel
import Synthesis
import TestSupport
import Testing
import Workspaces

/// A small province through a school year, day by day with a fixed clock: reports come, some wrong, some late, some never; two
/// schools become one at the new year. Every evening the status is held against tables written by hand.
@Suite struct YearTests {
  private static let units = [
    UnitRow(code: "VP", name: "Văn phòng Sở", kind: "VP", roles: ["VP"]),
    UnitRow(code: "P-1", name: "Phòng Mẫu 1", kind: "PHONG"), UnitRow(code: "P-2", name: "Phòng Mẫu 2", kind: "PHONG"),
    UnitRow(code: "XA-01", name: "UBND xã Mẫu 01", kind: "UBND_XA", region: "Vùng 1"),
    UnitRow(code: "XA-02", name: "UBND xã Mẫu 02", kind: "UBND_XA", region: "Vùng 2"),
    school("SO-1", "XA-01"), school("SO-2", "XA-01"), school("SO-3", "XA-02"), school("SO-4", "XA-02"),
    school("SO-5", "XA-02"), school("SO-6", "XA-01"),
    // SO-7 becomes part of SO-8 at the new year, when SO-9 opens.
    school("SO-7", "XA-01", to: "2026-12-31", successor: "SO-8"), school("SO-8", "XA-01"),
    school("SO-9", "XA-02", from: "2027-01-01"),
    UnitRow(
      code: "TR-1", name: "Trường Tiểu học Mẫu 1", kind: "CSGD_XA", level: "TH", commune: "XA-01", region: "Vùng 1"),
    UnitRow(
      code: "TR-2", name: "Trường Tiểu học Mẫu 2", kind: "CSGD_XA", level: "TH", commune: "XA-02", region: "Vùng 2"),
  ]

  private static func school(
    _ code: String, _ commune: String, from: String? = nil, to: String? = nil, successor: String? = nil
  ) -> UnitRow {
    UnitRow(
      code: code, name: "Trường THPT Mẫu \(code)", kind: "CSGD_SO", level: "THPT", commune: commune,
      region: commune == "XA-01" ? "Vùng 1" : "Vùng 2", from: from.flatMap { CalendarDate(iso: $0) },
      to: to.flatMap { CalendarDate(iso: $0) }, successor: successor)
  }

  /// Who owes what, by hand: required and invited units in force on the period's last day; when it is due; the last day on
  /// which what was refused in time may come again.
  private struct Table {
    let period: String
    let required: [String]
    let invited: [String]
    let due: String
    let grace: String
  }

  private static let schools = ["SO-1", "SO-2", "SO-3", "SO-4", "SO-5", "SO-6", "SO-8"]
  private static let tables = [
    // Thursday 17 December; Monday 21 December is the second working day after it.
    Table(
      period: "CD/THANG12", required: ["P-1", "P-2"] + schools + ["SO-7"],
      invited: ["VP", "XA-01", "XA-02", "TR-1", "TR-2"],
      due: "2026-12-17", grace: "2026-12-21"),
    // 31 January is a Sunday.
    Table(
      period: "HK1/2026-2027", required: ["P-1", "P-2"] + schools + ["SO-9"],
      invited: ["VP", "XA-01", "XA-02", "TR-1", "TR-2"], due: "2027-02-01", grace: "2027-02-03"),
    Table(
      period: "NAM/2026-2027", required: ["P-1", "P-2"] + schools + ["SO-9"],
      invited: ["VP", "XA-01", "XA-02", "TR-1", "TR-2"], due: "2027-06-15", grace: "2027-06-17"),
  ]

  private struct Arrival {
    let day: CalendarDate
    let unit: String
    let table: Int
    let isGood: Bool
  }

  /// For each unit and period one of six ways to report, drawn by the seed.
  private static func arrivals(_ random: inout SplitMix64) -> [Arrival] {
    tables.indices.flatMap { index -> [Arrival] in
      let table = tables[index]
      guard let due = CalendarDate(iso: table.due), let grace = CalendarDate(iso: table.grace) else { return [] }
      func arrival(_ unit: String, _ day: CalendarDate, _ isGood: Bool) -> Arrival {
        Arrival(day: day, unit: unit, table: index, isGood: isGood)
      }
      return (table.required + table.invited).flatMap { unit -> [Arrival] in
        let early = due.adding(days: -Int.random(in: 0...2, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return [arrival(unit, early, true)]
        case 1: return [arrival(unit, early, false), arrival(unit, grace, true)]
        case 2: return [arrival(unit, early, false), arrival(unit, grace.adding(days: 1), true)]
        case 3: return [arrival(unit, early, false)]
        case 4: return [arrival(unit, due.adding(days: Int.random(in: 1...9, using: &random)), true)]
        default: return []
        }
      }
    }
  }

  /// How a unit stands on a day, straight from what came.
  private static func expected(_ unit: String, _ table: Table, _ came: [Arrival], on day: String) -> String {
    let good = came.filter(\.isGood).map(\.day.description).min()
    let bad = came.filter { !$0.isGood }.map(\.day.description).min()
    if table.invited.contains(unit) { return good == nil ? "invited" : "reported" }
    if let good {
      return good <= table.due || (bad.map { $0 <= table.due } ?? false) && good <= table.grace ? "onTime" : "late"
    }
    return bad != nil ? "rejected" : day <= table.due ? "pending" : "missing"
  }

  @Test(arguments: [1, 2, 3])
  func everyEveningTheStatusIsRight(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let arrivals = Self.arrivals(&random)
    let scene = try await Scene(units: Self.units)
    let window = try #require(
      CalendarDate(iso: "2026-06-15").flatMap { from in
        CalendarDate(iso: "2026-12-14").flatMap { Window(from: from, to: $0) }
      })
    let request = CollectionRequest(
      regime: "LD-NQ57", code: "THANG12", title: "Số liệu tháng 12", window: window,
      due: try #require(CalendarDate(iso: "2026-12-17")), partOf: PeriodKey("HK1/2026-2027"))
    try await scene.workspace.write(operatorName: "thử") {
      try await $0.open(request, clock: Scene.moment("2026-12-01"))
    }
    var came: [Arrival] = []
    // The days on which anything can change, and those around them.
    let days = ["2026-12-10", "2027-01-18", "2027-06-01"].flatMap { first in
      (0..<28).compactMap { CalendarDate(iso: first)?.adding(days: $0) }
    }
    for day in days {
      for arrival in arrivals where arrival.day == day {
        let content = try report(scene, arrival)
        let line = try await scene.send(content, on: day.description)
        #expect((line.status == .accepted) == arrival.isGood, "\(arrival) \(line.codes)")
        came.append(arrival)
      }
      let register = try await scene.workspace.read().reporting(regime: nil)
      for (index, table) in Self.tables.enumerated() {
        let key = try #require(PeriodKey(table.period))
        let status = try #require(register.status(of: key, clock: Scene.moment(day.description, hour: 17)))
        let told = Dictionary(
          uniqueKeysWithValues: status.completeness.units.map { ($0.unit, $0.status.rawValue) })
        let wanted = Dictionary(
          uniqueKeysWithValues: (table.required + table.invited).map { unit in
            (
              unit,
              Self.expected(unit, table, came.filter { $0.unit == unit && $0.table == index }, on: day.description)
            )
          })
        #expect(told == wanted, "\(table.period) on \(day)")
        holds(status.completeness, required: table.required.count)
      }
    }
  }

  /// Rates stay within 0 and 100; the groups of each dimension add up to the whole.
  private func holds(_ completeness: PeriodCompleteness, required: Int) {
    let counts = completeness.counts
    #expect(counts.required == required)
    #expect(counts.onTime + counts.late + counts.rejected + counts.missing == counts.required)
    for group in completeness.groups.map(\.counts) + [counts] {
      for rate in [group.reportedRate, group.onTimeRate].compactMap({ $0 }) {
        #expect((0...10_000).contains(rate.hundredths))
      }
      #expect(group.onTime <= group.reported && group.reported <= group.required)
    }
    for dimension in [Dimension.kind, .level, .commune, .region] {
      let groups = completeness.groups.filter { $0.dimension == dimension }.map(\.counts)
      #expect(groups.reduce(0) { $0 + $1.required } == counts.required)
      #expect(groups.reduce(0) { $0 + $1.reported } == counts.reported)
    }
  }

  private func report(_ scene: Scene, _ arrival: Arrival) throws -> SubmissionContent {
    let key = try #require(PeriodKey(Self.tables[arrival.table].period))
    let base = arrival.table == 2 ? "NAM/2026-2027" : "HK1/2026-2027"
    let row = try #require(Self.units.first { $0.code == arrival.unit })
    let period = try #require(scene.regime.resolve(PeriodKey(base) ?? key, requests: []))
    var synthetic = SyntheticReport(regime: scene.regime, period: period, seed: 3, number: arrival.table)
    var content = synthetic.content(of: row, activities: 3)
    content.header.period = key
    content.header.number = nil
    content.header.date = arrival.day
    for index in content.activities.indices {
      content.activities[index].date = CalendarDate(iso: "2026-10-0\(index + 1)") ?? arrival.day
    }
    if !arrival.isGood { content.narratives.removeAll { $0.key == "KETQUA" } }
    return content
  }
}
