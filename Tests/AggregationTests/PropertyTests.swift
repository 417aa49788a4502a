import Aggregation
import Regimes
import ReportingModel
import TestSupport
import Testing

extension SplitMix64 {
  mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: values.indices, using: &self)] }
}

@Suite("Properties over random ledgers")
struct PropertyTests {
  static let requests = [
    Fixture.request("A", "2026-06-15", "2026-12-14", due: "2026-12-17", partOf: Fixture.hk1),
    Fixture.request("B", "2027-03-01", "2027-03-31", due: "2027-04-05", partOf: Fixture.hk2),
    Fixture.request("C", "2027-01-01", "2027-05-31", due: "2027-06-05", partOf: Fixture.nam),
  ]
  private static let periods = [Fixture.hk1, Fixture.hk2, Fixture.nam] + ["A", "B", "C"].map { Fixture.asked($0) }
  let all = Fixture.window("2026-01-01", "2028-12-31")

  func ledger(_ random: inout SplitMix64) -> [Sent] {
    (1...Int.random(in: 1...40, using: &random)).map { sequence in
      let activities = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Fixture.activity(
          Fixture.day("2026-06-01").adding(days: Int.random(in: 0...12, using: &random) * 33).description,
          random.pick(["NV01", "NV02", "NV05"]), id: random.pick([nil, nil, "1", "2", "3"]),
          area: random.pick(["ND1", "ND2"]), channel: random.pick(["HT1", "HT4"]),
          product: random.pick(["TINBAI", "SUKIEN"]), topics: random.pick([[], ["SHTT"], ["DN", "SHTT"], ["DDS"]]),
          quantity: Int64.random(in: 1...9, using: &random), people: Int64.random(in: 0...99, using: &random),
          title: random.pick(["Một", "MỘT", "hai"]))
      }
      var told: [String: Int64] = [:]
      for code in ["CT09", "CT12", "CT14"] where Bool.random(using: &random) {
        told[code] = Int64.random(in: 0...50, using: &random)
      }
      return Fixture.accepted(
        Int64(sequence), random.pick(Fixture.units).code, random.pick(PropertyTests.periods), number: sequence,
        withdrawn: Int.random(in: 0...5, using: &random) == 0, activities, told: told)
    }
  }

  @Test("queries equal the plain ones", arguments: 1...60)
  func queries(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let ledger = ledger(&random)
    let facts = Fixture.facts(ledger, requests: PropertyTests.requests)
    let reference = Reference(submissions: ledger, requests: PropertyTests.requests)
    for _ in 0..<12 {
      let from = Fixture.day("2026-05-01").adding(days: Int.random(in: 0...300, using: &random))
      guard let window = Window(from: from, to: from.adding(days: Int.random(in: 0...400, using: &random))) else {
        return
      }
      let by = Array(Dimension.allCases.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)))
      var filter: DimensionFilter = [:]
      if Bool.random(using: &random) { filter[.topic] = random.pick([Set(["SHTT"]), ["DN", "-"]]) }
      if Bool.random(using: &random) { filter[.kind] = random.pick([Set(["CSGD_SO", "VP"]), ["UBND_XA"]]) }
      if Bool.random(using: &random) { filter[.task] = ["NV02", "NV05"] }
      if Bool.random(using: &random) { filter[.month] = ["2026-10", "2026-11", "2027-01", "2027-02"] }
      let result = facts.query(window, by: by, where: filter)
      #expect(result.total == reference.query(window, [], filter)[""] ?? .zero)
      guard !by.isEmpty else { continue }
      let rows = Dictionary(
        uniqueKeysWithValues: result.rows.map { ($0.codes.reduce("") { $0 + "/" + $1 }, $0.measures) })
      #expect(rows == reference.query(window, by, filter))
      #expect(
        zip(result.rows, result.rows.dropFirst()).allSatisfy { first, second in
          first.codes.map { Array($0.utf8) }.lexicographicallyPrecedes(second.codes.map { Array($0.utf8) }) {
            $0.lexicographicallyPrecedes($1)
          }
        })
    }
  }

  @Test("flows equal the plain ones in any window", arguments: 1...60)
  func flows(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let ledger = ledger(&random)
    let facts = Fixture.facts(ledger, requests: PropertyTests.requests)
    let reference = Reference(submissions: ledger, requests: PropertyTests.requests)
    for _ in 0..<5 {
      let from = Fixture.day("2026-11-01").adding(days: Int.random(in: 0...150, using: &random))
      guard let window = Window(from: from, to: from.adding(days: Int.random(in: 0...200, using: &random))) else {
        return
      }
      let figures = facts.report(ReportQuestion(window: window)).told.indicators
      for code in ["CT09", "CT12"] {
        #expect(figures.first { $0.code == code }?.value == reference.flow(code, window))
      }
      let article: DimensionFilter = [.channel: ["HT1"], .product: ["TINBAI"]]
      #expect(
        figures.first { $0.code == "CT01" }?.value
          == reference.query(window, [], article)[""].map { Amount($0.quantity) })
    }
  }

  @Test("increments of windows that follow one another add up to what each unit finally told", arguments: 1...60)
  func additive(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let ledger = ledger(&random)
    let facts = Fixture.facts(ledger, requests: PropertyTests.requests)
    let reference = Reference(submissions: ledger, requests: PropertyTests.requests)
    let cut = Fixture.day("2026-07-01").adding(days: Int.random(in: 0...365, using: &random))
    let windows = [
      Window(from: all.from, to: cut), Window(from: cut.adding(days: 1), to: all.to),
    ].compactMap { $0 }
    for code in ["CT09", "CT12"] {
      func sum(_ windows: [Window]) -> Amount {
        windows.flatMap { facts.contributions(to: code, window: $0) }.reduce(.zero) { $0 + $1.value }
      }
      let final = Fixture.units.reduce(Amount.zero) { $0 + reference.told($1.code, Fixture.nam, code) }
      #expect(sum([all]) == final)
      #expect(sum(windows) == final)
    }
    #expect(windows.reduce(0) { $0 + facts.query($1).total.records } == facts.query(all).total.records)
  }

  @Test("the order in which submissions and units come changes no byte", arguments: 1...20)
  func order(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let ledger = ledger(&random)
    let head = ReportHead(kind: "k", key: "k", recipient: .province, ledgerHead: "h")
    func bytes(_ ledger: [Sent], _ units: [UnitRow]) -> [UInt8] {
      Fixture.facts(ledger, requests: PropertyTests.requests, units: units)
        .report(ReportQuestion(window: Fixture.firstHalf)).json(head).fileBytes
    }
    let first = bytes(ledger, Fixture.units)
    #expect(first == bytes(ledger.shuffled(using: &random), Fixture.units.shuffled(using: &random)))
  }

  @Test("activities split over two submissions count as one submission's do", arguments: 1...20)
  func splitting(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let activities = (0..<30).map { index in
      Fixture.activity(
        Fixture.day("2026-09-05").adding(days: index * 7).description, id: "\(index)",
        people: Int64.random(in: 0...99, using: &random))
    }
    let cut = Int.random(in: 0...30, using: &random)
    let whole = Fixture.facts([Fixture.accepted(1, "S1", Fixture.nam, activities)])
    let split = Fixture.facts([
      Fixture.accepted(1, "S1", Fixture.hk1, Array(activities[..<cut])),
      Fixture.accepted(2, "S1", Fixture.hk2, Array(activities[cut...])),
      Fixture.accepted(3, "S1", Fixture.nam, activities.filter { _ in Bool.random(using: &random) }),
    ])
    #expect(whole.query(all, by: [.month, .unit]).rows == split.query(all, by: [.month, .unit]).rows)
  }

  /// Units merge, move and open over time: on every day each code is in force at most once, and a period counts exactly those
  /// in force on its last day, each in one group of every dimension.
  @Test("units in force partition over merges", arguments: 1...40)
  func merges(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var units: [UnitRow] = []
    for number in 1...12 {
      let code = "U\(number)"
      var row = UnitRow(
        code: code, name: code, kind: random.pick(["CSGD_SO", "CSGD_XA", "PHONG"]), level: random.pick(["THPT", "TH"]),
        commune: random.pick(["X1", "X2"]), region: random.pick(["V1", "V2"]))
      let cut = Fixture.day("2026-09-01").adding(days: Int.random(in: 0...300, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0:  // merged into another
        row.to = cut
        row.successor = "U\(number % 12 + 1)"
        units.append(row)
      case 1:  // moved
        row.to = cut
        units.append(row)
        row.from = cut.adding(days: 1)
        row.to = nil
        row.commune = "X2"
        units.append(row)
      case 2:  // opened
        row.from = cut
        units.append(row)
      default: units.append(row)
      }
    }
    let sent = (1...Int.random(in: 1...30, using: &random)).map { sequence in
      Fixture.accepted(
        Int64(sequence), random.pick(units).code, random.pick(Self.periods), number: sequence, told: ["CT14": 7])
    }
    let facts = Fixture.facts(sent, requests: Self.requests, units: units)
    for key in Self.periods {
      let period = try #require(facts.period(key))
      let inForce = Set(units.filter { $0.isInForce(on: period.window.to) }.map(\.code))
      #expect(units.count { $0.isInForce(on: period.window.to) } == inForce.count)
      let completeness = try #require(facts.register.completeness(of: key))
      #expect(Set(completeness.units.map(\.unit)) == inForce)
      #expect(completeness.units.count == inForce.count)
      for dimension in [Dimension.kind, .level, .commune, .region] {
        let groups = completeness.groups.filter { $0.dimension == dimension }.map(\.counts)
        #expect(groups.reduce(0) { $0 + $1.required } == completeness.counts.required)
        #expect(groups.reduce(0) { $0 + $1.invitedReported } == completeness.counts.invitedReported)
      }
      // A stock is told by units in force on the window's last day alone: a merged school's is its successor's.
      let window = Fixture.window("2026-07-01", period.window.to.description)
      let stock = facts.report(ReportQuestion(window: window)).told.indicators.first { $0.code == "CT14" }
      #expect(stock?.units ?? 0 <= inForce.count)
      #expect(stock?.value.map { $0 == Amount(7 * (stock?.units ?? 0)) } ?? true)
    }
  }
}
