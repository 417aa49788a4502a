import ReportingModel

/// Columns of text, each as wide as its widest cell.
package struct TextTable {
  private var rows: [[String]]

  package init(_ header: [String]) {
    rows = [header]
  }

  package mutating func add(_ row: [String]) { rows.append(row.map { showingControls(in: $0) }) }

  package var text: String {
    let widths = (0..<(rows.first?.count ?? 0)).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = row.enumerated().map { index, cell in
        index + 1 == row.count ? cell : cell + String(repeating: " ", count: max(0, widths[index] - cell.count))
      }.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
