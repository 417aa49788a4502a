/// One of the eight patterns that turn modules over (ISO/IEC 18004, 7.8.2). All repeat after 12 rows and 6 columns.
struct Mask {
  let number: Int
  private let pattern: [UInt8]

  /// In their order.
  static let all = (0..<8).map { Mask($0) }

  private init(_ number: Int) {
    self.number = number
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

  /// A row or a column as far as `Penalty` looks; rows repeat after 12, columns after 6.
  func line(_ index: Int, isColumn: Bool) -> UInt128 {
    var line: UInt128 = 0
    for place in 0..<128 { line = line << 1 | UInt128(isColumn ? bit(place, index) : bit(index, place)) }
    return line
  }

  /// The lines of every mask, rows before columns.
  static let lines = all.map { mask in
    (
      rows: (0..<12).map { mask.line($0, isColumn: false) }, columns: (0..<6).map { mask.line($0, isColumn: true) }
    )
  }
}

/// How hard a masked code is to read: long runs, what looks like a finder, too much of one colour (ISO/IEC 18004, 7.8.3).
///
/// A line is one number of 128 bits, so that a whole line is looked at by a few operations: looked at module by module it cost a
/// tenth of taking a bundle in. What a line has beyond 128 modules, in versions 28 to 30, is not looked at. Any mask is read; this
/// keeps the worst of them out.
struct Penalty {
  /// Modules of a line that are looked at.
  private let length: Int
  private let rows: [Line]
  private let columns: [Line]

  private struct Line {
    var dark: UInt128
    /// 1 where the mask does nothing.
    var isFixed: UInt128
  }

  init(side: Int, dark: [UInt8], isFixed: [UInt8]) {
    length = min(side, 128)
    func line(_ modules: [UInt8], from start: Int, by step: Int) -> UInt128 {
      // By halves: a number of 128 bits that is shifted 128 times is two that are shifted 64 times each.
      var halves = (UInt64(0), UInt64(0))
      var place = start
      for _ in 0..<min(side, 64) {
        halves.0 = halves.0 << 1 | UInt64(modules[place])
        place += step
      }
      for _ in 64..<max(64, min(side, 128)) {
        halves.1 = halves.1 << 1 | UInt64(modules[place])
        place += step
      }
      let (first, second) = (min(side, 64), max(0, min(side, 128) - 64))
      return (UInt128(halves.0) << UInt128(128 - first)) | (UInt128(halves.1) << UInt128(64 - second))
    }
    rows = (0..<side).map { row in
      Line(dark: line(dark, from: row * side, by: 1), isFixed: line(isFixed, from: row * side, by: 1))
    }
    columns = (0..<side).map { column in
      Line(dark: line(dark, from: column, by: side), isFixed: line(isFixed, from: column, by: side))
    }
  }

  func sum(under mask: Mask) -> Int {
    let (overRows, overColumns) = Mask.lines[mask.number]
    var (sum, dark) = (0, 0)
    for index in rows.indices {
      let row = rows[index].dark ^ (overRows[index % 12] & ~rows[index].isFixed)
      let column = columns[index].dark ^ (overColumns[index % 6] & ~columns[index].isFixed)
      sum += penalty(of: row) + penalty(of: column)
      dark += (row & used).nonzeroBitCount
    }
    let all = rows.count * length
    return sum + ((abs(dark * 20 - all * 10) + all - 1) / all - 1) * 10
  }

  private var used: UInt128 { ~0 << UInt128(128 - length) }

  private func penalty(of line: UInt128) -> Int {
    // 1 where a module is as the one before it; four of them in a row end a run of five.
    let same = ~(line ^ (line >> 1)) & used & (used >> 1)
    let five = same & (same >> 1) & (same >> 2) & (same >> 3)
    // Three for a run of five and one for each module more.
    return five.nonzeroBitCount + 2 * (five & ~(five >> 1)).nonzeroBitCount + 40 * finders(in: line)
  }

  /// Places of dark 1, 3, 1 with four light ones before or after it; beyond the edge all is light.
  private func finders(in line: UInt128) -> Int {
    let (dark, light) = (line & used, ~(line & used))
    let core = dark & (light >> 1) & (dark >> 2) & (dark >> 3) & (dark >> 4) & (light >> 5) & (dark >> 6)
    guard core != 0 else { return 0 }
    // What a shift brings in is the light edge.
    let after = core & ~(dark << 1) & ~(dark << 2) & ~(dark << 3) & ~(dark << 4)
    let before = core & ~(dark >> 7) & ~(dark >> 8) & ~(dark >> 9) & ~(dark >> 10)
    return after.nonzeroBitCount + before.nonzeroBitCount
  }
}
