package import ReportingModel

/// What a report's file has that the official form does not (<doc:layout#Lint>).
package struct LintFinding: Sendable, Hashable {
  /// `LINT-PAGE`, `LINT-FIGURE`.
  package let code: String
  /// `đoạn 12`, `ô Chỉ tiêu!D7`; empty for the whole.
  package let place: LocalizedText
  package let message: LocalizedText

  init(_ code: String, _ place: LocalizedText, _ vietnamese: String, _ english: String) {
    self.code = code
    self.place = place
    message = LocalizedText(vietnamese, english)
  }

  /// Of the file as a whole.
  init(_ code: String, _ vietnamese: String, _ english: String) {
    self.init(code, LocalizedText("", ""), vietnamese, english)
  }

  static func paragraph(_ number: Int) -> LocalizedText { LocalizedText("đoạn \(number)", "paragraph \(number)") }
}
