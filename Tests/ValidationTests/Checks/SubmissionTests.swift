import ReportingModel
import Testing
import Validation

@testable import Submissions

/// Required sections, the number of a replacement, explanations.
@Suite struct SubmissionTests {
  private func live(
    _ number: Int = 3, activities: Int = 1, _ blocks: Set<SubmissionContent.Block> = [.header, .activities]
  ) -> EarlierSubmission {
    EarlierSubmission(
      EarlierVersion(sequence: 1, number: number, receivedAt: Instant(seconds: 0), comparedDigest: .zero),
      sender: "T-01",
      told: [:], activityCount: activities, blocks: blocks)
  }

  private func replacing(_ live: EarlierSubmission) throws -> Case {
    var it = try Case()
    it.history.accept(live, for: it.content.header.period)
    return it
  }

  @Test func aRequiredSection() throws {
    var it = try Case()
    it.content.narratives = [KeyedText(key: "KHOKHAN", text: "Không.")]
    let finding = try #require(it.findings().first)
    #expect(finding.code == "NAR-MISSING" && finding.location.file == "thuyet-minh.csv" && finding.cite == "IV.1")
    #expect(try it.codes() == ["NAR-MISSING"])
    it.unread.keys[.narratives] = ["KETQUA"]
    #expect(try it.codes() == [])
  }

  @Test func theNumberGoesOn() throws {
    var it = try replacing(live(3))
    for (number, codes) in [
      (2, ["HDR-STALE"]), (3, ["HDR-STALE"]), (4, []), (9, []), (23, []), (24, ["HDR-NUMBER"]), (9999, ["HDR-NUMBER"]),
    ] {
      it.content.header.number = number
      #expect(try it.codes() == codes, "\(number)")
    }
    it.content.header.number = nil
    #expect(try it.codes() == [])
    it.content.header.number = 3
    #expect(try it.findings().first?.hint.vietnamese == "Đề nghị ghi lần nộp là 4, hoặc để trống.")
  }

  /// Nothing is replaced by what is rejected, and nothing is said of it.
  @Test func whatIsRejectedReplacesNothing() throws {
    var it = try replacing(live(activities: 30, [.header, .activities, .exemplars]))
    #expect(try it.codes() == ["HDR-SHRINK"])
    it.content.narratives = []
    #expect(try it.codes() == ["NAR-MISSING"])
  }

  /// Fewer than half of the activities, or a block that is gone: a file was forgotten.
  @Test(
    arguments: [
      (2, []), (3, ["HDR-SHRINK"]), (1, []), (0, []),
    ] as [(Int, [String])])
  func aReplacementWithFewerActivities(_ before: Int, _ codes: [String]) throws {
    #expect(try replacing(live(activities: before)).codes() == codes)
  }

  @Test func aReplacementThatLosesABlock() throws {
    var it = try replacing(live(2, [.header, .activities, .exemplars, .explanations, .indicators]))
    let finding = try #require(it.findings().first)
    #expect(finding.code == "HDR-SHRINK" && finding.severity == .warning)
    // Explanations belong to the warnings of their own submission.
    #expect(finding.message.english == "This submission replaces number 2 whole: mo-hinh.csv is gone.")
    it.unread = Unread(blocks: [.exemplars])
    #expect(try it.codes() == [])
  }

  /// Explained by the code on the receipt or by the rule's own.
  @Test(arguments: ["R03", "RULE-R03"]) func anExplainedWarning(_ key: String) throws {
    var it = try Case()
    it.history.medians = ["CT02": Amount(1)]
    it.content.explanations = [KeyedText(key: key, text: "Vì vậy nên thế.")]
    let finding = try #require(it.findings().first)
    #expect(try it.codes() == ["RULE-R03"] && finding.explained)
  }

  @Test func anExplanationOfNothing() throws {
    var it = try Case()
    it.content.explanations = [KeyedText(key: "R03", text: "Vì vậy nên thế.", line: 2)]
    let unused = try #require(it.findings().first)
    #expect(unused.code == "RULE-UNUSED" && unused.severity == .warning && unused.location.cell == "A2")
    #expect(unused.message.english == "R03 is explained, but it did not arise." && unused.value == "R03")
  }

  /// An error is mended and not explained.
  @Test func anExplanationOfAnError() throws {
    var it = try Case()
    it.set("CT04", Amount(501))
    it.content.explanations = [KeyedText(key: "R01", text: "Vì vậy nên thế.")]
    let findings = try it.findings()
    #expect(findings.map(\.code) == ["RULE-R01", "RULE-UNUSED"] && findings.allSatisfy { !$0.explained })
    #expect(findings[1].message.english == "R01 is an error and no warning; an explanation does not mend it.")
    guard case .rejected = try it.judge(it.content).verdict else {
      Issue.record("not rejected")
      return
    }
  }
}
