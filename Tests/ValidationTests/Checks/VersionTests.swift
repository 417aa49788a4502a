import ReportingModel
import Submissions
import Testing
import Validation

/// Where a report stands among those that came before it for its unit and period.
@Suite struct VersionTests {
  private static let morning = "2027-01-20T08:00:00"

  /// A case whose unit has sent reports before, told apart by CT02; a number stands for a version that was withdrawn when it is
  /// negative. The last one that was not withdrawn lives.
  private func after(
    _ versions: [(number: Int, students: Int)], at moment: String = "2027-01-19T08:00:00", sender: String? = "T-01"
  ) throws -> Case {
    var it = try Case()
    for (number, students) in versions {
      it.set("CT02", Amount(students))
      guard case .accepted(let sent) = try Case.alone(it.content) else {
        Issue.record("not accepted")
        continue
      }
      let version = EarlierVersion(
        sequence: Int64(it.history.versions.count + 10), number: abs(number), receivedAt: try Case.moment(moment),
        comparedDigest: sent.comparedDigest, isWithdrawn: number < 0)
      it.history.versions.append(version)
      guard number > 0 else { continue }
      it.history.lives[it.content.header.period] = EarlierSubmission(
        version, sender: sender, told: ["CT02": Amount(students)], activityCount: 1, blocks: [.header, .activities])
    }
    it.arrival.sender = "T-01"
    it.arrival.receivedAt = try Case.moment(Self.morning)
    return it
  }

  private struct Outcome: Equatable {
    var state: String
    var codes: [String]
  }

  private func outcome(_ it: Case, _ number: Int?, students: Int) throws -> Outcome {
    var it = it
    it.set("CT02", Amount(students))
    it.content.header.number = number
    let (verdict, submission) = try it.judge(it.content)
    let state =
      switch verdict {
      case .accepted(let validated): "accepted \(validated.number)"
      case .duplicate(_, let number): "duplicate \(number)"
      case .rejected: "rejected"
      case .overtaken: "overtaken"
      }
    return Outcome(state: state, codes: submission.log.kept.map(\.code))
  }

  /// After versions 1, 2 and 3 of 100, 200 and 300 students.
  @Test(
    arguments: [
      (nil, 300, "duplicate 3", []), (2, 300, "duplicate 3", []), (3, 300, "duplicate 3", []),
      (4, 300, "duplicate 3", []), (99, 300, "duplicate 3", []), (nil, 100, "duplicate 1", ["HDR-OLD"]),
      (nil, 200, "duplicate 2", ["HDR-OLD"]), (1, 100, "duplicate 1", ["HDR-OLD"]), (2, 100, "rejected", ["HDR-STALE"]),
      (1, 200, "rejected", ["HDR-STALE"]), (4, 100, "accepted 4", []), (23, 100, "accepted 23", []),
      (24, 100, "rejected", ["HDR-NUMBER"]), (nil, 400, "accepted 4", []), (3, 400, "rejected", ["HDR-STALE"]),
      (4, 400, "accepted 4", []),
    ] as [(Int?, Int, String, [String])])
  func numbersAndContents(_ number: Int?, _ students: Int, _ state: String, _ codes: [String]) throws {
    let it = try after([(1, 100), (2, 200), (3, 300)])
    #expect(try outcome(it, number, students: students) == Outcome(state: state, codes: codes))
  }

  /// After versions 1 and 2, of which the second was withdrawn, and after one that was withdrawn and nothing else.
  @Test func withdrawnVersions() throws {
    var it = try after([(1, 100), (-2, 200)])
    #expect(try outcome(it, nil, students: 200) == Outcome(state: "duplicate 2", codes: ["HDR-OLD"]))
    #expect(try outcome(it, nil, students: 100) == Outcome(state: "duplicate 1", codes: []))
    #expect(try outcome(it, nil, students: 300) == Outcome(state: "accepted 3", codes: []))
    #expect(try outcome(it, 2, students: 300) == Outcome(state: "rejected", codes: ["HDR-STALE"]))
    #expect(try outcome(it, 3, students: 200) == Outcome(state: "accepted 3", codes: []))
    it = try after([(-1, 100)])
    #expect(try outcome(it, nil, students: 100) == Outcome(state: "duplicate 1", codes: ["HDR-OLD"]))
    #expect(try outcome(it, 1, students: 100) == Outcome(state: "duplicate 1", codes: ["HDR-OLD"]))
    #expect(try outcome(it, 1, students: 200) == Outcome(state: "rejected", codes: ["HDR-STALE"]))
    #expect(try outcome(it, 2, students: 100) == Outcome(state: "accepted 2", codes: []))
    #expect(try outcome(it, nil, students: 200) == Outcome(state: "accepted 2", codes: []))
  }

