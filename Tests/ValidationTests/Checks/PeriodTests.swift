import Regimes
import ReportingModel
import Testing
import Validation

/// The period exists, is open, and the report is in time.
@Suite struct PeriodTests {
  private func request(closedAt: Instant? = nil, levels: [String] = []) throws -> CollectionRequest {
    CollectionRequest(
      regime: "KH-NHO", code: "AI-2026", title: "Về AI",
      window: try #require(Window(from: Case.day("2026-09-01"), to: Case.day("2026-11-30"))),
      due: try Case.day("2026-12-04"), levels: levels, closedAt: closedAt)
  }

  private func asked(_ moment: String = "2026-12-01T08:00:00") throws -> Case {
    var it = try Case("T-01", "CD/AI-2026")
    it.content.header.date = try Case.day("2026-11-30")
    it.arrival.receivedAt = try Case.moment(moment)
    it.requests = [try request()]
    return it
  }

  @Test func aPeriodOpensOnItsFirstDay() throws {
    var it = try Case()
    it.content.activities = []
    it.history.hasOthers = true
    it.content.header.date = try Case.day("2026-09-04")
    it.arrival.receivedAt = try Case.moment("2026-09-04T23:59:59")
    #expect(try it.codes() == ["PERIOD-EARLY"])
    it.arrival.receivedAt = try Case.moment("2026-09-05T00:00:00")
    #expect(try it.codes() == [])
  }

  /// What is entered later may bear the day of the copy that was signed; nobody signs tomorrow.
  @Test(
    arguments: [
      ("2027-01-20", nil, nil), ("2027-01-21", nil, Severity.error), ("2072-01-18", nil, .error),
      ("2027-01-20", "2027-01-25", nil), ("2027-01-21", "2027-01-25", .warning), ("2027-01-25", "2027-01-25", .warning),
      ("2027-01-26", "2027-01-25", .error),
    ] as [(String, String?, Severity?)])
  func theDateOfTheReport(_ date: String, _ entered: String?, _ severity: Severity?) throws {
    var it = try Case()
    it.content.header.date = try Case.day(date)
    it.arrival.enteredAt = try entered.map { try Case.moment($0 + "T08:00:00") }
    let found = try it.findings()
    #expect(found.map(\.severity) == [severity].compactMap { $0 } && found.allSatisfy { $0.code == "HDR-DATE" })
    #expect(found.allSatisfy { $0.location.field == "ngay_lap" && $0.value == date })
  }

  @Test func aRequestThatNobodyMade() throws {
    var it = try asked()
    #expect(try it.codes() == [])
    it.content.header.period = PeriodKey(kind: "CD", which: "AI-2027")
    let finding = try #require(it.findings().first)
    #expect(finding.code == "HDR-REQUEST" && finding.hint.english == "Requests: AI-2026.")
    it.requests = []
    #expect(try it.findings().first?.hint.english == "Look at the department's letter again.")
  }

  /// What came before the closing and is entered later is not late for it.
  @Test func aRequestThatIsClosed() throws {
    var it = try asked("2026-12-02T08:00:00")
    it.requests = [try request(closedAt: Case.moment("2026-12-03T17:00:00"))]
    #expect(try it.codes() == ["PERIOD-CLOSED"])
    it.arrival.enteredAt = try Case.moment("2026-12-05T08:00:00")
    #expect(try it.codes() == [])
    it.arrival.receivedAt = try Case.moment("2026-12-03T17:00:00")
    #expect(try it.codes() == ["PERIOD-CLOSED"])
  }

  @Test func aPeriodThatWasReportedOn() throws {
    var it = try Case()
    it.closedPeriods[it.content.header.period] = ClosedPeriod(number: "9/BC-SM", date: try Case.day("2027-01-19"))
    let finding = try #require(it.findings().first)
    #expect(finding.code == "PERIOD-ISSUED" && finding.severity == .warning)
    #expect(finding.message.vietnamese.contains("Báo cáo số 9/BC-SM ngày 19/01/2027"))
  }

  /// 31 January 2027 is a Sunday: the report is due on Monday. What was refused in time has two more working days.
  @Test(
    arguments: [
      ("2027-02-01T23:59:59", nil, nil, 0), ("2027-02-02T00:00:00", nil, nil, 1), ("2027-02-12T08:00:00", nil, nil, 11),
      ("2027-02-03T23:59:59", nil, "2027-02-01T08:00:00", 0), ("2027-02-04T00:00:00", nil, "2027-02-01T08:00:00", 3),
      ("2027-02-03T08:00:00", nil, "2027-02-02T08:00:00", 2), ("2027-02-20T08:00:00", "2027-01-25T08:00:00", nil, 0),
    ] as [(String, String?, String?, Int)])
  func lateness(_ moment: String, _ accepted: String?, _ refused: String?, _ days: Int) throws {
    var it = try Case()
    it.arrival.receivedAt = try Case.moment(moment)
    it.history.firstAccepted = try accepted.map(Case.moment)
    it.history.firstRefused = try refused.map(Case.moment)
    let findings = try it.findings()
    #expect(findings.map(\.code) == (days == 0 ? [] : ["PERIOD-LATE"]))
    if days > 0 {
      #expect(
        findings[0].severity == .warning
          && findings[0].message.english.contains(days == 1 ? "(1 day)" : "(\(days) days)"))
      #expect(findings[0].message.english.hasSuffix("The report still counts."))
    }
  }

  @Test func whoIsInvitedIsNeverLate() throws {
    var it = try Case("TX-01")
    it.arrival.receivedAt = try Case.moment("2027-03-30T08:00:00")
    #expect(try it.codes() == [])
  }

  /// Of a request only those whom it asks owe a report.
  @Test func whoIsNotAskedIsNeverLate() throws {
    var it = try asked("2026-12-20T08:00:00")
    #expect(try it.codes() == ["PERIOD-LATE"])
    it.requests = [try request(levels: ["TH"])]
    #expect(try it.codes() == [])
  }

  /// A report that has to come again is not told that it counts.
  @Test func aRefusedReportThatIsLate() throws {
    var it = try Case()
    it.arrival.receivedAt = try Case.moment("2027-02-02T08:00:00")
    it.content.narratives = []
    let findings = try it.findings()
    #expect(findings.map(\.code) == ["NAR-MISSING", "PERIOD-LATE"])
    #expect(findings[1].message.english.hasSuffix("(1 day).") && findings[1].hint.english.contains("send it again"))
  }
}
