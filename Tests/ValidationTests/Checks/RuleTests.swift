import Regimes
import ReportingModel
import Testing
import Validation

@testable import Submissions

/// The regime's own rules, with what the ledger knows beside a report.
@Suite struct RuleTests {
  private func live(_ told: [String: Int]) -> EarlierSubmission {
    EarlierSubmission(
      EarlierVersion(sequence: 1, number: 1, receivedAt: Instant(seconds: 0), comparedDigest: .zero),
      told: told.mapValues { Amount($0) }, activityCount: 1, blocks: [])
  }

  private func year(_ students: Int) throws -> Case {
    var it = try Case("T-01", "NAM/2026-2027")
    it.content.header.date = try Case.day("2027-05-31")
    it.arrival.receivedAt = try Case.moment("2027-06-01T08:00:00")
    it.set("CT02", Amount(students))
    return it
  }

  @Test func aRuleThatFailsIsAFindingOfItsOwn() throws {
    var it = try Case()
    it.set("CT04", Amount(501))
    let finding = try #require(it.findings().first)
    #expect(finding.code == "RULE-R01" && finding.severity == .error && finding.cite == "IV.3")
    #expect(finding.message.vietnamese == "CT04 = 501 lớn hơn CT03 = 500." && finding.value == "CT04 = 501")
    #expect(finding.location.cell == "B9")
    it.set("CT04", Amount(500))
    #expect(try it.codes() == [])
    // Nothing is compared with what is not told.
    it.set("CT04", Amount(501))
    it.content.indicators.removeAll { $0.code == "CT03" }
    #expect(try it.codes() == ["IND-MISSING"])
  }

  /// A year is cumulative over its semesters.
  @Test func theParts() throws {
    var it = try year(1500)
    it.history.lives[PeriodKey(kind: "HK1", which: "2026-2027")] = live(["CT02": 1000, "CT05": 1])
    #expect(try it.codes() == [])
    it.history.lives[PeriodKey(kind: "HK2", which: "2026-2027")] = live(["CT02": 501])
    let finding = try #require(it.findings().first)
    #expect(finding.code == "RULE-R02" && finding.severity == .warning)
    #expect(finding.message.vietnamese == "CT02 = 1.500 thấp hơn các kỳ trước (1.501).")
  }

  /// A part that told nothing itself may have parts that did: those that were asked on request.
  @Test func partsOfParts() throws {
    var it = try year(1500)
    it.requests = [
      CollectionRequest(
        regime: "KH-NHO", code: "AI-2026", title: "Về AI",
        window: try #require(Window(from: Case.day("2026-09-01"), to: Case.day("2026-11-30"))),
        due: try Case.day("2026-12-04"), partOf: PeriodKey(kind: "HK1", which: "2026-2027"))
    ]
    it.history.lives[PeriodKey(kind: "CD", which: "AI-2026")] = live(["CT02": 1600])
    #expect(try it.codes() == ["RULE-R02"])
    // What the part itself tells holds its parts already.
    it.history.lives[PeriodKey(kind: "HK1", which: "2026-2027")] = live(["CT02": 1400])
    #expect(try it.codes() == [])
  }

  @Test func outliersAndTheMedianThatIsKept() throws {
    var it = try Case()
    it.history.medians = ["CT02": Amount(100), "CT03": Amount(1)]
    let (_, submission) = try it.judge(it.content)
    #expect(submission.log.isEmpty && submission.medians == ["CT02": Amount(100)])
    it.set("CT02", Amount(1001))
    #expect(try it.codes() == ["RULE-R03"])
    // A median of zero would make every value an outlier.
    it.history.medians = ["CT02": .zero]
    #expect(try it.codes() == [] && it.judge(it.content).submission.medians == [:])
  }

  /// Asked again later, the rules go by the medians that were recorded.
  @Test func failuresGoByRecordedMedians() throws {
    var it = try Case()
    it.history.medians = ["CT02": Amount(1)]
    it.set("CT04", Amount(501))
    let validator = try it.validator()
    func rules(_ medians: [String: Amount]) -> [String] {
      validator.failures(of: it.content, medians: medians, earlier: it.history).map(\.rule)
    }
    #expect(rules([:]) == ["R01"] && rules(["CT02": Amount(99)]) == ["R01", "R03"])
    #expect(rules(["CT02": Amount(100)]) == ["R01"])
    var unknown = it.content
    unknown.header.unit = "T-99"
    #expect(validator.failures(of: unknown, medians: [:], earlier: it.history) == [])
  }

  /// A rule says nothing where what it asks for stands there unread.
  @Test func aRuleOnWhatIsUnread() throws {
    var it = try Case()
    it.set("CT04", Amount(501))
    it.unread.keys[.indicators] = ["CT03"]
    #expect(try it.codes() == [])
    it.unread.keys[.indicators] = ["CT02"]
    #expect(try it.codes() == ["RULE-R01"])
  }
}
