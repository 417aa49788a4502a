package import DurableFiles
import Regimes
import ReportingModel

/// The folders of a workspace, and whom they are open to (<doc:commands#Rights>).
extension Workspace {
  /// Makes every folder of a workspace that is not there.
  func makeFolders() throws(FileFault) {
    try DurableFiles.makeFolder(root)
    try DurableFiles.makeFolder(inbox, .mailbox)
    try DurableFiles.makeFolder(inbox + "/" + Workspace.checkFolder, .mailbox, groupOf: inbox)
    try DurableFiles.makeFolder(outbox, .pickup, groupOf: inbox)
    for folder in [store, quarantine, reports, keys] { try DurableFiles.makeFolder(folder) }
  }

  /// Makes the folders in which the units in force on a day put their bundles; whatever has such a name already stays as it is.
  func makeFolders(for registry: Registry, on day: CalendarDate) throws(FileFault) {
    let there = Set(try DurableFiles.names(in: inbox).map { $0.uppercased() })
    for code in registry.codes where !there.contains(code) && !code.hasPrefix(".") {
      guard registry.row(of: code, on: day) != nil else { continue }
      try DurableFiles.makeFolder(inbox + "/" + code, .mailbox, groupOf: inbox)
    }
  }

  /// The folder of a unit's receipts, which whoever may read the unit's folder of the inbox may read; without a unit the one for
  /// all others.
  package func makeOutbox(of unit: String?) throws(FileFault) -> String {
    let folder = outbox + "/" + (unit ?? "_chung")
    let dropped = unit.map { inbox + "/" + $0 } ?? inbox
    let model = DurableFiles.exists(dropped) ? dropped : inbox
    try DurableFiles.makeFolder(folder, .pickup, groupOf: model)
    DurableFiles.keepGroup(of: folder, as: model)
    return folder
  }
}
