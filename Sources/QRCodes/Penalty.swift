/// How hard a masked code is to read: long runs, blocks, what looks like a finder, too much of one colour
/// (ISO/IEC 18004, 7.8.3).
struct Penalty {
  let side: Int
  let dark: [Bool]

  var sum: Int {
    var sum = 0
    for line in 0..<side {
      sum += self.line { dark[line * side + $0] }
      sum += self.line { dark[$0 * side + line] }
    }
    for row in 0..<(side - 1) {
      for column in 0..<(side - 1) {
        let first = dark[row * side + column]
        if first == dark[row * side + column + 1], first == dark[(row + 1) * side + column],
          first == dark[(row + 1) * side + column + 1]
        {
          sum += 3
        }
      }
    }
    let count = dark.count { $0 }
    let total = side * side
    return sum + ((abs(count * 20 - total * 10) + total - 1) / total - 1) * 10
  }

  private func line(_ isDark: (Int) -> Bool) -> Int {
    var sum = 0
    var run = 0
    for index in 0..<side {
      run = index > 0 && isDark(index) == isDark(index - 1) ? run + 1 : 1
      if run == 5 { sum += 3 } else if run > 5 { sum += 1 }
    }
    // Dark 1, 3, 1 with four light ones before or after it.
    let finder = [true, false, true, true, true, false, true]
    for start in 0...(side - finder.count) where finder.indices.allSatisfy({ isDark(start + $0) == finder[$0] }) {
      let isLight = [(1...4).map { start - $0 }, (0..<4).map { start + finder.count + $0 }].contains { places in
        places.allSatisfy { $0 < 0 || $0 >= side || !isDark($0) }
      }
      if isLight { sum += 40 }
    }
    return sum
  }
}
