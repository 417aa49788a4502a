import VietnameseText

/// The codes nearest to those that a file misspells: each is looked for once, and only so many of them.
struct Suggestions {
  private struct Question: Hashable {
    let value: String
    let column: Int
  }

  /// Distinct values that a suggestion is looked for.
  static let most = 200

  private var answers: [Question: String?] = [:]

  /// The nearest code of a column's list; `nil` where none is near, or too many were asked for.
  mutating func nearest(_ value: String, in codes: [String], of column: Int) -> String? {
    let question = Question(value: value, column: column)
    if let known = answers[question] { return known }
    guard answers.count < Suggestions.most else { return nil }
    let answer = VietnameseText.nearest(value, in: codes)
    answers[question] = .some(answer)
    return answer
  }
}
