import Hashing
package import ReportingModel

/// A Merkle tree of RFC 6962 over the entries' lines, by its right edge: the roots of the largest whole subtrees it is made of.
///
/// Leaf *i* is the line of entry *i + 1*.
package struct MerkleTree: Sendable, Hashable {
  /// Number of leaves.
  package private(set) var size: Int64 = 0
  /// Roots of whole subtrees, the largest first: one for each bit of the size.
  package private(set) var edge: [Digest] = []

  package init() {}

  /// - Returns: `nil` where the edge is not one of a tree of that size.
  package init?(size: Int64, edge: [Digest]) {
    guard size >= 0, size.nonzeroBitCount == edge.count else { return nil }
    self.size = size
    self.edge = edge
  }

  package static func leaf(_ line: [UInt8]) -> Digest { Digest(of: [[0], line]) }

  package static func node(_ left: Digest, _ right: Digest) -> Digest { Digest(of: [[1], left.bytes, right.bytes]) }

  package mutating func append(line: [UInt8]) { append(leaf: MerkleTree.leaf(line)) }

  package mutating func append(leaf: Digest) {
    var hash = leaf
    var rest = size
    while rest & 1 == 1 {
      hash = MerkleTree.node(edge.removeLast(), hash)
      rest >>= 1
    }
    edge.append(hash)
    size += 1
  }

  /// The tree's hash; of no leaf the hash of nothing.
  package var root: Digest {
    guard var hash = edge.last else { return Digest(of: [UInt8]()) }
    for left in edge.dropLast().reversed() { hash = MerkleTree.node(left, hash) }
    return hash
  }
}

/// Leaves after a tree whose edge is known: enough to prove that any of them, or the tree itself, is part of the longer tree.
package struct TreeTail: Sendable {
  private let before: MerkleTree
  private var leaves: [Digest] = []

  package init(after tree: MerkleTree) {
    before = tree
  }

  package mutating func append(line: [UInt8]) { leaves.append(MerkleTree.leaf(line)) }

  package var size: Int64 { before.size + Int64(leaves.count) }

  /// The hashes that lead from a leaf to the root (RFC 6962, section 2.1.1).
  /// - Returns: `nil` for a leaf that is not one of the tail.
  package func inclusion(of index: Int64) -> [Digest]? {
    guard index >= before.size, index < size else { return nil }
    var path: [Digest] = []
    walk(to: index, 0, size, &path)
    return path
  }

  private func walk(to index: Int64, _ low: Int64, _ high: Int64, _ path: inout [Digest]) {
    guard high - low > 1 else { return }
    let middle = low + TreeTail.split(high - low)
    if index < middle {
      walk(to: index, low, middle, &path)
      path.append(hash(middle, high))
    } else {
      walk(to: index, middle, high, &path)
      path.append(hash(low, middle))
    }
  }

  /// That the first leaves are those of a smaller tree (RFC 6962, section 2.1.2).
  /// - Returns: `nil` for a size whose nodes the tail does not know.
  package func consistency(from old: Int64) -> [Digest]? {
    guard old > 0, old <= size, old >= before.size || before.size == 0 else { return nil }
    var proof: [Digest] = []
    steps(old, 0, size, isWhole: true, &proof)
    return proof
  }

  private func steps(_ old: Int64, _ low: Int64, _ high: Int64, isWhole: Bool, _ proof: inout [Digest]) {
    let count = high - low
    if old == count {
      if !isWhole { proof.append(hash(low, high)) }
      return
    }
    let half = TreeTail.split(count)
    if old <= half {
      steps(old, low, low + half, isWhole: isWhole, &proof)
      proof.append(hash(low + half, high))
    } else {
      steps(old - half, low + half, high, isWhole: false, &proof)
      proof.append(hash(low, low + half))
    }
  }

  /// The largest power of two below a count.
  private static func split(_ count: Int64) -> Int64 {
    var half: Int64 = 1
    while half * 2 < count { half *= 2 }
    return half
  }

  private func hash(_ low: Int64, _ high: Int64) -> Digest {
    if high <= before.size, let known = edgeNode(low, high) { return known }
    if high - low == 1 { return leaves[Int(low - before.size)] }
    let middle = low + TreeTail.split(high - low)
    return MerkleTree.node(hash(low, middle), hash(middle, high))
  }

  /// The root of a whole subtree of the edge.
  private func edgeNode(_ low: Int64, _ high: Int64) -> Digest? {
    var start: Int64 = 0
    for (index, bit) in (0..<63).reversed().filter({ before.size >> Int64($0) & 1 == 1 }).enumerated() {
      let count = Int64(1) << Int64(bit)
      if start == low, start + count == high { return before.edge[index] }
      start += count
    }
    return nil
  }
}

/// Proofs, held by whoever has no tree (RFC 9162, sections 2.1.3.2 and 2.1.4.2).
package enum TreeProof {
  package static func includes(
    _ leaf: Digest, at index: Int64, inTreeOf size: Int64, root: Digest, _ path: [Digest]
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var (number, last, hash) = (index, size - 1, leaf)
    for step in path {
      guard last > 0 else { return false }
      if number & 1 == 1 || number == last {
        hash = MerkleTree.node(step, hash)
        while number & 1 == 0, number > 0 {
          number >>= 1
          last >>= 1
        }
      } else {
        hash = MerkleTree.node(hash, step)
      }
      number >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }

  package static func isConsistent(
    from old: (size: Int64, root: Digest), to new: (size: Int64, root: Digest), _ proof: [Digest]
  ) -> Bool {
    guard old.size > 0, old.size <= new.size else { return false }
    if old.size == new.size { return proof.isEmpty && old.root == new.root }
    var path = proof
    if old.size & (old.size - 1) == 0 { path.insert(old.root, at: 0) }
    guard let first = path.first else { return false }
    var (number, last) = (old.size - 1, new.size - 1)
    while number & 1 == 1 {
      number >>= 1
      last >>= 1
    }
    var (before, after) = (first, first)
    for step in path.dropFirst() {
      guard last > 0 else { return false }
      if number & 1 == 1 || number == last {
        before = MerkleTree.node(step, before)
        after = MerkleTree.node(step, after)
        while number & 1 == 0, number > 0 {
          number >>= 1
          last >>= 1
        }
      } else {
        after = MerkleTree.node(after, step)
      }
      number >>= 1
      last >>= 1
    }
    return last == 0 && before == old.root && after == new.root
  }
}
