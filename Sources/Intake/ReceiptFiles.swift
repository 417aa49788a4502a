import DurableFiles
import Receipts
import ReportingModel
import Settings
import Workspaces

/// Writes receipts to the outbox, and what is no readable bundle to the quarantine with its receipt beside it.
struct ReceiptFiles {
  /// Stands for the number in the name of a check's receipt, which the next check of the file replaces.
  private static let checkLabel = "KIEM-TRA"

  private let workspace: Workspace
  private let settings: OfficeSettings

  init(_ workspace: Workspace, _ settings: OfficeSettings) {
    self.workspace = workspace
    self.settings = settings
  }

  /// Writes one pair a delivery; everything is durable on return.
  func write(_ receipts: [(receipt: Receipt, json: [UInt8])]) throws {
    for (receipt, json) in receipts {
      try writePair(receipt, json, in: workspace.makeOutbox(of: receipt.outboxUnit))
      if receipt.status == .quarantined, let label = receipt.label {
        let name = "\(label).\(ReceiptFiles.cut(receipt.fileName))"
        try DurableFiles.copy(
          workspace.objects.path(of: receipt.digest), to: workspace.quarantine + "/" + name, sync: false)
        try writePair(receipt, json, in: workspace.quarantine)
      }
    }
    try DurableFiles.syncAll(on: workspace.outbox)
  }

  private func writePair(_ receipt: Receipt, _ json: [UInt8], in folder: String) throws {
    let name = "\(folder)/\(ReceiptFiles.cut(receipt.fileName)).\(receipt.label ?? ReceiptFiles.checkLabel).bien-nhan"
    try DurableFiles.write(json, to: name + ".json", sync: false)
    let page = ReceiptPage(
      receipt: receipt, contactPhone: settings.contact.phone, contactEmail: settings.contact.email)
    try DurableFiles.write(page.html(.vietnamese), to: name + ".html", sync: false)
  }

  /// A name that leaves room for what is put around it in the 255 bytes that a file system has for one: whole characters, at
  /// most 160 bytes.
  static func cut(_ name: String) -> String {
    guard name.utf8.count > longestName else { return name }
    var end = name.startIndex
    while end < name.endIndex {
      let next = name.index(after: end)
      if name[..<next].utf8.count > longestName { break }
      end = next
    }
    return String(name[..<end])
  }

  private static let longestName = 160
}
