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
