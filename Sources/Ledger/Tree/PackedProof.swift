import Hashing
package import ReportingModel

/// A proof as a QR code carries it: what `LogProof` says, without base64 (<doc:record#Receipt-proofs>).
///
/// A line `tonghop.proof/1 INDEX HASHES LENGTH`, the entry's LENGTH bytes (with LENGTH 0 the 32 of its leaf hash), 32 bytes a
/// hash, and the signed head to the end.
package struct PackedProof: Sendable, Hashable {
  /// The entry's line; `nil` where it is too long for a code that paper holds.
  package let extra: [UInt8]?
  package let leaf: Digest
  package let index: Int64
  package let path: [Digest]
  package let checkpoint: String

  private static let header = "tonghop.proof/1"
  /// Of an entry, in bytes; of a longer one the leaf hash stands.
  static let longestEntry = 1_200

  /// - Parameter isWhole: with the entry, however long it is.
  package init(_ proof: LogProof, isWhole: Bool = false) {
    extra = isWhole || proof.extra.count <= PackedProof.longestEntry ? proof.extra : nil
    (leaf, index, path) = (MerkleTree.leaf(proof.extra), proof.index, proof.path)
    checkpoint = proof.checkpoint
  }

  package var bytes: [UInt8] {
    var bytes = Array("\(PackedProof.header) \(index) \(path.count) \(extra?.count ?? 0)\n".utf8)
    bytes += extra ?? leaf.bytes
    for step in path { bytes += step.bytes }
    return bytes + Array(checkpoint.utf8)
  }

  /// - Returns: `nil` for what is no packed proof.
  package init?(_ bytes: [UInt8]) {
    guard let end = bytes.prefix(80).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 4, words[0] == PackedProof.header, let index = Int64(canonical: words[1]),
      let count = Int(canonical: words[2]), (0...63).contains(count), let length = Int(canonical: words[3]),
      (0...PackedProof.longestEntry).contains(length)
    else { return nil }
    var rest = bytes[(end + 1)...]
    let head = rest.prefix(length == 0 ? 32 : length)
    rest = rest.dropFirst(head.count)
    guard head.count == (length == 0 ? 32 : length), rest.count > 32 * count,
      let checkpoint = String(validating: rest.dropFirst(32 * count), as: UTF8.self)
    else { return nil }
    extra = length == 0 ? nil : Array(head)
    leaf = length == 0 ? Digest(first32: Array(head)) : MerkleTree.leaf(Array(head))
    path = (0..<count).map { Digest(first32: Array(rest.dropFirst(32 * $0).prefix(32))) }
    (self.index, self.checkpoint) = (index, checkpoint)
  }
}
