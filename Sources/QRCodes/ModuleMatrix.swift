/// The modules of a code: patterns that scanners look for, and the bits between them.
struct ModuleMatrix {
  private let version: Int
  private let side: Int
  /// 1 for a dark module.
  private(set) var dark: [UInt8]
  /// 1 where patterns and format lie: no bit of the content, and no mask.
  private var isFixed: [UInt8]

  init(version: Int) {
    self.version = version
    side = 17 + 4 * version
    dark = [UInt8](repeating: 0, count: side * side)
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
        let isUpward = (right + 1) & 2 == 0
        let row = isUpward ? side - 1 - step : step
        for offset in 0...1 {
          let place = row * side + right - offset
          guard isFixed[place] == 0, index < codewords.count * 8 else { continue }
          dark[place] = (codewords[index / 8] >> UInt8(7 - index % 8)) & 1
          index += 1
        }
      }
      right -= 2
    }
  }

  /// Puts on the mask with the least penalty, the first of equals.
  mutating func mask(_ correction: Correction) {
    let penalty = Penalty(side: side, dark: dark, isFixed: isFixed)
    var (best, mask) = (Int.max, Mask.all[0])
    for candidate in Mask.all {
      let sum = penalty.sum(under: candidate)
      if sum < best { (best, mask) = (sum, candidate) }
    }
    for row in 0..<side {
      for column in 0..<side {
        let place = row * side + column
        dark[place] ^= mask.bit(row, column) & (1 - isFixed[place])
      }
    }
    format(correction.indicator << 3 | mask.number)
  }

  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard (0..<side).contains(row), (0..<side).contains(column) else { return }
    dark[row * side + column] = isDark ? 1 : 0
    isFixed[row * side + column] = 1
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
