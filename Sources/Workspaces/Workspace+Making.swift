import DurableFiles
import Hashing
import Ledger
import Regimes
package import ReportingModel
import SQLiteStore
import Settings

extension Workspace {
  /// The ledger until it is whole; while it lies there `keys/head` speaks of it, and the next `init` begins anew.
  private var unfinishedLedger: String { ledgerFile + ".moi" }

  /// A ledger was here once.
  var hasLostLedger: Bool { headFile.isThere && !DurableFiles.exists(unfinishedLedger) }

  /// Makes a workspace in a folder, with a regime and, if given, a registry (<doc:commands#init>).
  ///
  /// The ledger gets its name last, so a run that ends anywhere before leaves no workspace, and the next one makes it.
  /// - Throws: `WorkspaceProblem`, `SettingsProblem` for a `tonghop.json` that is there and cannot be used.
  package static func create(
    at root: String, regime files: RegimeFiles, registry: [UInt8]?, now: Instant, operatorName: String
  ) async throws -> (workspace: Workspace, findings: [Finding]) {
    let workspace = Workspace(unchecked: root)
    try workspace.checkIsFree()
    let (regime, said) = try files.load()
    var findings = said
    let units = try registry.map { try readRegistry($0, file: "units.csv", for: [regime]) }
    findings += units?.findings ?? []
    let settings = try workspace.fileSettings() ?? SettingsFile()

    try DurableFiles.makeFolder(root)
    guard let lock = try FileLock.take(workspace.lockFile) else { throw WorkspaceProblem.locked(root, by: nil) }
    defer { _ = lock }
    // Another run may have made it meanwhile.
    try workspace.checkIsFree()
    try workspace.makeFolders()
    if !DurableFiles.exists(workspace.settingsFile) {
      try DurableFiles.write(SettingsFile.initialFile(), to: workspace.settingsFile)
    }
    if let units { try workspace.makeFolders(for: units.registry, on: now.date) }
    for bytes in files.objects + [registry].compactMap({ $0 }) {
      try workspace.objects.put(bytes, digest: Digest(of: bytes))
    }
    try workspace.objects.sync()
    var drafts = [EntryDraft(SettingsEvent(office: settings.office.json))]
    drafts += files.drafts(regime) { _ in false }
    if let registry { drafts.append(EntryDraft(RegistryEvent(digest: Digest(of: registry)))) }
    try await workspace.makeLedger(drafts, now: now, operatorName: operatorName)
    return (workspace, findings)
  }

  private func checkIsFree() throws(WorkspaceProblem) {
    guard !DurableFiles.exists(ledgerFile) else { throw .exists(root) }
    guard !hasLostLedger else { throw .lostLedger(root) }
  }

  private func makeLedger(_ drafts: [EntryDraft], now: Instant, operatorName: String) async throws {
    // The head before the ledger that it speaks of: a head alone would be that of a lost one.
    try headFile.remove()
    for ending in ["", "-wal", "-shm", "-journal"] where DurableFiles.exists(unfinishedLedger + ending) {
      try DurableFiles.remove(unfinishedLedger + ending)
    }
    let store = try LedgerFile.make(unfinishedLedger)
    let steps = try await Ledger(store).append(drafts, to: Chain(), clock: now, operatorName: operatorName)
    await store.close()
    // Without its log, should that not have been moved into the file, the ledger would lack what was just appended.
    guard !DurableFiles.exists(unfinishedLedger + "-wal") else {
      throw StoreFault(.inputOutput, "\(unfinishedLedger)-wal could not be moved into the ledger")
    }
    try DurableFiles.syncAll(on: root)
    var tree = MerkleTree()
    for step in steps { tree.append(line: step.entry.line) }
    let signer = try keyFolder.signer() ?? keyFolder.makeFirst()
    let checkpoint = signer.sign(Checkpoint(origin: signer.verifier.name, tree).text)
    try headFile.write(
      HeadFile.Contents(head: steps.last?.chain.head ?? .empty, tree: tree, checkpoint: checkpoint))
    try DurableFiles.move(unfinishedLedger, to: ledgerFile)
    try DurableFiles.syncFolder(root)
  }
}
