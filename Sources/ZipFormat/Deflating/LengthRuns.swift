/// The lengths of a block's two codes as its head tells them: runs of them, in a third code (RFC 1951, 3.2.7).
struct LengthRuns {
  private struct Run {
    let symbol: Int
    let extra: Int
  }

  /// The order in which the third code's own lengths are told.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private let runs: [Run]
  private let code: HuffmanCode
  private let literals: Int
  private let distances: Int
  private let told: Int
  /// Bits that ``write(to:)`` writes.
  let size: Int

  /// Both codes as ``HuffmanCode`` makes them; the first has the end of the block.
  init(literals: HuffmanCode, distances: HuffmanCode) {
    self.literals = LengthRuns.used(literals.lengths)
    self.distances = LengthRuns.used(distances.lengths)
    runs = LengthRuns.runs(
      Array(literals.lengths[..<self.literals]) + Array(distances.lengths[..<self.distances]))
    var frequencies = [Int](repeating: 0, count: 19)
    for run in runs { frequencies[run.symbol] += 1 }
    let code = HuffmanCode(frequencies: frequencies, limit: 7)
    self.code = code
    told = max(4, LengthRuns.used(LengthRuns.order.map { code.lengths[$0] }))
    size =
      14 + 3 * told + code.size(of: frequencies)
      + runs.reduce(0) { $0 + LengthRuns.extraWidth($1.symbol) }
  }

  func write(to writer: inout BitWriter) {
    writer.write(UInt32(literals - 257), 5)
    writer.write(UInt32(distances - 1), 5)
    writer.write(UInt32(told - 4), 4)
    for symbol in LengthRuns.order[..<told] { writer.write(UInt32(code.lengths[symbol]), 3) }
    for run in runs {
      code.write(run.symbol, to: &writer)
      writer.write(UInt32(run.extra), LengthRuns.extraWidth(run.symbol))
    }
  }

  private static func used(_ lengths: [UInt8]) -> Int { (lengths.lastIndex { $0 > 0 } ?? -1) + 1 }

  private static func extraWidth(_ symbol: Int) -> Int {
    switch symbol {
    case 16: 2
    case 17: 3
    case 18: 7
    default: 0
    }
  }

  private static func runs(_ lengths: [UInt8]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < lengths.count {
      let length = lengths[index]
      var count = 1
      while index + count < lengths.count, lengths[index + count] == length { count += 1 }
      index += count
      if length > 0 {
        runs.append(Run(symbol: Int(length), extra: 0))
        count -= 1
      }
      while count >= 3 {
        let most = length > 0 ? 6 : 138
        let taken = min(count, most)
        if length > 0 {
          runs.append(Run(symbol: 16, extra: taken - 3))
        } else {
          runs.append(taken > 10 ? Run(symbol: 18, extra: taken - 11) : Run(symbol: 17, extra: taken - 3))
        }
        count -= taken
      }
      for _ in 0..<count { runs.append(Run(symbol: Int(length), extra: 0)) }
    }
    return runs
  }
}
