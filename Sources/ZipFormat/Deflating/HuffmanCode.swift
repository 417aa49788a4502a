/// A prefix code in the canonical form of RFC 1951, 3.2.2: the lengths alone tell it.
struct HuffmanCode {
  /// By symbol; 0 where it does not occur.
  let lengths: [UInt8]
  /// By symbol: the bits as they are written, and above them from bit 16 how many.
  private let entries: [UInt32]

  /// The code that makes these symbols shortest, none longer than `limit` bits.
  init(frequencies: [Int], limit: Int) {
    self.init(lengths: HuffmanCode.lengths(frequencies, limit: limit))
  }

  init(lengths: [UInt8]) {
    self.lengths = lengths
    var next = [UInt32](repeating: 0, count: 17)
    for length in lengths where length > 0 { next[Int(length) + 1] += 1 }
    for length in 1...16 { next[length] = (next[length] + next[length - 1]) << 1 }
    entries = lengths.map { length in
      if length == 0 { return 0 }
      let code = next[Int(length)]
      next[Int(length)] += 1
      // Huffman codes alone are packed from their highest bit.
      return UInt32(UInt16(truncatingIfNeeded: code).bitReversed) >> (16 - UInt32(length)) | UInt32(length) << 16
    }
  }

  func write(_ symbol: Int, to writer: inout BitWriter) {
    let entry = entries[symbol]
    writer.write(entry & 0xFFFF, Int(entry >> 16))
  }

  /// Bits that so many of each symbol take.
  func size(of frequencies: [Int]) -> Int {
    var bits = 0
    for (frequency, length) in zip(frequencies, lengths) { bits += frequency * Int(length) }
    return bits
  }

  /// Package-merge (Larmore and Hirschberg, 1990): the least sum of bits under a limit, in whole numbers only.
  ///
  /// Fewer than two symbols are filled up to two: no inflater quarrels with a code that is complete.
  static func lengths(_ frequencies: [Int], limit: Int) -> [UInt8] {
    var leaves = frequencies.indices.filter { frequencies[$0] > 0 }.map { (weight: frequencies[$0], symbol: $0) }
    for symbol in 0..<2 where leaves.count < 2 && frequencies[symbol] == 0 { leaves.append((1, symbol)) }
    leaves.sort { ($0.weight, $0.symbol) < ($1.weight, $1.symbol) }
    // From the deepest level up: what may be chosen there, by weight, and which of it is a leaf.
    var weights: [Int] = []
    var levels: [[Bool]] = []
    for _ in 0..<limit {
      var merged: [Int] = []
      var isLeaf: [Bool] = []
      var leaf = 0
      var pair = 0
      while leaf < leaves.count || pair + 1 < weights.count {
        let package = pair + 1 < weights.count ? weights[pair] + weights[pair + 1] : Int.max
        let takesLeaf = leaf < leaves.count && leaves[leaf].weight <= package
        merged.append(takesLeaf ? leaves[leaf].weight : package)
        isLeaf.append(takesLeaf)
        if takesLeaf { leaf += 1 } else { pair += 2 }
      }
      weights = merged
      levels.append(isLeaf)
    }
    // Whoever is among the cheapest 2n − 2 at the top is there with all that its packages hold.
    var lengths = [UInt8](repeating: 0, count: frequencies.count)
    var chosen = 2 * leaves.count - 2
    for isLeaf in levels.reversed() {
      var count = 0
      for index in 0..<chosen where isLeaf[index] { count += 1 }
      for leaf in leaves[..<count] { lengths[leaf.symbol] += 1 }
      chosen = 2 * (chosen - count)
    }
    return lengths
  }
}

extension UInt16 {
  fileprivate var bitReversed: UInt16 {
    var rest = self
    var reversed: UInt16 = 0
    for _ in 0..<16 {
      reversed = reversed << 1 | rest & 1
      rest >>= 1
    }
    return reversed
  }
}
