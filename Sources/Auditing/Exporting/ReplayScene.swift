import DurableFiles
import Ledger
import ReportingModel
import SQLiteStore
import Workspaces

/// A workspace for one replay, made of an export in a folder that goes away with it.
struct ReplayScene {
  private let folder: String
  let objects: ObjectStore
  private var root: String { folder + "/w" }

  init(folder: String) throws(FileFault) {
    self.folder = folder
    try DurableFiles.makeFolder(folder + "/w")
    try DurableFiles.makeFolder(folder + "/w/store")
    try DurableFiles.makeFolder(folder + "/w/keys")
    objects = ObjectStore(folder: folder + "/w/store")
  }

  /// Writes entries and contents into a ledger; receipts are made again, not brought along.
  func fill(_ entries: [LedgerEntry], _ contents: [Int64: [UInt8]]) async throws {
    let store = try LedgerFile.make(root + "/ledger.sqlite")
    var head = LedgerHead.empty
    for start in stride(from: 0, to: entries.count, by: 512) {
      let page = entries[start..<min(start + 512, entries.count)]
      try await store.append(
        page.map { LedgerAddition(row: LedgerRow($0), content: contents[$0.sequence]) }, after: head)
      if let last = page.last { head = last.head }
    }
    await store.close()
  }

  func record() async throws -> Record { try await Workspace(at: root).read() }

}
