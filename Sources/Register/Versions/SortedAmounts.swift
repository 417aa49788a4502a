import ReportingModel

/// Values kept in order, so that the median without one of them is found without sorting.
struct SortedAmounts {
  private var values: [Amount] = []

  var count: Int { values.count }

  mutating func insert(_ value: Amount) { values.insert(value, at: position(of: value)) }

  mutating func remove(_ value: Amount) {
    let index = position(of: value)
    if index < values.count, values[index] == value { values.remove(at: index) }
  }

  /// The lower median of the values without one occurrence of `own`; `nil` when none are left.
  func lowerMedian(without own: Amount?) -> Amount? {
    guard let own else { return values.isEmpty ? nil : values[(values.count - 1) / 2] }
    let skipped = position(of: own)
    guard skipped < values.count, values[skipped] == own else { return lowerMedian(without: nil) }
    guard values.count > 1 else { return nil }
    let middle = (values.count - 2) / 2
    return values[middle < skipped ? middle : middle + 1]
  }

  /// The first place whose value is not smaller.
  private func position(of value: Amount) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
