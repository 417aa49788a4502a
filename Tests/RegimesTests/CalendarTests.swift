import ReportingModel
import Testing

@testable import Regimes

@Suite("Calendars of the plan")
struct CalendarTests {
  private static let requests = [
    request(
      "DEC-2026", "Số liệu 6 tháng cuối năm 2026", "2026-09-05", "2026-12-14", due: "2026-12-19",
      partOf: PeriodKey(kind: "HK1", which: "2026-2027")),
    request("AI-2027", "AI trong trường học", "2027-03-01", "2027-03-31", due: "2027-04-30"),
  ].compactMap { $0 }

  private static func request(
    _ code: String, _ title: String, _ from: String, _ to: String, due: String, partOf: PeriodKey? = nil
  ) -> CollectionRequest? {
    Window(from: Plan.day(from), to: Plan.day(to)).map {
      CollectionRequest(regime: "LD-NQ57", code: code, title: title, window: $0, due: Plan.day(due), partOf: partOf)
    }
  }

  @Test(
    "periods: first day, last day, due day",
    arguments: [
      ("HK1/2026-2027", "2026-09-05", "2027-01-17", "2027-02-01"),
      ("HK2/2026-2027", "2027-01-18", "2027-05-31", "2027-06-15"),
      ("NAM/2026-2027", "2026-09-05", "2027-05-31", "2027-06-15"),
      ("HK1/2027-2028", "2027-09-05", "2028-01-17", "2028-01-31"),
      ("HK2/2027-2028", "2028-01-18", "2028-05-31", "2028-06-15"),
      ("HK1/2030-2031", "2030-09-05", "2031-01-17", "2031-01-31"),
      ("NAM/2029-2030", "2029-09-05", "2030-05-31", "2030-06-17"),
      // Saturday 19 December 2026; 30 April and 1 May 2027 are holidays, then comes a Sunday.
      ("CD/DEC-2026", "2026-09-05", "2026-12-14", "2026-12-21"),
      ("CD/AI-2027", "2027-03-01", "2027-03-31", "2027-05-03"),
    ])
  func periods(key: String, from: String, to: String, due: String) throws {
    let period = try #require(try Plan.regime().resolve(Plan.key(key), requests: Self.requests))
    #expect(period.window == (try Plan.window(from, to)))
    #expect(period.due.description == due)
    #expect(period.isRequest == key.hasPrefix("CD"))
  }

  @Test(
    "keys that name nothing",
    arguments: [
      "HK1/2026-2028", "HK1/2027", "HK1/26-27", "HK3/2026-2027", "CD/NONE", "HK1/0000-0001", "HK1/2998-2999 ",
    ])
  func unknown(key: String) throws {
    #expect(try Plan.regime().resolve(Plan.key(key), requests: Self.requests) == nil)
  }

  @Test("parts: the kind's own, and requests opened as part of it")
  func parts() throws {
    let regime = try Plan.regime()
    func parts(_ key: String) -> [String]? {
      regime.resolve(Plan.key(key), requests: Self.requests)?.parts.map(\.description)
    }
    #expect(parts("NAM/2026-2027") == ["HK1/2026-2027", "HK2/2026-2027"])
    #expect(parts("HK1/2026-2027") == ["CD/DEC-2026"])
    #expect(parts("HK2/2026-2027") == [])
    #expect(regime.resolve(PeriodKey(kind: "HK1", which: "2026-2027"), requests: [])?.parts == [])
  }

  @Test(
    "days that an activity may have",
    arguments: [
      ("HK1/2026-2027", "2026-06-01", "2027-07-31"), ("HK2/2026-2027", "2026-06-01", "2027-07-31"),
      ("NAM/2026-2027", "2026-06-01", "2027-07-31"), ("CD/AI-2027", "2027-03-01", "2027-03-31"),
    ])
  func activityDays(key: String, from: String, to: String) throws {
    let regime = try Plan.regime()
    let period = try #require(regime.resolve(Plan.key(key), requests: Self.requests))
    #expect(regime.activityWindow(for: period) == (try Plan.window(from, to)))
    #expect(period.kind.warnsOutsideDays == key.hasPrefix("HK"))
  }

  @Test(
    "the second working day after a due day",
    arguments: [
      ("2027-02-01", "2027-02-03"), ("2027-01-29", "2027-02-02"), ("2027-04-29", "2027-05-04"),
      ("2026-12-31", "2027-01-05"),
    ])
  func grace(due: String, end: String) throws {
    #expect(try Plan.regime().endOfGrace(after: Plan.day(due)).description == end)
  }

  @Test("days off that the office adds move due days")
  func daysOff() throws {
    let regime = try Plan.regime().addingDaysOff([Plan.day("2027-02-01"), Plan.day("2027-02-02")])
    let period = regime.resolve(PeriodKey(kind: "HK1", which: "2026-2027"), requests: [])
    #expect(period?.due.description == "2027-02-03")
  }

