import Receipts
import Regimes
import ReportingModel
import Schemas
import TestSupport
import Testing

@testable import Submissions

/// Receipts of small deliveries under the small plan.
enum Fixture {
  static func regime() throws -> Regime {
    try #require(
      RegimeLoader.load(SmallPlan.bytes, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml").regime)
  }

  static func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  static func finding(
    _ code: FindingCode = .csvDate, _ severity: Severity = .error, file: String = "hoat-dong.csv", line: Int? = 3,
    column: Int? = 2, field: String? = "ngay", value: String? = "31/02"
  ) -> Finding {
    Finding(
      code, severity, at: SourceLocation(file: file, line: line, column: column, field: field), value: value,
      message: LocalizedText("Sai.", "Wrong."), hint: LocalizedText("Sửa.", "Mend."), cite: "V.1")
  }

  static func content(_ unit: String = "T-01") throws -> SubmissionContent {
    SubmissionContent(
      header: SubmissionHeader(
        regime: "KH-NHO", unit: unit, period: PeriodKey(kind: "HK1", which: "2026-2027"),
        date: try day("2027-01-18")))
  }

  static func line(
    _ status: SubmissionReceipt.Status, _ findings: [Finding] = [], unit: String = "T-01", name: String? = "Trường Mẫu",
    due: String? = "2027-01-31", content: SubmissionContent? = nil
  ) throws -> SubmissionReceipt {
    var log = FindingLog(limit: 5)
    log.add(findings)
    let content = try content ?? Fixture.content(unit)
    let submission = Submission(
      path: "thong-tin.csv", encoding: "UTF-8",
      origin: SubmissionOrigin(
        files: [.header: "thong-tin.csv", .activities: "hoat-dong.csv"], columns: [.activities: ["ngay": 2]]),
      content: content, unit: unit, period: content.header.period, untold: [], unread: Unread(blocks: []), log: log)
    return SubmissionReceipt(
      status: status, submission: submission, regime: try regime(),
      periodName: LocalizedText("Học kỳ I, năm học 2026 - 2027", "Semester I, school year 2026-2027"), unitName: name,
      dueDay: try due.map(day), number: 1, sequence: 17)
  }

  /// An archive inside the bundle, as intake tells of it.
  static func innerArchive(_ path: String) throws -> SubmissionReceipt {
    var line = try line(.rejected, [finding(.zipNested, file: path, line: nil, column: nil, field: nil)])
    line.submission.path = path
    line.submission.content = nil
    line.submission.unit = nil
    line.submission.period = nil
    line.submission.isUnopened = true
    (line.unitName, line.periodName, line.dueDay) = (nil, nil, nil)
    (line.number, line.sequence) = (nil, nil)
    return line
  }

  static func receipt(
    _ lines: [SubmissionReceipt], findings: [Finding] = [], number: Int? = 12, folder: String? = nil,
    at moment: String = "2027-01-20T08:05:09+07:00", isReadable: Bool = true, original: Receipt.Original? = nil
  ) throws -> Receipt {
    Receipt(
      regime: try regime(), number: number, fileName: "gói.zip", folderUnit: folder, digest: .zero,
      receivedAt: try #require(Instant(iso: moment)), isReadable: isReadable, submissions: lines, findings: findings,
      original: original)
  }
}
