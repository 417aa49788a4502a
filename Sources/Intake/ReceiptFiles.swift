import DurableFiles
import Ledger
import Receipts
import ReportingModel
import Settings
import Workspaces

/// Writes receipts to the outbox, and what is no readable bundle to the quarantine with its receipt beside it.
struct ReceiptFiles: Sendable {
  /// A receipt that is to be written.
  struct Paper: Sendable {
    var receipt: Receipt
    var json: [UInt8]
    /// That its entry is in the signed tree; `nil` without a key, and of a check.
    var proof: LogProof?
    /// Where the delivery's file lies, when it came through the inbox.
    var file: String?
  }

  /// Stands for the number in the name of a check's receipt, which the next check of the file replaces.
  private static let checkLabel = "KIEM-TRA"

  private let workspace: Workspace
  private let settings: OfficeSettings

  init(_ workspace: Workspace, _ settings: OfficeSettings) {
    self.workspace = workspace
    self.settings = settings
  }

  /// Writes one set a delivery: JSON, page, proof; everything is durable on return.
  /// - Returns: what the system refused, by the receipt's place; the others are written.
  /// - Throws: a fault that befalls them all, such as a full disk.
  func write(_ papers: [Paper]) async throws -> [Int: FileFault] {
    var failures: [Int: FileFault] = [:]
    @Sendable func written(_ paper: Paper) -> Result<Void, any Error> { Result { try write(paper) } }
    // A page costs more than all that decides on its delivery. Receipts with a number have no file in common; those of checks may
    // replace each other.
    let isNumbered = papers.allSatisfy { $0.receipt.label != nil }
    let results = isNumbered ? await inOrder(papers, written) : papers.map(written)
    for (index, result) in results.enumerated() {
      do {
        try result.get()
      } catch let fault as FileFault where fault.isOfPath {
        failures[index] = fault
      }
    }
    try DurableFiles.syncAll(on: workspace.outbox)
    return failures
  }

  private func write(_ paper: Paper) throws {
    let receipt = paper.receipt
    try writeSet(paper, in: workspace.makeOutbox(of: receipt.outboxUnit))
    guard receipt.status == .quarantined, let label = receipt.label else { return }
    let place = "\(workspace.quarantine)/\(label).\(ReceiptFiles.cut(receipt.fileName))"
    if let digest = receipt.digest {
      try DurableFiles.copy(workspace.objects.path(of: digest), to: place, sync: false)
    } else if let file = paper.file, DurableFiles.exists(file) {
      try DurableFiles.move(file, to: place)
    }
    try writeSet(paper, in: workspace.quarantine)
  }

  private func writeSet(_ paper: Paper, in folder: String) throws {
    let receipt = paper.receipt
    let name = "\(folder)/\(ReceiptFiles.cut(receipt.fileName)).\(receipt.label ?? ReceiptFiles.checkLabel).bien-nhan"
    try DurableFiles.write(paper.json, to: name + ".json", sync: false)
    if let proof = paper.proof { try DurableFiles.write(Array(proof.text.utf8), to: name + ".tlog-proof", sync: false) }
    let page = ReceiptPage(
      receipt: receipt, contactPhone: settings.contact.phone, contactEmail: settings.contact.email,
      seal: paper.proof.map { PackedProof($0).bytes })
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
