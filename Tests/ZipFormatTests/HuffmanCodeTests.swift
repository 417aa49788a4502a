import TestSupport
import Testing

@testable import ZipFormat

/// Codes are complete, within their limit and the shortest there are.
@Suite struct HuffmanCodeTests {
  /// In units of the longest code: how much of the code's room is taken.
  private func room(_ lengths: [UInt8], limit: Int) -> Int {
    lengths.reduce(0) { $0 + ($1 == 0 ? 0 : 1 << (limit - Int($1))) }
  }

  private func size(_ frequencies: [Int], _ lengths: [UInt8]) -> Int {
    zip(frequencies, lengths).reduce(0) { $0 + $1.0 * Int($1.1) }
  }

  @Test(arguments: UInt64(1)...200) func codesAreCompleteAndWithinTheLimit(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 2...286, using: &random)
    let limit = Int.random(in: 9...15, using: &random)
    let frequencies = (0..<count).map { _ in
      Bool.random(using: &random) ? 0 : 1 << Int.random(in: 0...14, using: &random)
    }
    let lengths = HuffmanCode.lengths(frequencies, limit: limit)
    #expect(room(lengths, limit: limit) == 1 << limit)
    #expect(lengths.allSatisfy { $0 <= limit })
    for (frequency, length) in zip(frequencies, lengths) where frequency > 0 { #expect(length > 0) }
  }

  /// Held against every assignment of lengths that is a code.
  @Test(arguments: UInt64(1)...60) func noOtherCodeIsShorter(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 2...6, using: &random)
    let limit = Int.random(in: 3...4, using: &random)
    let frequencies = (0..<count).map { _ in 1 << Int.random(in: 0...10, using: &random) }
    var best = Int.max
    var trial = [UInt8](repeating: 1, count: count)
    while true {
      if room(trial, limit: limit) <= 1 << limit { best = min(best, size(frequencies, trial)) }
      guard let place = trial.lastIndex(where: { $0 < limit }) else { break }
      trial[place] += 1
      for later in trial.indices where later > place { trial[later] = 1 }
    }
    #expect(size(frequencies, HuffmanCode.lengths(frequencies, limit: limit)) == best)
  }

  /// Frequencies that ask for a code as deep as there are symbols.
  @Test(arguments: [7, 15]) func fibonacciStaysWithinTheLimit(_ limit: Int) {
    var frequencies = [1, 1]
    while frequencies.count < 40 { frequencies.append(frequencies.suffix(2).reduce(0, +)) }
    let lengths = HuffmanCode.lengths(frequencies, limit: limit)
    #expect(lengths.max() == UInt8(limit))
    #expect(room(lengths, limit: limit) == 1 << limit)
    #expect(lengths == lengths.sorted(by: >))
  }

  @Test func blocksOfFibonacciComeBack() throws {
    var bytes: [UInt8] = []
    var (count, next) = (1, 1)
    for byte in UInt8(0)..<21 {
      bytes += [UInt8](repeating: byte, count: count)
      (count, next) = (next, count + next)
    }
    var block = DeflateBlock()
    for byte in bytes { block.add(byte) }
    var writer = BitWriter()
    block.write(bytes.span, isLast: true, to: &writer)
    writer.pad()
    let deflated = writer.take()
    #expect(deflated.count < bytes.count / 2)
    #expect(try inflated(deflated, size: bytes.count) == bytes)
  }

  /// The example of RFC 1951, 3.2.2, with the bits as they are written: the first bit of a code the lowest.
  @Test func theExampleOfTheStandard() {
    let code = HuffmanCode(lengths: [3, 3, 3, 3, 3, 2, 4, 4])
    for (symbol, bits) in ["010", "011", "100", "101", "110", "00", "1110", "1111"].enumerated() {
      var writer = BitWriter()
      code.write(symbol, to: &writer)
      #expect(-writer.padding & 7 == bits.count)
      writer.pad()
      #expect(writer.take() == [bits.reversed().reduce(0) { $0 << 1 | ($1 == "1" ? 1 : 0) }])
    }
  }

  /// Bounds of RFC 1951, 3.2.5, symbol by symbol.
  @Test func lengthsAndDistancesHaveTheirSymbols() {
    var (length, symbol) = (3, 257)
    for width in [0, 0, 0, 0, 0, 0, 0, 0] + (1...5).flatMap({ [$0, $0, $0, $0] }) {
      for extra in 0..<1 << width where length < 258 {
        let told = LengthSymbol(length)
        #expect((told.symbol, told.extraWidth, told.extra) == (symbol, width, UInt32(extra)))
        length += 1
      }
      symbol += 1
    }
    #expect(length == 258 && LengthSymbol(258).symbol == 285 && LengthSymbol(258).extraWidth == 0)
    var distance = 1
    symbol = 0
    for width in [0, 0, 0, 0] + (1...13).flatMap({ [$0, $0] }) {
      for extra in 0..<1 << width {
        let told = DistanceSymbol(distance)
        #expect((told.symbol, told.extraWidth, told.extra) == (symbol, width, UInt32(extra)))
        distance += 1
      }
      symbol += 1
    }
    #expect(distance == 32_769 && symbol == 30)
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 200_000]) func storedBlocksOfAnySizeComeBack(_ count: Int) throws {
    let bytes = DeflateSamples.noise(count)
    var writer = BitWriter()
    let size = StoredBlock.size(of: count, in: writer)
    StoredBlock.write(bytes.span, isLast: true, to: &writer)
    let written = writer.take()
    #expect(written.count * 8 == size + 3)
    #expect(try inflated(written, size: count) == bytes)
  }
}