  @Test func anOldVersionIsToldWithWhatLives() throws {
    var it = try after([(1, 100), (2, 200)])
    it.set("CT02", Amount(100))
    let finding = try #require(it.findings().first)
    #expect(finding.severity == .warning && finding.value == "1" && finding.location.field == "lan_nop")
    #expect(
      finding.message.vietnamese
        == "Đây là bản cũ: nội dung giống hệt lần nộp 1, nhận lúc 08:00 ngày 19/01/2027, đã được lần sau thay; số liệu đang tính là của lần 2."
    )
    #expect(finding.hint.vietnamese.hasSuffix("đề nghị ghi lần nộp là 3 rồi nộp lại."))
    it = try after([(-1, 100)])
    it.set("CT02", Amount(100))
    #expect(
      try it.findings().first?.message.english.hasSuffix("was withdrawn; no report on the period counts now.") == true)
  }

  /// A first number far up is a slip; so is one far above the highest.
  @Test func aNumberThatLeaps() throws {
    var it = try Case()
    for (number, codes) in [(1, []), (20, []), (21, ["HDR-NUMBER"]), (2027, ["HDR-NUMBER"])] {
      it.content.header.number = number
      #expect(try it.codes() == codes, "\(number)")
    }
    #expect(try it.findings().first?.hint.vietnamese == "Đề nghị ghi lần nộp là 1, hoặc để trống.")
  }

  /// What is entered later and came before the live one waits for a number; it would have been in time all the same.
  @Test func whatCameBeforeTheLiveOne() throws {
    var it = try after([(1, 100)])
    it.arrival.enteredAt = try Case.moment("2027-01-21T08:00:00")
    it.arrival.receivedAt = try Case.moment("2027-01-19T07:59:59")
    #expect(try outcome(it, nil, students: 200) == Outcome(state: "overtaken", codes: ["HDR-EARLIER"]))
    #expect(try outcome(it, nil, students: 100) == Outcome(state: "duplicate 1", codes: []))
    #expect(try outcome(it, 2, students: 200) == Outcome(state: "accepted 2", codes: []))
    #expect(try outcome(it, 1, students: 200) == Outcome(state: "rejected", codes: ["HDR-STALE"]))
    // With another error it is refused for that.
    it.content.narratives = []
    #expect(try outcome(it, nil, students: 200) == Outcome(state: "rejected", codes: ["NAR-MISSING", "HDR-EARLIER"]))
    it = try after([(1, 100)])
    it.arrival.enteredAt = try Case.moment("2027-01-21T08:00:00")
    it.arrival.receivedAt = try Case.moment("2027-01-19T08:00:00")
    #expect(try outcome(it, nil, students: 200) == Outcome(state: "accepted 2", codes: ["HDR-TOGETHER"]))
    // A clock that was set back makes nobody's report an old one.
    it.arrival.enteredAt = nil
    it.arrival.receivedAt = try Case.moment("2027-01-19T07:00:00")
    #expect(try outcome(it, nil, students: 200) == Outcome(state: "accepted 2", codes: []))
  }

  /// Ten minutes, to the second.
  @Test(arguments: [("08:00:00", true), ("08:10:00", true), ("08:10:01", false)])
  func twoThatCameTogether(_ clock: String, _ isTold: Bool) throws {
    var it = try after([(1, 100)])
    it.arrival.receivedAt = try Case.moment("2027-01-19T" + clock)
    #expect(
      try outcome(it, nil, students: 200) == Outcome(state: "accepted 2", codes: isTold ? ["HDR-TOGETHER"] : []))
    #expect(try outcome(it, 2, students: 200) == Outcome(state: "accepted 2", codes: []))
    #expect(try outcome(it, nil, students: 100) == Outcome(state: "duplicate 1", codes: []))
    it.content.narratives = []
    #expect(try outcome(it, nil, students: 200).codes == ["NAR-MISSING"])
  }

  @Test(
    arguments: [
      ("XA-01", "XA-01", false), ("XA-01", "XA-02", true), ("XA-01", nil, true), (nil, "XA-01", true),
      (nil, nil, false),
      ("T-01", "XA-01", false), ("XA-01", "T-01", false), ("T-01", nil, false),
    ] as [(String?, String?, Bool)])
  func anotherSender(_ before: String?, _ now: String?, _ isTold: Bool) throws {
    var it = try after([(1, 100)], sender: before)
    it.arrival.sender = now
    #expect(try outcome(it, nil, students: 200) == Outcome(state: "accepted 2", codes: isTold ? ["HDR-SENDER"] : []))
    #expect(try outcome(it, 2, students: 200) == Outcome(state: "accepted 2", codes: isTold ? ["HDR-SENDER"] : []))
    #expect(try outcome(it, nil, students: 100).codes == [])
  }
}
