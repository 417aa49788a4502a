import Hashing
import ReportingModel
import Testing

@testable import Ledger

/// The tree over the entries (<doc:record#The-tree>).
@Suite struct TreeTests {
  /// The inputs and roots with which logs of RFC 6962 are tested.
  private static let inputs: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
    [0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F],
  ]
  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  /// Trees of every size up to one, over the numbers as texts, and a tail that knows all leaves.
  static func trees(_ count: Int) -> (trees: [MerkleTree], tail: TreeTail) {
    var (tree, trees, tail) = (MerkleTree(), [MerkleTree()], TreeTail(after: MerkleTree()))
    for number in 0..<count {
      tree.append(line: Array(String(number).utf8))
      tail.append(line: Array(String(number).utf8))
      trees.append(tree)
    }
    return (trees, tail)
  }

  static func leaf(_ number: Int64) -> Digest { MerkleTree.leaf(Array(String(number).utf8)) }

  @Test func theRootsOfTheStandard() {
    var tree = MerkleTree()
    #expect(tree.root.description == Self.roots[0])
    for (input, root) in zip(Self.inputs, Self.roots.dropFirst()) {
      tree.append(line: input)
      #expect(tree.root.description == root)
    }
    #expect(MerkleTree(size: tree.size, edge: tree.edge) == tree && MerkleTree(size: 9, edge: tree.edge) == nil)
  }

  /// Every leaf of every tree is proven, and no other leaf, place or size is by the same hashes.
  @Test func onlyWhatIsInTheTreeIsProven() throws {
    for size in 1...Int64(33) {
      let (trees, tail) = Self.trees(Int(size))
      let root = trees[Int(size)].root
      for index in 0..<size {
        let path = try #require(tail.inclusion(of: index))
        #expect(TreeProof.includes(Self.leaf(index), at: index, inTreeOf: size, root: root, path))
        #expect(!TreeProof.includes(Self.leaf(index + 1), at: index, inTreeOf: size, root: root, path))
        #expect(!TreeProof.includes(Self.leaf(index), at: index + size, inTreeOf: size, root: root, path))
        #expect(!TreeProof.includes(Self.leaf(index), at: -1, inTreeOf: size, root: root, path))
        #expect(!TreeProof.includes(Self.leaf(index), at: index, inTreeOf: size, root: root, path + [root]))
        if !path.isEmpty {
          #expect(!TreeProof.includes(Self.leaf(index), at: index, inTreeOf: size, root: root, Array(path.dropLast())))
        }
        if index ^ 1 < size {
          #expect(!TreeProof.includes(Self.leaf(index), at: index ^ 1, inTreeOf: size, root: root, path))
        }
      }
      #expect(tail.inclusion(of: size) == nil)
    }
  }

  /// A tree is the beginning of each longer one, and of no other.
  @Test func onlyTheBeginningIsConsistent() throws {
    let (trees, tail) = Self.trees(33)
    var other = MerkleTree()
    for number in 0..<33 { other.append(line: Array("x\(number)".utf8)) }
    for old in 1...Int64(33) {
      let proof = try #require(tail.consistency(from: old))
      let (before, after) = ((old, trees[Int(old)].root), (Int64(33), trees[33].root))
      #expect(TreeProof.isConsistent(from: before, to: after, proof))
      #expect(!TreeProof.isConsistent(from: (old, other.root), to: after, proof))
      #expect(!TreeProof.isConsistent(from: before, to: (33, other.root), proof))
      #expect(!TreeProof.isConsistent(from: before, to: after, proof + [other.root]))
      #expect(!TreeProof.isConsistent(from: (old + 33, before.1), to: after, proof))
    }
  }

  /// What is signed later goes on from the edge alone.
  @Test func aTailKnowsWhatCameAfterItsTree() throws {
    for begun in [0, 1, 5, 8, 12] {
      let (trees, whole) = Self.trees(21)
      var tail = TreeTail(after: trees[begun])
      for number in begun..<21 { tail.append(line: Array(String(number).utf8)) }
      for index in 0..<Int64(21) {
        #expect(tail.inclusion(of: index) == (index < begun ? nil : whole.inclusion(of: index)), "\(begun) \(index)")
      }
      if begun > 0 { #expect(tail.consistency(from: Int64(begun)) == whole.consistency(from: Int64(begun))) }
    }
  }
}
