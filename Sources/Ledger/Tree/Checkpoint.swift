import Hashing
package import ReportingModel

/// A tree's size and root under its log's name (C2SP tlog-checkpoint), as the text of a signed note.
package struct Checkpoint: Sendable, Hashable {
  package let origin: String
  package let size: Int64
  package let root: Digest

  package init(origin: String, size: Int64, root: Digest) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  package init(origin: String, _ tree: MerkleTree) {
    self.init(origin: origin, size: tree.size, root: tree.root)
  }

  /// - Returns: `nil` for a text that is no checkpoint; further lines are none of ours.
  package init?(_ text: some StringProtocol) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty, !lines[0].isEmpty, let size = Int64(canonical: lines[1]),
      let bytes = Base64.decode(lines[2]), bytes.count == 32
    else { return nil }
    self.init(origin: String(lines[0]), size: size, root: Digest(first32: bytes))
  }

  package var text: String { "\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n" }
}

/// That an entry is part of a signed tree (C2SP tlog-proof, version 1).
package struct LogProof: Sendable, Hashable {
  /// The entry's line.
  package let extra: [UInt8]
  /// From 0.
  package let index: Int64
  package let path: [Digest]
  /// A signed note.
  package let checkpoint: String

  private static let header = "c2sp.org/tlog-proof@v1"

  package init(extra: [UInt8], index: Int64, path: [Digest], checkpoint: String) {
    self.extra = extra
    self.index = index
    self.path = path
    self.checkpoint = checkpoint
  }

  package var text: String {
    ([LogProof.header, "extra \(Base64.encode(extra))", "index \(index)"] + path.map { Base64.encode($0.bytes) })
      .joined(separator: "\n") + "\n\n" + checkpoint
  }

  /// - Returns: `nil` for what is no proof of this form.
  package init?(_ text: some StringProtocol) {
    guard let gap = text.firstRange(of: "\n\n") else { return nil }
    var lines = text[..<gap.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst().map({ $0 == LogProof.header }) == true, let first = lines.popFirst(),
      first.hasPrefix("extra "), let extra = Base64.decode(first.dropFirst(6)), let second = lines.popFirst(),
      second.hasPrefix("index "), let index = Int64(canonical: second.dropFirst(6)), lines.count <= 63
    else { return nil }
    var path: [Digest] = []
    for line in lines {
      guard let bytes = Base64.decode(line), bytes.count == 32 else { return nil }
      path.append(Digest(first32: bytes))
    }
    self.init(extra: extra, index: index, path: path, checkpoint: String(text[gap.upperBound...]))
  }

  /// Whether the entry is in the tree that a key signed.
  package func holds(under keys: [VerifierKey]) -> Bool {
    guard let note = SignedNote(checkpoint), let key = keys.first(where: { note.isSigned(by: $0) }),
      let tree = Checkpoint(note.text), tree.origin == key.name
    else { return false }
    return TreeProof.includes(MerkleTree.leaf(extra), at: index, inTreeOf: tree.size, root: tree.root, path)
  }
}

extension FixedWidthInteger {
  /// A count as C2SP writes it: ASCII digits, no sign, no leading zero.
  init?(canonical text: some StringProtocol) {
    guard let number = Self(text), number >= 0, String(number) == text else { return nil }
    self = number
  }
}
