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
    do {
      var fields = try JSONFields(JSONNode(parsing: DurableFiles.read(path)))
      guard try fields.string("schema") == HeadFile.schema else { return .unreadable(path) }
      let head = LedgerHead(sequence: try fields.sequence("sequence"), digest: try fields.digest("sha256"))
      try fields.finish()
      return .head(head)
    } catch let fault as FileFault {
      return fault.isMissing ? .none : .unreadable("\(fault)")
    } catch {
      return .unreadable(path)
    }
  }

  /// Renews the file; durable on return.
  func write(_ head: LedgerHead) throws(FileFault) {
    let json = JSONValue.object([
      "schema": .string(HeadFile.schema), "sequence": .int(head.sequence), "sha256": .string(head.digest.description),
    ])
    try DurableFiles.write(json.fileBytes, to: path)
  }

  /// Takes the file away; durable on return.
  func remove() throws(FileFault) {
    guard isThere else { return }
    try DurableFiles.remove(path)
    try DurableFiles.syncFolder(folder)
  }
}
