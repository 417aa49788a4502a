import Foundation
import Hashing
import ReportingModel
import TestSupport
import Testing

@testable import Ledger

/// Signed notes, checkpoints, and proofs as texts and as bytes (<doc:record#Keys>).
@Suite struct NoteTests {
  private static func signer(_ seed: UInt8 = 1) throws -> NoteSigner {
    let key = try #require(SigningKey(seed: [UInt8](repeating: seed, count: 32)))
    return NoteSigner(name: VerifierKey.origin(of: key.publicKey), key: key)
  }

  /// Key and note of a seed as another program writes them (Python, `cryptography`, by the text of C2SP).
  @Test func theNoteOfAKnownKey() throws {
    let signer = try Self.signer()
    #expect(
      signer.verifier.description
        == "tonghop/34750f98+eefc845a+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c")
    #expect(VerifierKey(signer.verifier.description) == signer.verifier)
    #expect(NoteSigner(signer.line)?.verifier == signer.verifier)
    let note = signer.sign("a\nb\n")
    #expect(
      note
        == "a\nb\n\n— tonghop/34750f98 7vyEWr7UAliylxagDs5+N+7Pz5mkFwnboZFqf46hFP/vhMSZ2vV11mE8Omu2G1SOEhrXo9tMquIc/8Yzo0eGGHQRNQ8=\n"
    )
    #expect(SignedNote(note)?.isSigned(by: signer.verifier) == true)
    #expect(try SignedNote(note)?.isSigned(by: Self.signer(2).verifier) == false)
    #expect(SignedNote(note.replacing("a\nb", with: "a\nc"))?.isSigned(by: signer.verifier) == false)
  }

  @Test(arguments: [
    "", "a", "a+b", "a+00000000+AAAA", "+eefc845a+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c",
    "x+eefc845a+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c",
  ])
  func whatIsNoKeyIsNone(_ line: String) { #expect(VerifierKey(line) == nil) }

  @Test(arguments: ["", "a", "a\n", "a\n\n", "a\n\nb\n", "a\n\n— x\n", "a\n\n— x AAAA\n", "a\n\n- x AAAAAAAA\n"])
  func whatIsNoNoteIsNone(_ text: String) { #expect(SignedNote(text) == nil) }

  private static func proof(_ size: Int, _ index: Int64) throws -> (LogProof, VerifierKey) {
    let signer = try signer()
    let (trees, tail) = TreeTests.trees(size)
    let head = signer.sign(Checkpoint(origin: signer.verifier.name, trees[size]).text)
    let path = try #require(tail.inclusion(of: index))
    return (LogProof(extra: Array(String(index).utf8), index: index, path: path, checkpoint: head), signer.verifier)
  }

  @Test func aProofIsReadAsItWasWritten() throws {
    for size in [1, 2, 7, 20] {
      for index in 0..<Int64(size) {
        let (proof, key) = try Self.proof(size, index)
        #expect(proof.holds(under: [key]))
        #expect(LogProof(proof.text) == proof)
        let packed = PackedProof(proof)
        #expect(PackedProof(packed.bytes) == packed && packed.path == proof.path && packed.extra == proof.extra)
      }
    }
  }

  /// Over 1 200 bytes the entry's hash stands for it.
  @Test func aLongEntryIsPackedAsItsHash() throws {
    for count in [1_200, 1_201] {
      let line = [UInt8](repeating: 65, count: count)
      let packed = PackedProof(LogProof(extra: line, index: 3, path: [.zero], checkpoint: "x\n"))
      #expect((packed.extra == nil) == (count > 1_200) && packed.leaf == MerkleTree.leaf(line))
      #expect(PackedProof(packed.bytes) == packed)
    }
  }

  /// Cut off anywhere it is no proof, or one that does not hold.
  @Test func aCutProofProvesNothing() throws {
    let (proof, key) = try Self.proof(20, 13)
    let text = proof.text
    for count in 0..<text.utf8.count {
      guard let cut = String(validating: text.utf8.prefix(count), as: UTF8.self) else { continue }
      #expect(LogProof(cut)?.holds(under: [key]) != true, "\(count)")
    }
    let bytes = PackedProof(proof).bytes
    for count in 0..<bytes.count {
      guard let cut = PackedProof(Array(bytes.prefix(count))) else { continue }
      #expect(SignedNote(cut.checkpoint)?.isSigned(by: key) != true, "\(count)")
    }
  }

  @Test func anyChangedByteIsNoticed() throws {
    let (proof, key) = try Self.proof(11, 6)
    let bytes = Array(proof.text.utf8)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      guard let text = String(validating: changed, as: UTF8.self), let read = LogProof(text) else { continue }
      #expect(!read.holds(under: [key]), "\(place)")
    }
  }

  /// Written from the texts of RFC 6962 and C2SP by another program: the seventh head, and the fifth entry's proof.
  @Test func theProofOfAnotherProgramIsOurs() throws {
    let known = Folder.root + "/Tests/LedgerTests/Tree/known/"
    func text(_ name: String) throws -> String { try String(contentsOfFile: known + name, encoding: .utf8) }
    let signer = try Self.signer()
    #expect(try text("note.vkey") == signer.verifier.description + "\n")
    var (tree, tail) = (MerkleTree(), TreeTail(after: MerkleTree()))
    for n in 1...7 {
      tree.append(line: Array(#"{"n":\#(n)}"#.utf8))
      tail.append(line: Array(#"{"n":\#(n)}"#.utf8))
    }
    let note = signer.sign(Checkpoint(origin: signer.verifier.name, tree).text)
    #expect(try text("note.txt") == note)
    let path = try #require(tail.inclusion(of: 4))
    let proof = LogProof(extra: Array(#"{"n":5}"#.utf8), index: 4, path: path, checkpoint: note)
    #expect(try text("proof.tlog-proof") == proof.text)
    #expect(try LogProof(text("proof.tlog-proof"))?.holds(under: [signer.verifier]) == true)
  }

  /// A number has one spelling, base64 too: what has two could not be compared by others.
  @Test(arguments: [
    ("index 13", "index 013"), ("index 13", "index +13"), ("index 13", "index -13"), ("index 13", "index 13 "),
    ("index 13", "index １３"), ("index 13", "index 99999999999999999999"), ("MTM=", "MTN="), ("MTM=", "MTM"),
    ("MTM=", "MTM=="), ("MTM=", "MT M="), ("extra ", "extra  "), ("@v1", "@v2"),
  ])
  func whatIsSpelledOtherwiseIsNoProof(_ was: String, _ spelled: String) throws {
    let text = try Self.proof(20, 13).0.text
    #expect(text.contains(was) && LogProof(text.replacing(was, with: spelled, maxReplacements: 1)) == nil)
  }

  @Test(arguments: ["020", "+20", "-20", "20 ", " 20", "２０", ""])
  func aSizeHasOneSpelling(_ size: String) {
    let root = Base64.encode([UInt8](repeating: 0, count: 32))
    #expect(Checkpoint("o\n20\n\(root)\n") != nil && Checkpoint("o\n\(size)\n\(root)\n") == nil)
    let packed = [UInt8]("tonghop.proof/1 \(size) 0 1\nxhead\n".utf8) + [UInt8](repeating: 65, count: 40)
    #expect(PackedProof(packed) == nil)
  }
}
