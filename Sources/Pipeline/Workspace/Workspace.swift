package import DurableFiles
import Hashing
package import Ledger
import Regimes
package import ReportingModel
import Schemas

/// A folder with an inbox, an outbox, the stored objects and the ledger (<doc:commands#Workspace>).
package struct Workspace: Sendable {
  package let root: String
  package let configuration: WorkspaceConfiguration
  package let ledger: any LedgerStore
  package let objects: ObjectStore

  package var inbox: String { root + "/inbox" }
  package var outbox: String { root + "/outbox" }
  package var quarantine: String { root + "/quarantine" }
  package var reports: String { root + "/reports" }
  package var lockFile: String { root + "/.lock" }
  /// The folder inside the inbox whose files are checked and never ingested.
  package static let checkFolder = "kiem-tra"

  /// Opens the workspace in a folder.
  /// - Throws: `WorkspaceProblem.missing` when none lies there.
  package init(at root: String) throws {
    let path = root + "/ledger.sqlite"
    guard DurableFiles.status(of: path)?.kind == .regular else { throw WorkspaceProblem.missing(root) }
    self.root = root
    let file = root + "/tonghop.json"
    configuration =
      DurableFiles.exists(file)
      ? try WorkspaceConfiguration(json: DurableFiles.read(file)) : WorkspaceConfiguration()
    ledger = try SQLiteLedger(path: path)
    objects = ObjectStore(folder: root + "/store")
  }

  /// Makes a workspace in a folder, with a regime and, if given, a registry.
  package static func create(
    at root: String, regime: RegimeFiles, registry: [UInt8]?, now: Instant, operatorName: String
  ) throws -> (workspace: Workspace, findings: [Finding]) {
    guard !DurableFiles.exists(root + "/ledger.sqlite") else { throw WorkspaceProblem.exists(root) }
    let (loadedRegime, said) = try regime.load()
    var findings = said
    if let registry { findings += try readRegistry(registry, file: "units.csv", for: [loadedRegime]).findings }
    for folder in ["", "/inbox", "/inbox/" + checkFolder, "/outbox", "/store", "/quarantine", "/reports"] {
      try DurableFiles.makeFolder(root + folder)
    }
    if !DurableFiles.exists(root + "/tonghop.json") {
      try DurableFiles.write(WorkspaceConfiguration.initialFile, to: root + "/tonghop.json")
    }
    let ledger = try SQLiteLedger(path: root + "/ledger.sqlite")
    let objects = ObjectStore(folder: root + "/store")
    var records = regime.records(loadedRegime) { _ in false }
    if let registry { records.append(RegistryRecord(digest: Digest(of: registry))) }
    for bytes in regime.objects + [registry].compactMap({ $0 }) { try objects.put(bytes, digest: Digest(of: bytes)) }
    try objects.sync()
    _ = try ledger.append(
      records.map { EntryDraft($0, recordedAt: now, operatorName: operatorName) }, after: ledger.head())
    return (try Workspace(at: root), findings)
  }

  /// The inbox lies on another file system than the store, such as a mounted share.
  var hasInboxElsewhere: Bool {
    DurableFiles.status(of: inbox)?.device != DurableFiles.status(of: root + "/store")?.device
  }

  /// Takes the right to write; held until the value is gone.
  /// - Throws: `WorkspaceProblem.locked` when another process holds it.
  package func lock() throws -> FileLock {
    guard let lock = try FileLock.take(lockFile) else { throw WorkspaceProblem.locked(root) }
    return lock
  }
}
