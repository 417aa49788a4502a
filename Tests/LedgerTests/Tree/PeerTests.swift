import Foundation
import Hashing
import ReportingModel
import TestSupport
import Testing

@testable import Ledger

/// Trees and notes as Go's `sumdb` has them: each side reads what the other wrote.
@Suite(
  .serialized, .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/gocode/src/golang.org/x/mod/sumdb")))
struct PeerTests {
  /// The peer, built once.
  private static let peer: Folder? = {
    guard let folder = try? Folder() else { return nil }
    let variables = [
      "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": folder.path + "/cache", "GOFLAGS": "",
    ]
    let built = try? Program.run(
      "/usr/bin/env", ["go", "build", "-o", folder.path + "/tlog", Folder.root + "/Tests/LedgerTests/Tree/tlog.go"],
      environment: variables)
    return built?.status == 0 ? folder : nil
  }()

  private func run(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(try #require(Self.peer).path + "/tlog", arguments)
  }

  @Test func everyRootAndProofIsTheSame() throws {
    let count = 40
    let (trees, tail) = TreeTests.trees(count)
    func text(_ path: [Digest]) -> String { path.map(\.description).joined(separator: " ") }
    var lines: [String] = []
    var grown = TreeTail(after: MerkleTree())
    for size in 1...Int64(count) {
      grown.append(line: Array(String(size - 1).utf8))
      lines.append("root \(size) \(trees[Int(size)].root)")
      for index in 0..<size {
        lines.append("record \(index) \(size) \(text(try #require(grown.inclusion(of: index))))")
      }
      for old in 1..<size { lines.append("tree \(old) \(size) \(text(try #require(grown.consistency(from: old))))") }
    }
    #expect(grown.size == tail.size)
    let made = try run(["tree", String(count)])
    #expect(made.text.split(separator: "\n").map(String.init) == lines)
  }

  @Test func theirNotesAreReadHere() throws {
    let made = try run(["sign", "tonghop/peer"])
    let (line, note) = try #require(
      made.text.firstIndex(of: "\n").map { (made.text[..<$0], made.text[made.text.index(after: $0)...]) })
    let key = try #require(VerifierKey(line))
    #expect(key.name == "tonghop/peer" && SignedNote(note)?.isSigned(by: key) == true)
    #expect(SignedNote(note)?.text == "tonghop/peer\n12\nAAAA\n")
  }

  @Test func ourHeadsAndProofsAreReadThere() throws {
    let folder = try Folder()
    let key = SigningKey.random()
    let signer = NoteSigner(name: VerifierKey.origin(of: key.publicKey), key: key)
    try folder.write("ledger.pub", signer.verifier.description + "\n")
    let lines = (0..<13).map { #"{"n":\#($0)}"# }
    try folder.write("entries.jsonl", lines.map { $0 + "\n" }.joined())
    var tail = TreeTail(after: MerkleTree())
    var tree = MerkleTree()
    for line in lines {
      tail.append(line: Array(line.utf8))
      tree.append(line: Array(line.utf8))
    }
    let head = signer.sign(Checkpoint(origin: signer.verifier.name, tree).text)
    try folder.write("head", head)
    let files = ["ledger.pub", "entries.jsonl"].map { folder.path + "/" + $0 }
    #expect(try run(["head", folder.path + "/head"] + files).text == "ok 13\n")
    for index in 0..<Int64(lines.count) {
      let path = try #require(tail.inclusion(of: index))
      let proof = LogProof(extra: Array(lines[Int(index)].utf8), index: index, path: path, checkpoint: head)
      try folder.write("p.tlog-proof", proof.text)
      #expect(try run(["proof", folder.path + "/p.tlog-proof", files[0]]).text == "ok \(index) 13\n")
    }
    try folder.write("entries.jsonl", lines.reversed().map { $0 + "\n" }.joined())
    #expect(try run(["head", folder.path + "/head"] + files).status == 1)
  }
}
