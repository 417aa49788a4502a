import Regimes
import ReportingModel
import Schemas
import TestSupport
import Testing
import Validation

@testable import Submissions

/// A school's report on semester I under the small plan, which is accepted as it is.
struct Case {
  var content: SubmissionContent
  var arrival = Arrival(receivedAt: Instant(seconds: 1_800_000_000))
  var history = KnownHistory()
  var requests: [CollectionRequest] = []
  var closedPeriods: [PeriodKey: ClosedPeriod] = [:]
  var unread = Unread(blocks: [])
  var units = Case.units

  static let units = [
    UnitRow(code: "T-01", name: "Trường Trung học Mẫu Một", kind: "TRUONG", level: "THPT", commune: "XA-01"),
    UnitRow(code: "T-02", name: "Trường Trung học Mẫu Hai", kind: "TRUONG", level: "THPT", commune: "XA-01"),
    UnitRow(code: "TX-01", name: "Trường Tiểu học Mẫu", kind: "TRUONG_XA", level: "TH", commune: "XA-01"),
    UnitRow(code: "XA-01", name: "Ủy ban xã Mẫu", kind: "XA"), UnitRow(code: "VP", name: "Văn phòng Sở", kind: "VP"),
  ]

  init(_ unit: String = "T-01", _ period: String = "HK1/2026-2027") throws {
    content = SubmissionContent(
      header: SubmissionHeader(
        regime: "KH-NHO", unit: unit, period: try #require(PeriodKey(period)), date: try Case.day("2027-01-18")),
      activities: [try Case.activity("2026-10-20")],
      indicators: ["CT02": 1000, "CT03": 500, "CT04": 20].sorted { $0.key < $1.key }.map {
        IndicatorValue(code: $0.key, value: Amount($0.value))
      }, narratives: [KeyedText(key: "KETQUA", text: "Tốt.")])
    arrival.receivedAt = try Case.moment("2027-01-20T08:00:00")
  }

  static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  static func moment(_ iso: String) throws -> Instant { try #require(Instant(iso: iso)) }

  static func activity(
    _ date: String, id: String? = nil, task: String = "NV02", product: String = "TIN", title: String = "Tin",
    line: Int = 2
  ) throws -> Activity {
    Activity(
      id: id, date: try day(date), task: task, area: "ND1", channel: "HT1", product: product, title: title, line: line)
  }

  static func regime() throws -> Regime {
    try #require(
      RegimeLoader.load(SmallPlan.bytes, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml").regime)
  }

  func validator() throws -> SubmissionValidator {
    SubmissionValidator(
      regime: try Case.regime(), registry: Registry(rows: units, digest: Digest(first32: [1])), requests: requests,
      closedPeriods: closedPeriods)
  }

  /// Judges it as if it had been read from CSV files.
  func judge(_ content: SubmissionContent?) throws -> (verdict: Verdict, submission: Submission) {
    let blocks = SubmissionContent.Block.allCases
    let submission = Submission(
      path: "thong-tin.csv", encoding: "UTF-8",
      origin: SubmissionOrigin(
        files: Dictionary(uniqueKeysWithValues: blocks.map { ($0, Vocabulary.schema(of: $0).fileName) }),
        columns: Dictionary(
          uniqueKeysWithValues: blocks.map { block in
            let columns = Vocabulary.schema(of: block).columns.enumerated()
            return (block, Dictionary(uniqueKeysWithValues: columns.map { ($0.element.name, $0.offset + 1) }))
          }), headerLine: 2),
      content: content, unit: self.content.header.unit, period: self.content.header.period, untold: [], unread: unread,
      log: FindingLog())
    return try judge(submission)
  }

  /// The verdict on a content that is the first of its unit and period.
  static func alone(_ content: SubmissionContent) throws -> Verdict {
    var it = try Case(content.header.unit)
    it.content = content
    return try it.judge(content).verdict
  }

  /// Examines a submission and decides upon it.
  func judge(_ submission: Submission) throws -> (verdict: Verdict, submission: Submission) {
    let validator = try validator()
    let (decided, verdict) = validator.decide(validator.examine(submission, arrival), arrival, earlier: history)
    return (verdict, decided)
  }

  /// What is found, in its order.
  func findings() throws -> [Finding] { try judge(content).submission.log.kept }

  func codes() throws -> [String] { try findings().map(\.code) }

  mutating func set(_ indicator: String, _ value: Amount?) {
    content.indicators.removeAll { $0.code == indicator }
    if let value { content.indicators.append(IndicatorValue(code: indicator, value: value, line: 9)) }
  }
}

/// What a ledger might know.
struct KnownHistory: EarlierReports {
  var lives: [PeriodKey: EarlierSubmission] = [:]
  var versions: [EarlierVersion] = []
  var firstAccepted: Instant?
  var firstRefused: Instant?
  var hasOthers = false
  var medians: [String: Amount] = [:]
  var others: [OtherReport] = []

  func others(of unit: String, except period: PeriodKey, of regime: String) -> [OtherReport] {
    others.filter { $0.period != period }
  }

  func live(_ key: UnitPeriod, of regime: String) -> EarlierSubmission? { lives[key.period] }

  /// What lives of a period is one of its versions.
  mutating func accept(_ submission: EarlierSubmission, for period: PeriodKey) {
    lives[period] = submission
    versions.append(submission.version)
  }

  func versions(_ key: UnitPeriod, of regime: String) -> [EarlierVersion] { versions }
  func firstArrivals(_ key: UnitPeriod, of regime: String) -> (accepted: Instant?, refused: Instant?) {
    (firstAccepted, firstRefused)
  }
  func hasActivity(_ unit: String, in window: Window, except period: PeriodKey, of regime: String) -> Bool { hasOthers }
  func lowerMedian(
    of indicator: String, in key: UnitPeriod, of regime: String, kind: String, level: String, least: Int
  ) -> Amount? { medians[indicator] }
}
