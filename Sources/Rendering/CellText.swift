package import Documents
import ReportingModel

extension Cell {
  /// How a value is printed, the Vietnamese way (<doc:layout#Figures-in-words>).
  package var printed: String {
    switch value {
    case .text(let text): text
    case .count(let number): VietnameseNumber.text(number)
    case .amount(let amount): VietnameseNumber.text(amount)
    case .percent(let percent): VietnameseNumber.text(percent)
    case .date(let date): date.vietnamese
    case .pair(let first, let second): "\(VietnameseNumber.text(first)) / \(VietnameseNumber.text(second))"
    case .coverage(let required, let all?, let others):
      [
        "\(VietnameseNumber.text(required))/\(VietnameseNumber.text(all))",
        others > 0 ? "khác \(VietnameseNumber.text(others))" : nil,
      ].compactMap { $0 }.joined(separator: "; ")
    case .coverage(let required, nil, let others):
      [VietnameseNumber.text(required), others > 0 ? "khác \(VietnameseNumber.text(others))" : nil]
        .compactMap { $0 }.joined(separator: "; ")
    case .notTold: "…"
    case .notApplicable: "-"
    case .empty: ""
    }
  }
}
