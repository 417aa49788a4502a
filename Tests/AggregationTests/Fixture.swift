import Aggregation
import Register
import ReportingModel

@testable import Regimes

/// A small regime in the image of LD-NQ57, and short words for building ledgers.
enum Fixture {
  static func text(_ text: String) -> LocalizedText { LocalizedText(text, text) }

  static func coded(_ code: String) -> CodedName {
    CodedName(code: code, name: text(code), shortName: text(code), cite: nil)
  }

  static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0) }

  static func window(_ from: String, _ to: String) -> Window {
    guard let window = Window(from: day(from), to: day(to)) else { fatalError("\(from) is after \(to)") }
    return window
  }

  static func at(_ text: String) -> Instant { Instant(iso: text) ?? Instant(seconds: 0) }

  static func period(_ kind: String, _ year: Int = 2026) -> PeriodKey {
    PeriodKey(kind: kind, which: SchoolYear(firstYear: year).description)
  }

  static let hk1 = period("HK1")
  static let hk2 = period("HK2")
  static let nam = period("NAM")
  /// 15 December 2026 to 14 June 2027.
  static let firstHalf = window("2026-12-15", "2027-06-14")

  static func request(
    _ code: String, _ from: String, _ to: String, due: String, partOf: PeriodKey? = nil, kinds: [String] = [],
    levels: [String] = [], units: [String] = []
  ) -> CollectionRequest {
    CollectionRequest(
      regime: "LD-NQ57",
      code: code, title: code, window: window(from, to), due: day(due), partOf: partOf, kinds: kinds, levels: levels,
      units: units)
  }

  static func asked(_ code: String) -> PeriodKey { PeriodKey(kind: "CD", which: code) }

  static func activity(
    _ date: String, _ task: String = "NV02", id: String? = nil, area: String = "ND1", channel: String = "HT1",
    product: String = "TINBAI", topics: [String] = [], quantity: Int64 = 1, people: Int64 = 0, title: String = "Tin"
  ) -> Activity {
    Activity(
      id: id, date: day(date), task: task, area: area, channel: channel, product: product, topics: topics,
      quantity: quantity, people: people, title: title)
  }

  static func accepted(
    _ sequence: Int64, _ unit: String, _ period: PeriodKey, number: Int = 1, at: String = "2027-01-20T08:00:00",
    withdrawn: Bool = false, nilReturn: Bool = false, _ activities: [Activity] = [], told: [String: Int64] = [:],
    exemplars: [Exemplar] = [], narratives: [KeyedText] = []
  ) -> Sent {
    Sent(
      submission: AcceptedSubmission(
        sequence: sequence, number: number, receivedAt: Fixture.at(at),
        content: SubmissionContent(
          header: SubmissionHeader(
            regime: "TEST", unit: unit, period: period, nilReturn: nilReturn, date: day("2027-01-20")),
          activities: activities,
          indicators: told.sorted { $0.key < $1.key }.map { IndicatorValue(code: $0.key, value: Amount($0.value)) },
          exemplars: exemplars, narratives: narratives)), withdrawn: withdrawn)
  }

  static func view(
    _ accepted: [Sent], refused: [Refused] = [], requests: [CollectionRequest] = [],
    issued: [IssuedReport] = [], units: [UnitRow] = Fixture.units, asOf: Int64 = 1_000_000
  ) -> LedgerView {
    LedgerView(
      regime: regime, registry: Registry(rows: units, digest: .zero), asOf: asOf, today: day("2027-06-20"),
      accepted: accepted.map(\.submission),
      book: VersionBook(accepted.filter { $0.content.header.regime == regime.id }, refused, asOf: asOf),
      requests: requests, issuedReports: issued)
  }

  static func facts(
    _ accepted: [Sent], refused: [Refused] = [], requests: [CollectionRequest] = [],
    issued: [IssuedReport] = [], units: [UnitRow] = Fixture.units, asOf: Int64 = 1_000_000
  ) -> LiveFacts {
    LiveFacts(
      view(accepted, refused: refused, requests: requests, issued: issued, units: units, asOf: asOf))
  }

  static let units: [UnitRow] = [
    UnitRow(code: "S1", name: "Trường Mẫu 1", kind: "CSGD_SO", level: "THPT", commune: "X1", region: "V1"),
    UnitRow(code: "S2", name: "Trường Mẫu 2", kind: "CSGD_SO", level: "THPT", commune: "X2", region: "V2"),
    UnitRow(code: "S3", name: "Trường Mẫu 3", kind: "CSGD_SO", level: "GDTX", commune: "X2", region: "V2"),
    UnitRow(code: "M1", name: "Trường Mẫu 4", kind: "CSGD_XA", level: "TH", commune: "X1", region: "V1"),
    UnitRow(code: "X1", name: "Xã Mẫu 1", kind: "UBND_XA", region: "V1"),
    UnitRow(code: "X2", name: "Xã Mẫu 2", kind: "UBND_XA", region: "V2"),
    UnitRow(code: "P1", name: "Phòng Mẫu", kind: "PHONG", roles: ["GDTRH"]),
    UnitRow(code: "VP", name: "Văn phòng", kind: "VP", roles: ["VP"]),
  ]
}

extension LiveFacts {
  /// The value of an indicator in a report on a window.
  func value(_ code: String, _ window: Window) -> String? {
    report(ReportQuestion(window: window)).told.indicators.first { $0.code == code }?.value?.description
  }
}
