/// Returns the known name nearest to a misspelt one, for «did you mean», or nothing within the bound.
///
/// Names are compared by their folded keys; one insertion, deletion, replacement or swap of neighbours counts 1. Of names
/// equally near, the first wins.
/// - Parameter bound: the greatest distance; a third of the misspelt name, at least 1, when absent.
package func nearest(_ name: String, in known: [String], within bound: Int? = nil) -> String? {
  let wanted = Array(foldedKey(name).unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= longestComparedName else { return nil }
  var limit = bound ?? max(1, wanted.count / 3)
  var best: String?
  for candidate in known {
    let distance = editDistance(wanted, Array(foldedKey(candidate).unicodeScalars), limit: limit)
    guard let distance else { continue }
    best = candidate
    limit = distance - 1
    if limit < 0 { break }
  }
  return best
}

/// Longer input is no name; the bound keeps the cost of hostile input small.
private let longestComparedName = 250

/// The number of edits between two sequences, or nothing if it is more than the limit.
func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], limit: Int) -> Int? {
  guard limit >= 0, abs(first.count - second.count) <= limit else { return nil }
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  var row = last
  for i in first.indices {
    row[0] = i + 1
    var smallest = row[0]
    for j in second.indices {
      var cost = min(last[j + 1], row[j]) + 1
      cost = min(cost, last[j] + (first[i] == second[j] ? 0 : 1))
      if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row[j + 1] = cost
      smallest = min(smallest, cost)
    }
    guard smallest <= limit else { return nil }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[second.count] <= limit ? last[second.count] : nil
}
