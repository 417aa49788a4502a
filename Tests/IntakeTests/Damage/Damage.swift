/// One thing that went wrong with one line of a file.
struct Damage: CustomStringConvertible {
  let what: String
  /// The lines as they are now: each as its cells are written.
  let lines: [[String]]

  var description: String { what }

  /// Everything that may happen to the lines of a sheet, one at a time.
  static func all(of bundle: SheetBundle, _ lines: [[String]]) -> [Damage] {
    var result: [Damage] = []
    let delimiter = String(bundle.delimiter)
    for (row, cells) in lines.enumerated() {
      func put(_ what: String, _ line: [String]) {
        result.append(Damage(what: "\(what), line \(row + 1)", lines: lines.replacing(row, with: [line])))
      }
      for cell in cells.indices.dropLast() {
        put(
          "separator \(cell + 1) lost", Array(cells[..<cell]) + [cells[cell] + cells[cell + 1]] + cells[(cell + 2)...])
      }
      for cell in 0...cells.count { put("separator \(cell) added", cells[..<cell] + [""] + cells[cell...]) }
      for cell in cells.indices {
        let text = cells[cell]
        for place in Set([0, text.count / 2, text.count]).sorted() {
          let at = text.index(text.startIndex, offsetBy: place)
          put("quote at \(cell + 1).\(place)", cells.replacing(cell, with: [text[..<at] + "\"" + text[at...]]))
        }
        if text.hasPrefix("\"") {
          put("quotes of \(cell + 1) lost", cells.replacing(cell, with: [String(text.dropFirst().dropLast())]))
        }
      }
      for other in [";", ",", "\t", "|", " "] where other != delimiter {
        put("delimiter \(other.debugDescription)", [cells.joined(separator: other)])
      }
      let whole = cells.joined(separator: delimiter)
      put("wrapped", ["\"" + whole.replacing("\"", with: "\"\"") + "\""])
      put("wrapped and padded", ["\"" + whole.replacing("\"", with: "\"\"") + "\""] + cells.dropFirst().map { _ in "" })
      put("empty end left away", Array(cells.prefix((cells.lastIndex { !$0.isEmpty } ?? 0) + 1)))
      for place in stride(from: 1, to: whole.count, by: max(1, whole.count / 8)) {
        let at = whole.index(whole.startIndex, offsetBy: place)
        result.append(
          Damage(
            what: "broken at \(place), line \(row + 1)",
            lines: lines.replacing(row, with: [[String(whole[..<at])], [String(whole[at...])]])))
      }
      if row + 1 < lines.count {
        let joined = [whole + lines[row + 1].joined(separator: delimiter)]
        result.append(
          Damage(what: "lines \(row + 1) and \(row + 2) joined", lines: lines.replacing(row, with: [joined], count: 2)))
        result.append(Damage(what: "line \(row + 1) twice", lines: lines.replacing(row, with: [cells, cells])))
      }
      if row > 0 {
        result.append(
          Damage(what: "titles again before line \(row + 1)", lines: lines.replacing(row, with: [lines[0], cells])))
        result.append(
          Damage(what: "note below line \(row + 1)", lines: lines.replacing(row, with: [cells, ["Ghi chú: còn nữa"]])))
      }
    }
    for column in lines[0].indices {
      var without = lines
      without[0][column] = ""
      result.append(Damage(what: "title \(column + 1) lost", lines: without))
    }
    return result
  }
}

extension [[String]] {
  fileprivate func replacing(_ index: Int, with lines: [[String]], count: Int = 1) -> [[String]] {
    Array(self[..<index]) + lines + self[(index + count)...]
  }
}

extension [String] {
  fileprivate func replacing(_ index: Int, with cells: [some StringProtocol]) -> [String] {
    Array(self[..<index]) + cells.map { String($0) } + self[(index + 1)...]
  }
}
