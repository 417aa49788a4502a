/// One of the eight patterns that turn modules over (ISO/IEC 18004, 7.8.2). All repeat after 12 rows and 6 columns.
struct Mask {
  private let pattern: [UInt8]

  init(_ number: Int) {
    pattern = (0..<72).map { index in
      let (row, column) = (index / 6, index % 6)
      let isInverted =
        switch number {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
      return isInverted ? 1 : 0
    }
  }

  /// 1 where a module is turned over.
  func bit(_ row: Int, _ column: Int) -> UInt8 { pattern[row % 12 * 6 + column % 6] }
}

/// How hard a masked code is to read: long runs, what looks like a finder, too much of one colour (ISO/IEC 18004, 7.8.3).
///
/// Every fourth line is looked at: a receipt has a code, and whole codes looked at under each mask cost a third of taking a
/// bundle in. Any mask is read; this keeps the worst of them out.
struct Penalty {
  let side: Int
  let dark: [UInt8]
  let isFixed: [UInt8]
  let mask: Mask

  private static let step = 4

  var sum: Int {
    var (sum, count, all) = (0, 0, 0)
    for line in stride(from: 0, to: side, by: Penalty.step) {
      for direction in 0...1 {
        var (run, last, seen) = (0, UInt8(2), 0)
        for index in 0..<side {
          let (row, column) = direction == 0 ? (line, index) : (index, line)
          let place = row * side + column
          let bit = dark[place] ^ (mask.bit(row, column) & (1 - isFixed[place]))
          run = bit == last ? run + 1 : 1
          last = bit
          if run == 5 { sum += 3 } else if run > 5 { sum += 1 }
          count += Int(bit)
          seen = (seen << 1 | Int(bit)) & 0x7FF
          if Penalty.isFinder(seen) { sum += 40 }
        }
        // Beyond the edge all is light.
        for _ in 0..<4 {
          seen = seen << 1 & 0x7FF
          if seen == Penalty.before { sum += 40 }
        }
        all += side
      }
    }
    return sum + ((abs(count * 20 - all * 10) + all - 1) / all - 1) * 10
  }

  /// Dark 1, 3, 1 with four light ones after it, or before it.
  private static let before = 0b101_1101_0000
  private static let after = 0b000_0101_1101

  private static func isFinder(_ seen: Int) -> Bool { seen == before || seen == after }
}
