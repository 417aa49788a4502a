import Regimes
import ReportingModel
import Submissions

/// Where a report stands among the versions that came before it for its unit and period (<doc:counting#The-live-set>).
extension SubmissionValidator {
  /// The version that a report repeats: the live one whatever number it tells; an earlier one where it tells none, or that one's.
  func repeated(
    _ number: Int?, _ digest: Digest, _ versions: [EarlierVersion], _ live: EarlierSubmission?
  ) -> EarlierVersion? {
    if let live, live.version.comparedDigest == digest { return live.version }
    return versions.last { $0.comparedDigest == digest && (number ?? $0.number) == $0.number }
  }

  /// Nothing reverts by itself: a file that a program brought back is told, and how to bring it back on purpose.
  func checkOld(
    _ submission: inout Submission, _ same: EarlierVersion, _ versions: [EarlierVersion], _ live: EarlierSubmission?
  ) {
    let next = versions.highestNumber + 1
    let lives = LocalizedText(
      live.map { "số liệu đang tính là của lần \($0.number)" } ?? "hiện chưa có báo cáo nào của kỳ này được tính",
      live.map { "number \($0.number) counts" } ?? "no report on the period counts now")
    let state =
      same.isWithdrawn
      ? LocalizedText("đã được rút", "was withdrawn") : LocalizedText("đã được lần sau thay", "was replaced since")
    submission.log.add(
      Finding(
        .headerOld, .warning, at: numberPlace(submission), value: String(same.number),
        message: LocalizedText(
          "Đây là bản cũ: nội dung giống hệt lần nộp \(same.number), nhận lúc \(same.receivedAt.vietnamese), \(state.vietnamese); \(lives.vietnamese).",
          "This is an old version: its content equals number \(same.number), received \(same.receivedAt), which \(state.english); \(lives.english)."
        ),
        hint: LocalizedText(
          "Nếu tệp cũ được gửi lại do nhầm thì không phải làm gì. Muốn dùng lại bản này, đề nghị ghi lần nộp là \(next) rồi nộp lại.",
          "If an old file came back by mistake, do nothing. To bring this version back, write number \(next) and send it again."
        )))
  }

  /// A number that is told goes on from the highest, and not far beyond it.
  func checkNumber(_ submission: inout Submission, _ header: SubmissionHeader, _ versions: [EarlierVersion]) {
    guard let number = header.number else { return }
    let highest = versions.highestNumber
    let hint = LocalizedText(
      "Đề nghị ghi lần nộp là \(highest + 1), hoặc để trống.", "Write \(highest + 1), or leave it empty.")
    if number <= highest {
      submission.log.add(
        Finding(
          .headerStale, .error, at: numberPlace(submission), value: String(number),
          message: LocalizedText(
            "Lần nộp \(number) không mới hơn lần \(highest) đã tiếp nhận, nhưng nội dung khác.",
            "Number \(number) is not after the accepted number \(highest), but the content differs."), hint: hint))
    } else if number > highest + VersionBounds.longestLeap {
      submission.log.add(
        Finding(
          .headerNumber, .error, at: numberPlace(submission), value: String(number),
          message: highest == 0
            ? LocalizedText(
              "Lần nộp \(number) quá lớn: kỳ này chưa tiếp nhận lần nào.",
              "Number \(number) is too high: nothing was accepted for the period yet.")
            : LocalizedText(
              "Lần nộp \(number) quá lớn: lần cao nhất đã tiếp nhận là \(highest).",
              "Number \(number) is too high: the highest accepted number is \(highest)."), hint: hint))
    }
  }

  /// What came before the live one does not replace it by being entered later.
  func checkEarlier(
    _ submission: inout Submission, _ header: SubmissionHeader, _ arrival: Arrival, _ versions: [EarlierVersion],
    _ live: EarlierSubmission?
  ) {
    guard let live, arrival.enteredAt != nil, header.number == nil, arrival.receivedAt < live.version.receivedAt else {
      return
    }
    let next = versions.highestNumber + 1
    submission.log.add(
      Finding(
        .headerEarlier, .error, at: numberPlace(submission), value: arrival.receivedAt.description,
        message: LocalizedText(
          "Báo cáo này nhận lúc \(arrival.receivedAt.vietnamese), trước lần \(live.number) (nhận lúc \(live.version.receivedAt.vietnamese)); số liệu đang tính vẫn là của lần \(live.number).",
          "This report was received \(arrival.receivedAt), before number \(live.number) (\(live.version.receivedAt)); number \(live.number) still counts."
        ),
        hint: LocalizedText(
          "Ngày nhận của báo cáo này vẫn được tính khi xét đúng hạn. Muốn báo cáo này thay lần \(live.number), đề nghị ghi lần nộp là \(next) rồi nộp lại.",
          "Its day of receipt still counts for being in time. To replace number \(live.number) with it, write number \(next) and send it again."
        )))
  }

  private func numberPlace(_ submission: Submission) -> SourceLocation {
    submission.origin.location(.header, line: submission.origin.headerLine, field: "lan_nop")
  }
}

extension [EarlierVersion] {
  /// The highest number that was ever accepted, withdrawn ones included; 0 when none was.
  var highestNumber: Int { lazy.map(\.number).max() ?? 0 }
}

/// How far apart two versions are to be what they seem.
enum VersionBounds {
  /// A number further above the highest accepted one is a slip of typing.
  static let longestLeap = 20
  /// Of two different reports within this many seconds nobody knows which one was meant to come last.
  static let together: Int64 = 600
}
