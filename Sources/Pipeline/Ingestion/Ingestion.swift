package import DurableFiles
package import Inbox
import Ledger
package import Receipts
package import ReportingModel

/// Takes deliveries in: reads them side by side, judges them in order, and records them before anything else is done.
///
/// The order of durability is: file claimed, bytes stored, claim numbered, ledger committed, receipts written, and only
/// then the file is gone (<doc:architecture#Law-7-Nothing-is-lost>). A run that ends anywhere in between is finished by
/// the next one.
///
/// After an error is thrown the value is of no more use: what it knows may be ahead of the ledger.
package final class Ingestion {
  private let workspace: Workspace
  private let claims: ClaimFolder
  private let reader: DeliveryReader
  private let judge: Judge
  private var head: LedgerHead
  private var slot: Int

  /// Whose files could not be read or taken, and why; they lie in the inbox as before.
  package typealias Refusal = (Delivery, FileFault) throws -> Void

  package init(_ workspace: Workspace, operatorName: String) throws {
    self.workspace = workspace
    claims = ClaimFolder(inbox: workspace.inbox)
    let state = try workspace.state()
    reader = try DeliveryReader(state, workspace.configuration)
    judge = try Judge(
      state, ledger: workspace.ledger, configuration: workspace.configuration, operatorName: operatorName)
    head = state.head
    slot = try claims.nextSlot()
  }

  /// Something was taken out of the inbox and is not finished with.
  var hasClaims: Bool { (try? claims.all().isEmpty) == false }

  /// Finishes what a run before left unfinished: writes the receipts of what the ledger has, and takes in what it has not.
  package func resume(_ occasion: Occasion, refused: Refusal, each: (Receipt) throws -> Void) async throws {
    var pending: [Arriving] = []
    let left = try claims.all()
    var recorded = left.contains { $0.receipt != nil } ? try Unfinished(workspace) : nil
    for claim in left {
      if try recorded?.hasDelivery(of: claim) == true {
        try recorded?.writeReceipt(of: claim, each)
        try claims.finish(claim)
      } else if let delivery = claim.delivery {
        let free = claim.receipt == nil ? claim : try claims.unnumber(claim, slot: nextSlot())
        pending.append(Arriving(delivery: free.delivery ?? delivery, claim: free))
      } else {
        try claims.finish(claim)
      }
    }
    if left.isEmpty { claims.clear() }
    try await take(pending, occasion, refused: refused, each: each)
  }

  /// Takes in deliveries in the order given.
  /// - Parameters:
  ///   - isStopping: asked between batches; what was not begun stays where it is.
  ///   - each: called with every receipt, in order, after it is durable.
  package func ingest(
    _ deliveries: [Delivery], _ occasion: Occasion, isStopping: () -> Bool = { false }, refused: Refusal,
    each: (Receipt) throws -> Void
  ) async throws {
    try await take(
      deliveries.map { Arriving(delivery: $0, claim: nil) }, occasion, isStopping: isStopping, refused: refused,
      each: each)
  }

  private func take(
    _ arriving: [Arriving], _ occasion: Occasion, isStopping: () -> Bool = { false }, refused: Refusal,
    each: (Receipt) throws -> Void
  ) async throws {
    for var batch in Batch.cut(arriving) {
      if isStopping() { return }
      batch.arriving = try batch.arriving.compactMap { try claimed($0, refused) }
      var taken: [(arriving: Arriving, read: ReadDelivery)] = []
      for (one, result) in await batch.read(with: reader) {
        switch result {
        case .success(let read): taken.append((one, read))
        case .failure(let fault):
          if let claim = one.claim { claims.putBack(claim) }
          try refused(one.delivery, fault)
        }
      }
      let judged = taken.map { judge.judge($0.arriving.delivery, $0.read, occasion) }
      try commit(judged, taken, each)
    }
  }

  private func claimed(_ arriving: Arriving, _ refused: Refusal) throws -> Arriving? {
    guard arriving.claim == nil, arriving.delivery.isInInbox else { return arriving }
    let claim: ClaimFolder.Claim
    do throws(FileFault) {
      claim = try claims.claim(arriving.delivery, slot: nextSlot())
    } catch {
      try refused(arriving.delivery, error)
      return nil
    }
    return Arriving(delivery: claim.delivery ?? arriving.delivery, claim: claim)
  }

  private func nextSlot() -> Int {
    defer { slot += 1 }
    return slot
  }

  /// Stores the bytes, numbers the claims, commits the entries, writes the receipts, ends the claims, in this order.
  private func commit(
    _ judged: [Judged], _ taken: [(arriving: Arriving, read: ReadDelivery)], _ each: (Receipt) throws -> Void
  ) throws {
    guard !judged.isEmpty else { return }
    for (arriving, read) in taken {
      if let bytes = read.bytes {
        try workspace.objects.put(bytes, digest: read.digest)
      } else {
        try workspace.objects.put(file: arriving.delivery.path, digest: read.digest)
      }
    }
    let numbered = try zip(judged, taken).map { try claims.number($1.arriving.claim, $0.receipt.number ?? 0) }
    try workspace.objects.sync()
    if workspace.hasInboxElsewhere { try claims.sync() }
    head = try workspace.ledger.append(judged.flatMap(\.drafts), after: head)
    try ReceiptFiles(workspace: workspace).write(judged.map { ($0.receipt, $0.json) })
    for (claim, one) in zip(numbered, judged) {
      try claims.finish(claim)
      try each(one.receipt)
    }
  }

  /// Checks files and writes their receipts; the files stay where they are and the ledger hears nothing of them
  /// (<doc:commands#Inbox>).
  package func check(
    _ deliveries: [Delivery], _ occasion: Occasion, refused: Refusal, each: (Receipt) throws -> Void
  ) throws {
    for delivery in deliveries {
      let read: ReadDelivery
      do throws(FileFault) {
        read = try reader.read(file: delivery.path, name: delivery.fileName)
      } catch {
        try refused(delivery, error)
        continue
      }
      let receipt = judge.receiptOfCheck(delivery, read, occasion)
      try ReceiptFiles(workspace: workspace).write([(receipt, receipt.json(.vietnamese).fileBytes)])
      try each(receipt)
    }
  }
}

/// What is about every delivery of a run.
package struct Occasion: Sendable {
  package var now: Instant
  /// The true time of receipt when it is not now, and why (<doc:commands#ingest>).
  package var receivedAt: Instant?
  package var reason: String?

  package init(now: Instant, receivedAt: Instant? = nil, reason: String? = nil) {
    self.now = now
    self.receivedAt = receivedAt
    self.reason = reason
  }
}
