import Hashing
import ReportingModel
import TestSupport
import Testing

/// SHA-256 as FIPS 180-4 has it: the vectors that NIST published, and pieces that make the whole.
@Suite struct SHA256Tests {
  private static let vectors: [(message: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    ([0xBD], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    ([0xC9, 0x8C, 0x8E, 0x55], "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"),
    ([UInt8](repeating: 0, count: 55), "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
    ([UInt8](repeating: 0, count: 56), "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
    ([UInt8](repeating: 0, count: 64), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
    ([UInt8](repeating: 0x61, count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  @Test(arguments: vectors.indices) func publishedVectors(_ index: Int) {
    let (message, digest) = SHA256Tests.vectors[index]
    #expect(Digest(of: message).description == digest)
  }

  /// Round the blocks of 64 bytes and the eight bytes of the length, wherever the message is cut.
  @Test(arguments: [1, 55, 56, 63, 64, 65, 119, 120, 128, 200]) func piecesMakeTheWhole(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let message = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let whole = Digest(of: message)
    for split in 0...count {
      let pieces = [Array(message[..<split]), [], Array(message[split...])]
      #expect(Digest(of: pieces) == whole, "\(split)")
    }
    let single = Digest(ofChunks: { (hash) throws(Never) in
      for byte in message { hash([byte]) }
    })
    #expect(single == whole)
  }

  @Test func aMillionInUnevenPieces() {
    let whole = Digest(of: [UInt8](repeating: 0x61, count: 1_000_000))
    let inPieces = Digest(ofChunks: { (hash) throws(Never) in
      var left = 1_000_000, size = 1
      while left > 0 {
        hash([UInt8](repeating: 0x61, count: min(size, left)))
        left -= size
        size = size % 997 + 13
      }
    })
    #expect(inPieces == whole)
  }

  /// Every bit counts: no two of these messages have a digest in common.
  @Test func neighboursDiffer() {
    let message = [UInt8](repeating: 0, count: 70)
    var seen: Set<Digest> = [Digest(of: message), Digest(of: message + [0]), Digest(of: Array(message.dropLast()))]
    for bit in 0..<560 {
      var changed = message
      changed[bit / 8] ^= 1 << (bit % 8)
      seen.insert(Digest(of: changed))
    }
    #expect(seen.count == 563)
  }

  /// A source that fails gives its own error and no digest.
  @Test func aFaultOfTheSourcePasses() {
    struct Fault: Error, Equatable { let piece: Int }
    #expect(throws: Fault(piece: 2)) {
      try Digest(ofChunks: { (hash) throws(Fault) in
        for piece in 0..<5 {
          if piece == 2 { throw Fault(piece: piece) }
          hash([UInt8(piece)])
        }
      })
    }
  }
}
