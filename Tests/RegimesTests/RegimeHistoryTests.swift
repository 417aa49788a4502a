import ReportingModel
import Testing

@testable import Regimes

/// A regime has two times: from when a version applies, and when it was recorded.
@Suite("Versions of a regime")
struct RegimeHistoryTests {
  private func version(_ name: String, from day: String) throws -> Regime {
    var regime = try Plan.regime()
    regime.version = name
    regime.appliesFrom = Plan.day(day)
    return regime
  }

  @Test(
    "on a day",
    arguments: [
      ("2026-05-31", "1"), ("2026-06-01", "1"), ("2027-07-31", "1b"), ("2027-08-01", "2"), ("2030-01-01", "2"),
    ])
  func day(day: String, expected: String) throws {
    var history = RegimeHistory(try version("1", from: "2026-06-01"))
    history.append(try version("2", from: "2027-08-01"))
    // A slip in the first version, mended after the second was recorded: the second still applies from its own day.
    history.append(try version("1b", from: "2026-06-15"))
    #expect(history.applying(on: Plan.day(day)).version == expected)
    #expect(history.latest.version == "1b")
  }

  @Test("of several from the same day the one recorded last")
  func sameDay() throws {
    var history = RegimeHistory(try version("1", from: "2026-06-01"))
    history.append(try version("1a", from: "2026-06-01"))
    #expect(history.applying(on: Plan.day("2026-09-01")).version == "1a")
  }

  @Test(
    "to a period, by its last day",
    arguments: [("HK1/2026-2027", "1"), ("NAM/2026-2027", "2"), ("HK1/2027-2028", "2"), ("HK9/2026-2027", "1")])
  func period(key: String, expected: String) throws {
    var history = RegimeHistory(try version("1", from: "2026-06-01"))
    history.append(try version("2", from: "2027-05-31"))
    #expect(history.applying(to: Plan.key(key), requests: []).version == expected)
  }
}
