/// How much of a code may be lost and still be read: about 7 % or 15 % (ISO/IEC 18004, table 9; versions 1…30).
struct Correction: Sendable {
  /// As the format information names the level.
  let indicator: Int
  let codewordsPerBlock: [Int]
  let blocks: [Int]

  static let low = Correction(
    indicator: 1,
    codewordsPerBlock: [
      7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30,
      30,
    ],
    blocks: [
      1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15,
    ])

  static let medium = Correction(
    indicator: 0,
    codewordsPerBlock: [
      10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28,
      28,
      28,
    ],
    blocks: [
      1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
    ])

  func dataCodewords(_ version: Int) -> Int {
    Correction.codewords(version) - codewordsPerBlock[version - 1] * blocks[version - 1]
  }

  /// Bytes that a version holds.
  func capacity(_ version: Int) -> Int { (dataCodewords(version) * 8 - 4 - (version < 10 ? 8 : 16)) / 8 }

  /// Codewords of a version, those of the corrections too: what the patterns leave of its modules.
  private static func codewords(_ version: Int) -> Int {
    var modules = (16 * version + 128) * version + 64
    if version >= 2 {
      let alignments = version / 7 + 2
      modules -= (25 * alignments - 10) * alignments - 55
    }
    if version >= 7 { modules -= 36 }
    return modules / 8
  }
}

/// Corrections of Reed and Solomon over GF(256) with the polynomial x⁸ + x⁴ + x³ + x² + 1.
struct ReedSolomon {
  let degree: Int
  /// Logarithms of the generator's coefficients, of which none is zero.
  private let generator: [Int]

  init(degree: Int) {
    self.degree = degree
    var generator = [UInt8](repeating: 0, count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in generator.indices {
        generator[index] = ReedSolomon.product(generator[index], root)
        if index + 1 < generator.count { generator[index] ^= generator[index + 1] }
      }
      root = ReedSolomon.product(root, 2)
    }
    self.generator = generator.map { ReedSolomon.logarithms[Int($0)] }
  }

  func remainder(of data: some Sequence<UInt8>) -> [UInt8] {
    let (powers, logarithms) = (ReedSolomon.powers, ReedSolomon.logarithms)
    // One place more than is kept: what follows the last is zero.
    var result = [UInt8](repeating: 0, count: degree + 1)
    for byte in data {
      let factor = byte ^ result[0]
      let logarithm = logarithms[Int(factor)]
      for index in 0..<degree {
        result[index] = factor == 0 ? result[index + 1] : result[index + 1] ^ powers[generator[index] + logarithm]
      }
    }
    return Array(result.dropLast())
  }

  /// Powers of 2 in the field, twice over, so that sums of two logarithms need no remainder.
  private static let powers: [UInt8] = {
    var powers: [UInt8] = []
    var power = 1
    for _ in 0..<510 {
      powers.append(UInt8(power))
      power <<= 1
      if power > 0xFF { power ^= 0x11D }
    }
    return powers
  }()

  private static let logarithms: [Int] = {
    var logarithms = [Int](repeating: 0, count: 256)
    for exponent in 0..<255 { logarithms[Int(powers[exponent])] = exponent }
    return logarithms
  }()

  private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    left == 0 || right == 0 ? 0 : powers[logarithms[Int(left)] + logarithms[Int(right)]]
  }
}