  @Test(
    "outgoing windows",
    arguments: [
      (
        OutgoingKind.Kind.halfYear, "2027-1", "2026-12-15", "2027-06-14", "2027-06-21", "6 tháng đầu năm 2027",
        "6 tháng cuối năm 2027"
      ),
      (.halfYear, "2027-2", "2027-06-15", "2027-12-14", "2027-12-20", "6 tháng cuối năm 2027", "6 tháng đầu năm 2028"),
      (.year, "2027", "2026-12-15", "2027-12-14", "2027-12-20", "năm 2027", "năm 2028"),
      (.nineMonths, "2027", "2026-12-15", "2027-09-14", "", "9 tháng năm 2027", "3 tháng cuối năm 2027"),
      (.quarter, "2027-1", "2026-12-15", "2027-03-14", "", "quý I năm 2027", "quý II năm 2027"),
      (.quarter, "2027-4", "2027-09-15", "2027-12-14", "", "quý IV năm 2027", "quý I năm 2028"),
      (.month, "2027-1", "2026-12-15", "2027-01-14", "", "tháng 01 năm 2027", "tháng 02 năm 2027"),
      (.month, "2027-3", "2027-02-15", "2027-03-14", "", "tháng 3 năm 2027", "tháng 4 năm 2027"),
      (.month, "2027-12", "2027-11-15", "2027-12-14", "", "tháng 12 năm 2027", "tháng 01 năm 2028"),
    ])
  func outgoing(
    kind: OutgoingKind.Kind, key: String, from: String, to: String, due: String, name: String, next: String
  ) throws {
    let found = try #require(try Plan.regime().outgoingWindow(kind, key))
    #expect(found.window == (try Plan.window(from, to)))
    #expect((found.due?.description ?? "") == due)
    #expect(found.name.vietnamese == name && found.nextName.vietnamese == next)
    #expect(!found.name.english.contains("{{"))
  }

  @Test("half-years, quarters and months tile the year without a gap", arguments: [2026, 2027, 2028])
  func tiles(year: Int) throws {
    let regime = try Plan.regime()
    for (kind, count) in [(OutgoingKind.Kind.halfYear, 2), (.quarter, 4), (.month, 12)] {
      let windows = (1...count).compactMap { regime.outgoingWindow(kind, "\(year)-\($0)")?.window }
      let whole = try #require(regime.outgoingWindow(.year, "\(year)")?.window)
      #expect(windows.count == count && windows.first?.from == whole.from && windows.last?.to == whole.to)
      for (first, second) in zip(windows, windows.dropFirst()) { #expect(first.to.adding(days: 1) == second.from) }
    }
  }

  @Test(
    "outgoing keys that name nothing", arguments: ["2027", "2027-3", "2027-0", "2027-01", "27-1", "2027-1-1", "", "-1"])
  func noOutgoing(key: String) throws {
    #expect(try Plan.regime().outgoingWindow(.halfYear, key) == nil)
  }

  @Test("periods that end in a window")
  func ending() throws {
    let regime = try Plan.regime()
    func keys(_ from: String, _ to: String) throws -> [String] {
      RegimeHistory(regime).periods(endingIn: try Plan.window(from, to), requests: Self.requests).map(\.key.description)
    }
    #expect(try keys("2026-12-15", "2027-06-14") == ["CD/AI-2027", "HK1/2026-2027", "HK2/2026-2027", "NAM/2026-2027"])
    #expect(try keys("2026-06-15", "2026-12-14") == ["CD/DEC-2026"])
    #expect(try keys("2027-01-17", "2027-01-17") == ["HK1/2026-2027"])
    #expect(try keys("2027-01-18", "2027-05-30") == ["CD/AI-2027"])
    #expect(try keys("2027-01-18", "2027-03-30") == [])
    // Before the plan applied there was nothing to report.
    #expect(try keys("2025-06-15", "2026-06-14") == [])
  }

  @Test(
    "the latest period that has begun",
    arguments: [
      ("2026-09-04", nil), ("2026-09-05", "HK1/2026-2027"), ("2027-01-17", "HK1/2026-2027"),
      ("2027-01-18", "HK2/2026-2027"), ("2027-09-04", "HK2/2026-2027"), ("2027-09-05", "HK1/2027-2028"),
    ])
  func latest(day: String, key: String?) throws {
    #expect(RegimeHistory(try Plan.regime()).latestOpen(on: Plan.day(day))?.key.description == key)
  }

  @Test("periods as people name them")
  func names() throws {
    let regime = try Plan.regime()
    func name(_ key: String) -> String { regime.name(of: Plan.key(key), requests: Self.requests).vietnamese }
    #expect(name("HK1/2026-2027") == "Học kỳ I, năm học 2026 - 2027")
    #expect(name("NAM/2026-2027") == "Cả năm học 2026 - 2027")
    #expect(name("CD/AI-2027") == "Chuyên đề, đột xuất «AI trong trường học»")
  }

  @Test("the school year's own days")
  func schoolYear() throws {
    #expect(SchoolYear(firstYear: 2026).window == (try Plan.window("2026-08-01", "2027-07-31")))
    #expect(SchoolYear(of: Plan.day("2026-08-01")).firstYear == 2026)
    #expect(SchoolYear(of: Plan.day("2027-07-31")).firstYear == 2026)
  }
}
