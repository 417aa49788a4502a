import DurableFiles
package import Settings

/// A folder with an inbox, an outbox, the stored objects and the ledger (<doc:commands#Workspace>): where everything lies.
package struct Workspace: Sendable {
  package let root: String
  package let objects: ObjectStore

  package var inbox: String { root + "/inbox" }
  package var outbox: String { root + "/outbox" }
  package var store: String { root + "/store" }
  package var quarantine: String { root + "/quarantine" }
  package var reports: String { root + "/reports" }
  /// What is of use while a run lasts; its files have no names.
  package var passing: String { root + "/tmp" }
  /// What was taken out of the inbox and is not finished with.
  package var claimed: String { root + "/.claimed" }
  /// Which files of the check folder have their receipts already.
  package var checkedFile: String { root + "/.kiem-tra.json" }
  var keys: String { root + "/keys" }
  package var lockFile: String { root + "/.lock" }
  package var settingsFile: String { root + "/tonghop.json" }
  var ledgerFile: String { root + "/ledger.sqlite" }
  var projections: Projections { Projections(folder: root + "/projections") }
  var headFile: HeadFile { HeadFile(folder: keys) }
  package var keyFolder: KeyFolder { KeyFolder(folder: keys) }
  /// The signed head of an issued report, beside its folder.
  package func checkpointFile(of report: String) -> String { "\(reports)/\(report).checkpoint" }
  /// The checkpoint that was signed last; `nil` where there is none.
  package var signedCheckpoint: String? { headFile.contents()?.checkpoint }
  /// The folder inside the inbox whose files are checked and never ingested.
  package static let checkFolder = "kiem-tra"

  /// The workspace in a folder.
  /// - Throws: `WorkspaceProblem.missing` when none lies there.
  package init(at root: String) throws(WorkspaceProblem) {
    self.init(unchecked: root)
    guard DurableFiles.status(of: ledgerFile)?.kind == .regular else {
      throw hasLostLedger ? .lostLedger(root) : .missing(root)
    }
  }

  init(unchecked root: String) {
    self.root = root
    objects = ObjectStore(folder: root + "/store")
  }

  /// What the office's file says now; `nil` where there is none.
  /// - Throws: `SettingsProblem` with everything that is wrong with it; `FileFault`.
  package func fileSettings() throws -> SettingsFile? {
    guard DurableFiles.exists(settingsFile) else { return nil }
    return try SettingsFile(DurableFiles.read(settingsFile))
  }

  /// How `watch` waits; the usual where the file cannot be read, which is told elsewhere.
  package var serviceSettings: ServiceSettings { ((try? fileSettings()) ?? nil)?.service ?? ServiceSettings() }

  /// The stored objects lie on another file system than the claims.
  package var hasStoreElsewhere: Bool {
    DurableFiles.status(of: root)?.device != DurableFiles.status(of: store)?.device
  }
}
