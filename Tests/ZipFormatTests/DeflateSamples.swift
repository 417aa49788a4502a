import Spooling
import TestSupport

@testable import ZipFormat

/// Bytes to deflate, each after its own kind.
enum DeflateSamples {
  static func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// Rows of a table as a Word file has them.
  static func table(rows: Int, seed: UInt64 = 1) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    for row in 0..<rows {
      let count = Int.random(in: 0..<100_000, using: &random)
      bytes += Array(
        ("<w:tr><w:tc><w:p><w:r><w:t>\(row)</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Trường THPT Mẫu "
          + "\(row % 977)</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>\(count)</w:t></w:r></w:p></w:tc></w:tr>").utf8)
    }
    return bytes
  }

  /// Anything: new bytes of a small or a large alphabet and runs of earlier ones, from near and far.
  static func mixture(seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    let size = Int.random(in: 0...120_000, using: &random)
    let alphabet = UInt8.random(in: 0...255, using: &random)
    let copies = Int.random(in: 0...9, using: &random)
    var bytes: [UInt8] = []
    while bytes.count < size {
      if bytes.isEmpty || Int.random(in: 0...9, using: &random) >= copies {
        for _ in 0..<Int.random(in: 1...40, using: &random) { bytes.append(.random(in: 0...alphabet, using: &random)) }
      } else {
        let distance = Int.random(in: 1...min(bytes.count, 40_000), using: &random)
        for _ in 0..<Int.random(in: 1...600, using: &random) { bytes.append(bytes[bytes.count - distance]) }
      }
    }
    return bytes
  }

  /// What stands at the edges: of a block, of a stored length, of a segment, of a match and its distance.
  static let edges: [[UInt8]] = {
    var samples: [[UInt8]] = [[], [0], [255], [1, 1], [1, 1, 1], [1, 2, 3], Array("abcabc".utf8)]
    samples.append(Array(0...255) + Array((0...255).reversed()))
    for count in [32_767, 32_768, 32_769, 65_534, 65_535, 65_536, 65_537, 131_070, 131_071] {
      samples.append(noise(count))
      samples.append([UInt8](repeating: 7, count: count))
    }
    for count in [Deflater.segment - 1, Deflater.segment, Deflater.segment + 1, 2 * Deflater.segment + 3] {
      samples.append((0..<count).map { UInt8(truncatingIfNeeded: $0 / 3) })
    }
    let far = noise(32_769)
    for length in [3, 4, 10, 11, 257, 258, 259, 260, 516, 517] {
      for distance in [1, 2, 4, 5, 258, 4096, 4097, 32_767, 32_768, 32_769] {
        let before = Array(far.suffix(max(distance, length)))
        samples.append(before + before.suffix(distance).prefix(length) + [9])
      }
    }
    samples.append(table(rows: 6000))
    return samples
  }()
}

/// All that an inflater gives.
func inflated(_ bytes: [UInt8], size: Int) throws -> [UInt8] {
  var result: [UInt8] = []
  try Inflater().inflate(ByteView(bytes), 0..<bytes.count, size: size) { result += $0 }
  return result
}
