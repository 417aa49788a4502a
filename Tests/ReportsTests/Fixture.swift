import Aggregation
import Documents
import Regimes
import Register
import Rendering
import ReportingModel
import Reports
import Schemas
import TestSupport
import Testing

/// Reports on a few submissions under the small plan.
enum Fixture {
  static func regime() throws -> Regime {
    try #require(
      RegimeLoader.load(SmallPlan.bytes, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml").regime)
  }

  static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  static let units = [
    UnitRow(code: "T-01", name: "Trường Một", kind: "TRUONG", level: "THPT", region: "Vùng 1"),
    UnitRow(code: "T-02", name: "Trường Hai", kind: "TRUONG", level: "THPT", region: "Vùng 2"),
    UnitRow(code: "VP", name: "Văn phòng", kind: "VP", roles: ["VP"]),
  ]

  static let hk1 = PeriodKey(kind: "HK1", which: "2026-2027")

  static func accepted(
    _ sequence: Int64, _ unit: String, people: [Int64], told: [String: Int64] = [:], exemplars: [Exemplar] = [],
    explanations: [KeyedText] = []
  ) throws -> AcceptedSubmission {
    let date = try day("2026-12-20")
    return AcceptedSubmission(
      sequence: sequence, number: 1, receivedAt: Instant(try day("2027-01-20"), hour: 8),
      explained: explanations.map(\.key),
      content: SubmissionContent(
        header: SubmissionHeader(regime: "KH-NHO", unit: unit, period: hk1, date: try day("2027-01-18")),
        activities: people.enumerated().map { index, people in
          Activity(
            id: "\(unit)-\(index)", date: date, task: "NV02", area: "ND1", channel: "HT1", product: "TIN",
            people: people, title: "Tin \(index)")
        },
        indicators: told.sorted { $0.key < $1.key }.map { IndicatorValue(code: $0.key, value: Amount($0.value)) },
        exemplars: exemplars, narratives: [], explanations: explanations))
  }

  /// The composer of the half-year in which semester I ends.
  static func composer(
    _ accepted: [AcceptedSubmission], recipient: ReportRecipient = .province, settings: Letterhead = Letterhead(),
    texts: OfficeTexts = OfficeTexts(), chosen: [ChosenExemplar]? = nil, title: String? = nil
  ) throws -> ReportComposer {
    var book = VersionBook()
    for one in accepted.sorted(by: { $0.sequence < $1.sequence }) {
      let header = one.content.header
      book.accept(
        SubmissionVersion(sequence: one.sequence, number: one.number, receivedAt: one.receivedAt),
        UnitPeriod(unit: header.unit, period: header.period))
    }
    let facts = LiveFacts(
      LedgerView(
        regime: try regime(), registry: Registry(rows: units, digest: .zero), asOf: 42, today: try day("2027-06-20"),
        accepted: accepted, book: book))
    let window = try #require(Window(from: day("2026-12-15"), to: day("2027-06-14")))
    return ReportComposer(
      question: ReportQuestion(window: window), facts: facts,
      names: ReportNames(
        period: LocalizedText("6 tháng đầu năm 2027", "first half of 2027"),
        next: LocalizedText("6 tháng cuối năm 2027", "second half of 2027"), title: title),
      recipient: recipient, settings: settings, texts: texts,
      chosen: try chosen.map { try facts.chosen($0) }, ledgerHead: "ab12")
  }
}

extension ReportDocument {
  /// Its paragraphs and headings as plain text.
  var lines: [String] {
    body.compactMap { block in
      switch block {
      case .heading(_, let text): text
      case .paragraph(let spans): spans.map(\.text).joined()
      case .table: nil
      }
    }
  }

  var tables: [Table] {
    body.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

extension Table {
  /// The rows as they are printed.
  var printed: [[String]] { rows.map { $0.cells.map(\.printed) } }
}
