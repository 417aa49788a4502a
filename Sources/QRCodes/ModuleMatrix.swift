/// The modules of a code: patterns that scanners look for, and the bits between them.
struct ModuleMatrix {
  private let version: Int
  private let side: Int
  private var dark: [Bool]
  /// Patterns and format: no bit of the content lies there, and no mask.
  private var isFixed: [Bool]

  init(version: Int) {
    self.version = version
    side = 17 + 4 * version
    dark = [Bool](repeating: false, count: side * side)
    isFixed = dark
    for index in 0..<side {
      fix(6, index, index % 2 == 0)
      fix(index, 6, index % 2 == 0)
    }
    for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { finder(row, column) }
    let places = alignments
    for (i, row) in places.enumerated() {
      for (j, column) in places.enumerated() {
        let meetsFinder =
          (i == 0 && j == 0) || (i == 0 && j == places.count - 1) || (i == places.count - 1 && j == 0)
        if !meetsFinder { alignment(row, column) }
      }
    }
    format(0)
    versionInformation()
  }

  /// Places the codewords: two columns at a time from the right, up and down.
  mutating func place(_ codewords: [UInt8]) {
    var index = 0
    var right = side - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<side {
        for column in [right, right - 1] {
          let isUpward = (right + 1) & 2 == 0
          let row = isUpward ? side - 1 - step : step
          guard !isFixed[row * side + column], index < codewords.count * 8 else { continue }
          dark[row * side + column] = (codewords[index / 8] >> UInt8(7 - index % 8)) & 1 == 1
          index += 1
        }
      }
      right -= 2
    }
  }

  /// The modules under the mask with the least penalty, the first of equals.
  func masked(_ correction: Correction) -> [Bool] {
    var best: (penalty: Int, dark: [Bool])?
    for mask in 0..<8 {
      var candidate = self
      candidate.apply(mask)
      candidate.format(correction.indicator << 3 | mask)
      let penalty = Penalty(side: side, dark: candidate.dark).sum
      if best.map({ penalty < $0.penalty }) ?? true { best = (penalty, candidate.dark) }
    }
    return best?.dark ?? dark
  }

  private mutating func apply(_ mask: Int) {
    for row in 0..<side {
      for column in 0..<side where !isFixed[row * side + column] {
        let isInverted =
          switch mask {
          case 0: (row + column) % 2 == 0
          case 1: row % 2 == 0
          case 2: column % 3 == 0
          case 3: (row + column) % 3 == 0
          case 4: (row / 2 + column / 3) % 2 == 0
          case 5: row * column % 2 + row * column % 3 == 0
          case 6: (row * column % 2 + row * column % 3) % 2 == 0
          default: ((row + column) % 2 + row * column % 3) % 2 == 0
          }
        if isInverted { dark[row * side + column].toggle() }
      }
    }
  }

  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard (0..<side).contains(row), (0..<side).contains(column) else { return }
    dark[row * side + column] = isDark
    isFixed[row * side + column] = true
  }

  /// A square in a square, with the light edge around it.
  private mutating func finder(_ row: Int, _ column: Int) {
    for down in -4...4 {
      for across in -4...4 {
        let distance = max(abs(down), abs(across))
        fix(row + down, column + across, distance != 2 && distance != 4)
      }
    }
  }

  private mutating func alignment(_ row: Int, _ column: Int) {
    for down in -2...2 {
      for across in -2...2 { fix(row + down, column + across, max(abs(down), abs(across)) != 1) }
    }
  }

  private var alignments: [Int] {
    guard version > 1 else { return [] }
    let count = version / 7 + 2
    let step = (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    return [6] + (0..<(count - 1)).reversed().map { side - 7 - $0 * step }
  }

  /// Level and mask with their corrections, twice.
  private mutating func format(_ data: Int) {
    let bits = (data << 10 | remainder(of: data, 10, 0x537)) ^ 0x5412
    func bit(_ index: Int) -> Bool { (bits >> index) & 1 == 1 }
    for index in 0...5 { fix(index, 8, bit(index)) }
    fix(7, 8, bit(6))
    fix(8, 8, bit(7))
    fix(8, 7, bit(8))
    for index in 9..<15 { fix(8, 14 - index, bit(index)) }
    for index in 0..<8 { fix(8, side - 1 - index, bit(index)) }
    for index in 8..<15 { fix(side - 15 + index, 8, bit(index)) }
    fix(side - 8, 8, true)
  }

  private mutating func versionInformation() {
    guard version >= 7 else { return }
    let bits = version << 12 | remainder(of: version, 12, 0x1F25)
    for index in 0..<18 {
      let isDark = (bits >> index) & 1 == 1
      fix(index / 3, side - 11 + index % 3, isDark)
      fix(side - 11 + index % 3, index / 3, isDark)
    }
  }

  private func remainder(of data: Int, _ degree: Int, _ polynomial: Int) -> Int {
    var rest = data
    for _ in 0..<degree { rest = (rest << 1) ^ ((rest >> (degree - 1)) * polynomial) }
    return rest
  }
}
