import DurableFiles
package import Inbox
import Ledger
package import Receipts
package import ReportingModel

/// Takes deliveries in: reads them side by side, judges them in order, and records them before anything else is done.
///
/// The order of durability is: bytes stored, ledger committed, receipts written, and only then the file leaves the inbox
/// (architecture.md, law 7).
package final class Ingestion {
  private let workspace: Workspace
  private let reader: DeliveryReader
  private let judge: Judge
  private let language: Language
  private var head: LedgerHead

  package init(_ workspace: Workspace, operatorName: String, language: Language) throws {
    self.workspace = workspace
    self.language = language
    let state = try workspace.state()
    reader = try DeliveryReader(state, workspace.configuration)
    judge = try Judge(
      state, ledger: workspace.ledger, configuration: workspace.configuration, operatorName: operatorName,
      language: language)
    head = state.head
  }

  /// Takes in deliveries in the order given.
  /// - Parameter each: called with every receipt, in order, after it is durable.
  package func ingest(
    _ deliveries: [Delivery], _ occasion: Occasion, each: (Receipt) throws -> Void
  ) async throws {
    for batch in Batch.cut(deliveries) {
      let read = try await batch.read(with: reader)
      let judged = zip(batch.deliveries, read).map { judge.judge($0, $1.delivery, occasion) }
      try commit(judged, read)
      for (delivery, result) in zip(batch.deliveries, judged) {
        if delivery.isInInbox { try DurableFiles.remove(delivery.path) }
        try each(result.receipt)
      }
    }
  }

  /// Checks files and writes their receipts; the files stay where they are and the ledger hears nothing of them
  /// (spec/4 `inbox/kiem-tra/`).
  package func check(_ deliveries: [Delivery], _ occasion: Occasion, each: (Receipt) throws -> Void) throws {
    for delivery in deliveries {
      let bytes = try DurableFiles.read(delivery.path)
      let read = reader.read(bytes, name: delivery.fileName)
      let receipt = judge.receiptOfCheck(delivery, read, occasion)
      try ReceiptFiles(workspace: workspace).write([(receipt, receipt.json(language).fileBytes, bytes)])
      try each(receipt)
    }
  }

  /// Stores the bytes, commits the entries, writes the receipts, in this order.
  private func commit(_ judged: [Judged], _ read: [Batch.Read]) throws {
    for item in read { try workspace.objects.put(item.bytes, digest: item.delivery.digest) }
    try workspace.objects.sync()
    head = try workspace.ledger.append(judged.flatMap(\.drafts), after: head)
    try ReceiptFiles(workspace: workspace).write(zip(judged, read).map { ($0.receipt, $0.json, $1.bytes) })
  }
}

/// What is about every delivery of a run.
package struct Occasion: Sendable {
  package var now: Instant
  /// The true time of receipt when it is not now, and why (spec/4 `--received-at`).
  package var receivedAt: Instant?
  package var reason: String?

  package init(now: Instant, receivedAt: Instant? = nil, reason: String? = nil) {
    self.now = now
    self.receivedAt = receivedAt
    self.reason = reason
  }
}
