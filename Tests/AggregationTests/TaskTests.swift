import Aggregation
import ReportingModel
import Testing

@Suite("Task status")
struct TaskTests {
  private func task(
    _ code: String, _ activities: [(String, Activity)], _ from: String, _ to: String, issued: [IssuedReport] = []
  ) -> String? {
    let submissions = activities.enumerated().map { index, entry in
      Fixture.accepted(Int64(index + 1), entry.0, Fixture.hk1, [entry.1])
    }
    return Fixture.facts(submissions, issued: issued)
      .report(ReportQuestion(window: Fixture.window(from, to))).tasks.figures.first { $0.code == code }
      .map { "\($0.status.rawValue) \($0.lead.rawValue)" }
  }

  @Test("once: done by the lead's activity up to the last day, overdue after its month")
  func once() {
    let plan = ("VP", Fixture.activity("2026-06-20", "NV01"))
    #expect(task("NV01", [plan], "2026-12-15", "2027-06-14") == "done silent")
    #expect(task("NV01", [plan], "2026-06-15", "2026-12-14") == "done told")
    #expect(task("NV01", [plan], "2026-06-01", "2026-06-19") == "notDue silent")
    #expect(task("NV01", [], "2026-06-01", "2026-06-30") == "notDue silent")
    #expect(task("NV01", [], "2026-06-01", "2026-07-01") == "overdue silent")
    #expect(
      task("NV01", [("S1", Fixture.activity("2026-06-20", "NV01"))], "2026-06-01", "2026-07-01") == "overdue silent")
  }

  @Test("continuous: done by anybody's activity in the window; the lead may be silent")
  func continuous() {
    #expect(task("NV02", [("S1", Fixture.activity("2027-01-02"))], "2026-12-15", "2027-06-14") == "done silent")
    #expect(task("NV02", [("VP", Fixture.activity("2027-01-02"))], "2026-12-15", "2027-06-14") == "done told")
    #expect(task("NV02", [("VP", Fixture.activity("2026-12-14"))], "2026-12-15", "2027-06-14") == "none silent")
    #expect(task("NV07", [("M1", Fixture.activity("2027-01-02", "NV07"))], "2026-12-15", "2027-06-14") == "done told")
  }

  @Test("yearly: from 15 December of the year before, overdue from 14 December")
  func yearly() {
    let early = ("P1", Fixture.activity("2026-12-15", "NV04"))
    #expect(task("NV04", [early], "2027-06-15", "2027-12-14") == "done silent")
    #expect(
      task("NV04", [("P1", Fixture.activity("2026-12-14", "NV04"))], "2027-06-15", "2027-12-13") == "notDue silent")
    #expect(
      task("NV04", [("P1", Fixture.activity("2026-12-14", "NV04"))], "2027-06-15", "2027-12-14") == "overdue silent")
  }

  @Test("school year: from its first day, overdue from 31 May to its end")
  func schoolYear() {
    let early = ("S1", Fixture.activity("2026-08-01", "NV05"))
    #expect(task("NV05", [early], "2026-12-15", "2027-06-14") == "done silent")
    #expect(task("NV05", [early], "2027-06-15", "2027-08-01") == "notDue silent")
    #expect(task("NV05", [], "2027-01-01", "2027-05-30") == "notDue silent")
    #expect(task("NV05", [], "2027-01-01", "2027-05-31") == "overdue silent")
    #expect(task("NV05", [], "2027-01-01", "2027-07-31") == "overdue silent")
  }

  @Test("reporting: done by a report that left the department, or an activity, in the window")
  func reporting() {
    let inside = IssuedReport(date: Fixture.day("2027-01-02"), recipient: .department)
    let outside = IssuedReport(date: Fixture.day("2027-01-02"), recipient: .province)
    #expect(task("NV10", [], "2026-12-15", "2027-06-14", issued: [inside]) == "none silent")
    #expect(task("NV10", [], "2026-12-15", "2027-06-14", issued: [outside]) == "done silent")
    #expect(task("NV10", [], "2027-01-03", "2027-06-14", issued: [outside]) == "none silent")
    #expect(task("NV10", [("VP", Fixture.activity("2027-01-02", "NV10"))], "2027-01-01", "2027-06-14") == "done told")
  }
}
