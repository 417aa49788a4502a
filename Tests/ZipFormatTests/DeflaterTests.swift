import Foundation
import TestSupport
import Testing

@testable import ZipFormat

/// What is deflated comes back from any inflater, is the same each time, and is small.
@Suite struct DeflaterTests {
  @Test func edgesComeBack() throws {
    for sample in DeflateSamples.edges {
      let deflated = Deflater.deflate(sample)
      #expect(try inflated(deflated, size: sample.count) == sample, "\(sample.count) bytes, \(sample.prefix(8))")
    }
  }

  @Test(arguments: UInt64(1)...80) func mixturesComeBack(_ seed: UInt64) throws {
    let sample = DeflateSamples.mixture(seed: seed)
    let deflated = Deflater.deflate(sample)
    #expect(try inflated(deflated, size: sample.count) == sample)
    // Stored, in blocks of no fewer bytes than a block has tokens, is the worst there is.
    #expect(deflated.count <= sample.count + 5 * (sample.count / DeflateBlock.capacity + 1))
  }

  @Test func anotherProgramReadsThem() throws {
    let folder = try Folder()
    let samples = DeflateSamples.edges + (81...120).map { DeflateSamples.mixture(seed: $0) }
    for (name, streams) in [("plain", samples), ("deflated", samples.map(Deflater.deflate))] {
      var file: [UInt8] = []
      for stream in streams { file += little(stream.count, 4) + stream }
      try Data(file).write(to: URL(filePath: folder.path + "/" + name))
    }
    let script = """
      import struct, sys, zlib
      def streams(name):
          data = open(sys.argv[1] + '/' + name, 'rb').read(); at = 0
          while at < len(data):
              size, = struct.unpack_from('<I', data, at); at += 4
              yield data[at:at + size]; at += size
      count = 0
      for plain, deflated in zip(streams('plain'), streams('deflated'), strict=True):
          inflater = zlib.decompressobj(-15)
          assert inflater.decompress(deflated) + inflater.flush() == plain
          assert inflater.eof and not inflater.unused_data
          count += 1
      print(count)
      """
    let seen = try Program.run("/usr/bin/env", ["python3", "-c", script, folder.path])
    #expect(seen.text == "\(samples.count)\n", "\(seen.remarks)")
  }

  @Test(arguments: UInt64(1)...4) func piecesMakeNoDifference(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let sample = (1...30).flatMap { DeflateSamples.mixture(seed: seed * 100 + $0) }
    #expect(sample.count > Deflater.segment)
    var deflater = Deflater()
    var deflated: [UInt8] = []
    var rest = sample[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 0...400_000, using: &random))
      deflater.append(piece)
      if Bool.random(using: &random) { deflated += deflater.take() }
      rest = rest.dropFirst(piece.count)
    }
    deflated += deflater.finish()
    #expect(deflated == Deflater.deflate(sample))
    #expect(try inflated(deflated, size: sample.count) == sample)
  }

  /// Recorded: the very bytes, which reports that were issued have in them.
  @Test func theBytesAreThese() {
    #expect(Deflater.deflate([]) == [0x03, 0x00])
    #expect(Deflater.deflate(Array("abcabcabc".utf8)) == [0x4B, 0x4C, 0x4A, 0x86, 0x20, 0x00])
    let table = Deflater.deflate(DeflateSamples.table(rows: 2000))
    #expect(table.count == 19_805)
    #expect(Checksum.crc32(table[...]) == 1_662_026_336)
  }

  @Test func matchesReachAllTheWayBack() {
    let before = DeflateSamples.noise(32_769)
    func further(_ distance: Int) -> Int {
      Deflater.deflate(before + before.suffix(distance).prefix(258)).count - before.count
    }
    #expect(further(32_768) < 200)
    #expect(further(32_769) >= 258)
  }

  /// No shape of input makes it slow: each of these would take minutes if chains had no bound.
  @Test(.timeLimit(.minutes(1))) func hostileInputTakesItsTimeOnly() throws {
    var random = SplitMix64(seed: 1)
    let twoLetters = (0..<400_000).map { _ in UInt8.random(in: 0...1, using: &random) }
    let almostSame = (0..<400_000).map { $0 % 127 == 0 ? UInt8.random(in: 1...255, using: &random) : 0 }
    for sample in [twoLetters, almostSame] {
      #expect(try inflated(Deflater.deflate(sample), size: sample.count) == sample)
    }
  }
}
