package import Ledger
import ReportingModel

extension Workspace {
  /// The tree over the entries up to a head.
  ///
  /// What `keys/head` holds of it is taken where the entries that it ends with are those of the ledger; otherwise it is made of
  /// every entry.
  /// - Throws: `KeyProblem.forked` where another tree was signed before, `.foreign` where it was signed with no key of this ledger.
  func tree(of ledger: Ledger, to head: LedgerHead, stored: HeadFile.Contents?) async throws -> MerkleTree {
    var tree = MerkleTree()
    if let known = stored?.tree, known.size <= head.sequence {
      guard try await ends(known, in: ledger) else { throw KeyProblem.forked(size: known.size) }
      tree = known
    }
    if let checkpoint = stored?.checkpoint, let signed = try signed(checkpoint) {
      let there = signed.size == tree.size ? tree : try await self.tree(of: ledger, size: signed.size)
      guard signed.size <= head.sequence, there.root == signed.root else { throw KeyProblem.forked(size: signed.size) }
    }
    try await append(to: &tree, from: ledger, through: head.sequence)
    return tree
  }

  /// The tree of the first entries, made of them.
  package func tree(of ledger: Ledger, size: Int64) async throws -> MerkleTree {
    var tree = MerkleTree()
    try await append(to: &tree, from: ledger, through: size)
    return tree
  }

  /// The checkpoint of a note that a key of this ledger signed; `nil` where no public key is known.
  private func signed(_ note: String) throws -> Checkpoint? {
    let keys = try keyFolder.publicKeys()
    guard !keys.isEmpty else { return nil }
    guard let signed = SignedNote(note), keys.contains(where: { signed.isSigned(by: $0) }),
      let checkpoint = Checkpoint(signed.text)
    else { throw KeyProblem.foreign }
    return checkpoint
  }

  /// Whether the last whole subtree of a tree is that of the ledger's entries: after an entry that was changed all are others.
  private func ends(_ tree: MerkleTree, in ledger: Ledger) async throws -> Bool {
    guard let last = tree.edge.last else { return true }
    let count = Int64(1) << Int64(tree.size.trailingZeroBitCount)
    var part = MerkleTree()
    try await append(to: &part, from: ledger, first: tree.size - count + 1, through: tree.size)
    return part.root == last
  }

  private func append(
    to tree: inout MerkleTree, from ledger: Ledger, first: Int64? = nil, through last: Int64
  ) async throws {
    var next = first ?? tree.size + 1
    while next <= last {
      for line in try await ledger.lines(from: next, through: last) {
        tree.append(line: line)
        next += 1
      }
    }
  }
}
