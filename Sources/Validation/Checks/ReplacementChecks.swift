import Regimes
import ReportingModel
import Submissions

/// What is said when a report takes the place of one that lives (<doc:counting#The-live-set>): asked last, for one that is
/// rejected replaces nothing.
extension SubmissionValidator {
  func checkReplacement(
    _ submission: inout Submission, _ content: SubmissionContent, _ arrival: Arrival, of live: EarlierSubmission,
    _ versions: [EarlierVersion]
  ) {
    checkLosses(&submission, content, of: live)
    checkSender(
      &submission, content.header, arrival, of: live, next: (content.header.number ?? versions.highestNumber + 1) + 1)
    checkTogether(&submission, content.header, arrival, of: live, versions)
  }

  /// A block that is gone, or fewer than half of the activities: a file was forgotten.
  private func checkLosses(_ submission: inout Submission, _ content: SubmissionContent, of live: EarlierSubmission) {
    var losses: [LocalizedText] = []
    for block in SubmissionContent.Block.allCases
    where live.blocks.contains(block) && block != .explanations && isEmpty(block, content)
      && !submission.unread.mayHold(in: block)
    {
      let name = Vocabulary.schema(of: block).fileName
      losses.append(LocalizedText("không còn \(name)", "\(name) is gone"))
    }
    let count = content.activities.count
    if count * 2 < live.activityCount, !submission.unread.mayHold(in: .activities) {
      losses.append(
        LocalizedText(
          "số hoạt động giảm từ \(live.activityCount) xuống \(count)",
          "activities fall from \(live.activityCount) to \(count)"))
    }
    guard !losses.isEmpty else { return }
    submission.log.add(
      Finding(
        .headerShrink, .warning, at: SourceLocation(),
        message: LocalizedText(
          "Lần nộp này thay thế toàn bộ lần \(live.number): \(losses.map(\.vietnamese).joined(separator: ", ")).",
          "This submission replaces number \(live.number) whole: \(losses.map(\.english).joined(separator: ", "))."),
        hint: LocalizedText(
          "Nếu chỉ muốn sửa một phần, đề nghị nộp lại đủ các tệp.",
          "To change a part only, send all files again.")))
  }

  private func isEmpty(_ block: SubmissionContent.Block, _ content: SubmissionContent) -> Bool {
    switch block {
    case .header: false
    case .activities: content.activities.isEmpty
    case .indicators: content.indicators.isEmpty
    case .exemplars: content.exemplars.isEmpty
    case .narratives: content.narratives.isEmpty
    case .explanations: content.explanations.isEmpty
    }
  }

  /// Two who both report for a unit do not know of each other; the unit itself may replace, and be replaced by, anybody.
  private func checkSender(
    _ submission: inout Submission, _ header: SubmissionHeader, _ arrival: Arrival, of live: EarlierSubmission,
    next: Int
  ) {
    let senders = [live.sender, arrival.sender]
    guard senders[0] != senders[1], !senders.contains(header.unit) else { return }
    let told = senders.map { sender in
      LocalizedText(sender ?? "một gói gửi chung, không rõ nơi gửi", sender ?? "a bundle of several units")
    }
    submission.log.add(
      Finding(
        .headerSender, .warning, at: SourceLocation(), value: arrival.sender,
        message: LocalizedText(
          "Báo cáo này thay lần \(live.number) do nơi khác gửi: trước là \(told[0].vietnamese), nay là \(told[1].vietnamese).",
          "It replaces number \(live.number) of another sender: \(told[0].english) before, \(told[1].english) now."),
        hint: LocalizedText(
          "Đề nghị hai nơi thống nhất bản đúng. Nếu bản trước mới đúng, ghi lần nộp là \(next) vào bản đó rồi nộp lại.",
          "Agree on which one is right. If it is the one before, write number \(next) into it and send it again."
        )))
  }

  /// Two tries that came together: the last one lives, whichever was meant.
  private func checkTogether(
    _ submission: inout Submission, _ header: SubmissionHeader, _ arrival: Arrival, of live: EarlierSubmission,
    _ versions: [EarlierVersion]
  ) {
    let seconds = arrival.receivedAt.seconds - live.version.receivedAt.seconds
    guard header.number == nil, (0...VersionBounds.together).contains(seconds) else { return }
    let number = versions.highestNumber + 1
    submission.log.add(
      Finding(
        .headerTogether, .warning, at: SourceLocation(), value: String(number),
        message: LocalizedText(
          "Hai bản khác nhau của cùng một báo cáo đến cách nhau không quá 10 phút; bản này là lần \(number), đang được tính thay cho lần \(live.number).",
          "Two different versions of the report came within ten minutes; this one is number \(number) and counts instead of number \(live.number)."
        ),
        hint: LocalizedText(
          "Nếu bản này đúng thì không phải làm gì. Nếu lần \(live.number) mới đúng, đề nghị ghi lần nộp là \(number + 1) vào bản đó rồi nộp lại.",
          "If this one is right, do nothing. If number \(live.number) is, write number \(number + 1) into it and send it again."
        )))
  }
}
