import Regimes
import Register
import ReportingModel
import Synthesis
import Testing
import Validation

@testable import Submissions

/// Made-up reports are accepted without a finding, whatever the seed.
@Suite struct ReportTests {
  @Test(arguments: ["TRUONG", "TRUONG_XA", "XA", "VP"], ["HK1", "HK2", "NAM"])
  func reportsAreAccepted(_ kind: String, _ period: String) throws {
    let regime = try Fixture.regime()
    let unit = UnitRow(code: "T-01", name: "Trường Mẫu", kind: kind, level: "TH")
    let validator = SubmissionValidator(regime: regime, registry: Registry(rows: [unit], digest: .zero), requests: [])
    for seed in 1...12 as ClosedRange<UInt64> {
      let content = try Fixture.content(kind, period + "/2026-2027", seed: seed, activities: Int(seed))
      let read = Submission(
        path: "", encoding: "", origin: SubmissionOrigin(), content: content, unit: unit.code,
        period: content.header.period, untold: [], unread: Unread(blocks: []), log: FindingLog())
      let arrival = Arrival(receivedAt: Instant(content.header.date, hour: 8))
      let (submission, verdict) = validator.decide(validator.examine(read, arrival), arrival, earlier: Register())
      guard case .accepted = verdict else {
        Issue.record("seed \(seed): \(submission.log.kept)")
        continue
      }
      #expect(submission.log.isEmpty, "seed \(seed): \(submission.log.kept)")
    }
  }

  @Test func theSeedAndTheNumberDecide() throws {
    let first = try Fixture.content(seed: 3, number: 7)
    #expect(try Fixture.content(seed: 3, number: 7) == first)
    #expect(try Fixture.content(seed: 3, number: 8).indicators != first.indicators)
    #expect(try Fixture.content(seed: 4, number: 7).indicators != first.indicators)
  }

  @Test func activitiesAreOfTheirPeriodAndPlan() throws {
    let regime = try Fixture.regime()
    let content = try Fixture.content(activities: 60)
    #expect(content.activities.count == 60 && Set(content.activities.compactMap(\.id)).count == 60)
    for activity in content.activities {
      #expect("2026-09-05"..."2027-01-17" ~= activity.date.description)
      // What is done once is nobody's routine, and what a task does not name it does not make.
      #expect(activity.task != "NV01" && (activity.product == "TIN" || activity.task == "NV03"))
      #expect(regime.areas.contains { $0.code == activity.area } && (1...5).contains(activity.quantity))
    }
    #expect(Set(content.activities.map(\.task)) == ["NV02", "NV03"])
    #expect(content.narratives.map(\.key) == ["KETQUA", "KHOKHAN"])
  }

  @Test func onlyWhatTheKindIsAsked() throws {
    #expect(try Fixture.content("VP").indicators.map(\.code) == ["CT06"])
    #expect(try Fixture.content("TRUONG").indicators.map(\.code) == ["CT02", "CT03", "CT04", "CT05", "CT06"])
    // Money comes in the unit that it is printed in.
    let money = try #require(Fixture.content("VP").value(of: "CT06"))
    #expect(money.thousandths % 1_000_000_000 == 0 && money > .zero)
  }
}
