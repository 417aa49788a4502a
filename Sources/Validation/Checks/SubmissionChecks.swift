import Regimes
import ReportingModel
import Submissions

extension SubmissionValidator {
  /// The sections that everybody writes (<doc:regime#Required-content>).
  func checkNarratives(_ submission: inout Submission, _ content: SubmissionContent) {
    for section in regime.sections
    where section.isRequired && !submission.unread.mayHold(section.code, in: .narratives) {
      guard !content.narratives.contains(where: { $0.key == section.code }) else { continue }
      submission.log.add(
        Finding(
          .narrativeMissing, .error, at: submission.origin.location(.narratives, field: section.code),
          message: LocalizedText(
            "Chưa có mục \(section.code) «\(section.name.vietnamese)».",
            "The section \(section.code) “\(section.name.english)” is missing."),
          hint: LocalizedText(
            "Đề nghị ghi ít nhất một đoạn; có thể chép phần tương ứng trong báo cáo sơ kết.",
            "Write at least one paragraph."),
          cite: section.cite))
    }
  }

  /// The number follows the live one's; a replacement that loses a block or most activities is warned of
  /// (<doc:counting#The-live-set>).
  func checkNumber(_ submission: inout Submission, _ content: SubmissionContent, live: EarlierSubmission?) {
    guard let live else { return }
    let place = submission.origin.location(.header, line: submission.origin.headerLine, field: "lan_nop")
    if let number = content.header.number, number <= live.number {
      submission.log.add(
        Finding(
          .headerStale, .error, at: place, value: String(number),
          message: LocalizedText(
            "Lần nộp \(number) không mới hơn lần \(live.number) đã tiếp nhận, nhưng nội dung khác.",
            "Number \(number) is not after the accepted number \(live.number), but the content differs."),
          hint: LocalizedText(
            "Đề nghị ghi lần nộp là \(live.number + 1), hoặc để trống.",
            "Write \(live.number + 1), or leave it empty.")))
      return
    }
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

  /// Marks explained warnings; an explanation of what did not arise is itself a warning (<doc:bundle#giaiTrinh>).
  func checkExplanations(_ submission: inout Submission, _ explained: Set<String>) {
    let arisen = submission.log.explain(explained)
    for explanation in submission.content?.explanations ?? [] {
      let code = normalizedExplanation(explanation.key)
      guard !arisen.contains(code) else { continue }
      let isError = submission.log.has(code, .error)
      submission.log.add(
        Finding(
          .explanationUnused, .warning,
          at: submission.origin.location(.explanations, line: explanation.line, field: "quy_tac"),
          value: explanation.key,
          message: isError
            ? LocalizedText(
              "\(explanation.key) là lỗi, không phải cảnh báo; giải trình không thay được việc sửa.",
              "\(explanation.key) is an error and no warning; an explanation does not mend it.")
            : LocalizedText(
              "Có giải trình cho \(explanation.key) nhưng cảnh báo này không phát sinh.",
              "\(explanation.key) is explained, but it did not arise."),
          hint: isError
            ? LocalizedText("Đề nghị sửa lỗi rồi nộp lại.", "Mend the error and send it again.")
            : LocalizedText("Có thể bỏ dòng giải trình này.", "The explanation can go.")))
    }
  }

  /// The finding code that an explanation names: a rule's code stands for `RULE-` and that code.
  func normalizedExplanation(_ key: String) -> String {
    regime.rules.first { $0.code == key }?.findingCode ?? key
  }
}
