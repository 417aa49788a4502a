import Documents
import ReportingModel

extension Cell {
  /// One number of a value that has several; the value itself where it has one. Within a column of several numbers a value
  /// that is one stands in the first.
  func part(_ number: Int, of count: Int) -> Cell.Value {
    switch value {
    case .pair(let first, let second): number == 0 ? .count(first) : .count(second)
    case .coverage(let required, let all, let others):
      switch number {
      case 0: all == nil ? .count(Int128(required)) : .count(Int128(required))
      case 1: all.map { .count(Int128($0)) } ?? .notApplicable
      default: .count(Int128(others))
      }
    default: number == 0 || count < 2 ? value : .empty
    }
  }
}
