import Hashing
import ReportingModel
import Submissions
import Testing
import Validation

/// Accepted, the same as before, or rejected.
@Suite struct VerdictTests {
  private func accepted(_ verdict: Verdict) -> ValidatedSubmission? {
    if case .accepted(let submission) = verdict { submission } else { nil }
  }

  /// A live submission as it stands in the ledger after this one was accepted.
  private func live(_ submission: ValidatedSubmission) -> EarlierSubmission {
    EarlierSubmission(
      EarlierVersion(
        sequence: 77, number: submission.number, receivedAt: Instant(seconds: 0),
        comparedDigest: submission.comparedDigest), told: [:], activityCount: submission.content.activities.count,
      blocks: [])
  }

  @Test func aReportWithoutFaultsIsAccepted() throws {
    let it = try Case()
    let (verdict, submission) = try it.judge(it.content)
    let validated = try #require(accepted(verdict))
    #expect(submission.log.isEmpty && validated.number == 1 && validated.content == it.content)
    #expect(
      validated.storedCount == it.content.storedBytes.count
        && validated.storedDigest == Digest(of: it.content.storedBytes))
  }

  @Test func theNumberIsTheNextOneUnlessItIsTold() throws {
    var it = try Case()
    // The highest, withdrawn or not.
    it.history.versions = [(1, false), (4, true), (2, false)].map { number, isWithdrawn in
      EarlierVersion(
        sequence: Int64(number), number: number, receivedAt: Instant(seconds: 0), comparedDigest: .zero,
        isWithdrawn: isWithdrawn)
    }
    #expect(try accepted(it.judge(it.content).verdict)?.number == 5)
    it.content.header.number = 9
    #expect(try accepted(it.judge(it.content).verdict)?.number == 9)
  }

  @Test func theSameContentIsADuplicateWhateverItsNumberAndDay() throws {
    var it = try Case()
    let first = try #require(accepted(it.judge(it.content).verdict))
    it.history.accept(live(first), for: it.content.header.period)
    for change in [
      { _ in }, { $0.header.number = 8 }, { $0.header.preparer = "Ai đó" }, { $0.activities[0].line = 99 },
    ] as [(inout SubmissionContent) -> Void] {
      var content = it.content
      change(&content)
      guard case .duplicate(let sequence, let number) = try it.judge(content).verdict else {
        Issue.record("no duplicate")
        continue
      }
      #expect(sequence == 77 && number == 1)
    }
    it.set("CT02", Amount(1001))
    #expect(try accepted(it.judge(it.content).verdict) != nil)
  }

  /// What could not be read of a report may be what is new in it.
  @Test func aReportThatWasNotReadWholeIsNoDuplicate() throws {
    var it = try Case()
    it.history.accept(live(try #require(accepted(it.judge(it.content).verdict))), for: it.content.header.period)
    var submission = try it.judge(it.content).submission
    submission.log = FindingLog()
    submission.log.add(
      Finding(
        .csvDate, .error, at: SourceLocation(), message: LocalizedText("a", "b"), hint: LocalizedText("c", "d")))
    let judged = try it.judge(submission)
    guard case .rejected = judged.verdict else {
      Issue.record("not rejected")
      return
    }
    #expect(judged.submission.log.errorCount == 1)
  }

  /// Without a header nobody knows what to hold it against; the unit and its folder are looked at all the same.
  @Test func withoutContentOnlyTheUnitIsLookedAt() throws {
    var it = try Case("T-99")
    guard case (.rejected, let submission) = try it.judge(nil) else {
      Issue.record("not rejected")
      return
    }
    #expect(submission.log.kept.map(\.code) == ["UNIT-UNKNOWN"])
    it = try Case()
    it.arrival.folderUnit = "T-02"
    #expect(try it.judge(nil).submission.log.kept.map(\.code) == ["UNIT-FOLDER"])
  }

  /// A nil return tells zero for every flow that its kind is asked, and for nothing else.
  @Test func aNilReturnTellsZeros() throws {
    var it = try Case()
    it.content.header.nilReturn = true
    it.content.activities = []
    it.content.indicators.removeAll { $0.code == "CT02" }
    let validated = try #require(accepted(it.judge(it.content).verdict))
    let told = Dictionary(uniqueKeysWithValues: validated.content.indicators.map { ($0.code, $0.value) })
    #expect(told == ["CT02": .zero, "CT03": Amount(500), "CT04": Amount(20), "CT05": .zero, "CT06": .zero])
  }

  @Test func aDerivedIndicatorThatIsToldDoesNotCount() throws {
    var it = try Case()
    it.set("CT01", Amount(5))
    let (verdict, submission) = try it.judge(it.content)
    #expect(submission.log.kept.map(\.code) == ["IND-DERIVED"])
    #expect(accepted(verdict)?.content.value(of: "CT01") == nil)
    let without = try Case()
    #expect(try accepted(verdict)?.comparedDigest == accepted(without.judge(without.content).verdict)?.comparedDigest)
  }
}
