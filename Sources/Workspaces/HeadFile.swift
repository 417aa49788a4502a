import DurableFiles
import Ledger
import ReportingModel

/// `keys/head`: the last entry that the writer knew of, kept outside the ledger, so that a ledger that went back is noticed
/// (<doc:record#The-head-outside>).
struct HeadFile: Sendable {
  private let folder: String
  private var path: String { folder + "/head" }
  private static let schema = "tonghop.head/1"

  init(folder: String) {
    self.folder = folder
  }

  /// What is known of the ledger's end.
  enum Known: Sendable, Hashable {
    case head(LedgerHead)
    /// There is no such file.
    case none
    /// It may not be read, or is not what it should be.
    case unreadable(String)
  }

  var isThere: Bool { DurableFiles.exists(path) }

  func read() -> Known {
    switch parse() {
    case .success(let contents): .head(contents.head)
    case .failure(let problem): problem.isMissing ? .none : .unreadable(problem.reason)
    }
  }

  /// What the file holds.
  struct Contents: Sendable, Hashable {
    var head: LedgerHead
    /// The tree over the entries up to the head.
    var tree: MerkleTree?
    /// The signed note of that tree.
    var checkpoint: String?
  }

  struct Problem: Error {
    let reason: String
    let isMissing: Bool
  }

  /// Everything that it holds; `nil` where it cannot be read.
  func contents() -> Contents? { try? parse().get() }

  private func parse() -> Result<Contents, Problem> {
    do {
      var fields = try JSONFields(JSONNode(parsing: DurableFiles.read(path)))
      guard try fields.string("schema") == HeadFile.schema else {
        return .failure(Problem(reason: path, isMissing: false))
      }
      var contents = Contents(
        head: LedgerHead(sequence: try fields.sequence("sequence"), digest: try fields.digest("sha256")))
      if let size = try fields.optionalInt("size") {
        let root = try fields.digest("root")
        let edge = try fields.strings("edge").compactMap { Digest(hex: $0) }
        let tree = MerkleTree(size: Int64(size), edge: edge)
        guard tree?.root == root else { return .failure(Problem(reason: path, isMissing: false)) }
        // A tree of other entries says nothing of this head, which is held against the ledger all the same.
        if Int64(size) == contents.head.sequence { contents.tree = tree }
      }
      contents.checkpoint = try fields.optionalString("checkpoint")
      try fields.finish()
      return .success(contents)
    } catch let fault as FileFault {
      return .failure(Problem(reason: "\(fault)", isMissing: fault.isMissing))
    } catch {
      return .failure(Problem(reason: path, isMissing: false))
    }
  }

  /// Renews the file; durable on return.
  func write(_ contents: Contents) throws(FileFault) {
    var members: [String: JSONValue] = [
      "schema": .string(HeadFile.schema), "sequence": .int(contents.head.sequence),
      "sha256": .string(contents.head.digest.description),
    ]
    if let tree = contents.tree {
      members["size"] = .int(tree.size)
      members["root"] = .string(tree.root.description)
      members["edge"] = .array(tree.edge.map { .string($0.description) })
    }
    if let checkpoint = contents.checkpoint { members["checkpoint"] = .string(checkpoint) }
    try DurableFiles.write(JSONValue.object(members).fileBytes, to: path)
  }

  /// Takes the file away; durable on return.
  func remove() throws(FileFault) {
    guard isThere else { return }
    try DurableFiles.remove(path)
    try DurableFiles.syncFolder(folder)
  }
}
