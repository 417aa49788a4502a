package import DurableFiles
package import Inbox
import Ledger
package import Receipts
import Register
package import ReportingModel
import Settings
import Spooling
package import Workspaces

/// Takes deliveries in: reads and examines them side by side, decides in order, and records before anything else is done.
///
/// The order of durability is: file claimed, bytes stored, claim numbered, ledger committed, receipts written, and only then
/// the file is gone (<doc:architecture#Law-7-Nothing-is-lost>). A run that ends anywhere in between is finished by the
/// next one.
///
/// After an error is thrown the value is of no more use: what its writer knows may be ahead of the ledger.
package final class Ingestion {
  private let writer: Writer
  private let claims: ClaimFolder
  private let reader: DeliveryReader
  private let court: Court
  private var slot: Int
  private var workspace: Workspace { writer.workspace }

  /// Whose files could not be read or taken, and why; they lie in the inbox as before.
  package typealias Refusal = (Delivery, FileFault) throws -> Void

  package init(_ writer: Writer) throws {
    self.writer = writer
    claims = ClaimFolder(inbox: writer.workspace.inbox)
    reader = try DeliveryReader(writer.register.inForce, writer.register.settings.limits)
    court = try Court(writer.register)
    slot = try claims.nextSlot()
  }

  /// Something was taken out of the inbox and is not finished with.
  var hasClaims: Bool { (try? claims.all().isEmpty) == false }

  /// Finishes what a run before left unfinished: writes the receipts of what the ledger has, and takes in what it has not.
  package func resume(_ occasion: Occasion, refused: Refusal, each: (Receipt) throws -> Void) async throws {
    var pending: [Arriving] = []
    let left = try claims.all()
    var recorded = Unfinished(writer)
    for claim in left {
      if try recorded.hasDelivery(of: claim) {
        try await recorded.writeReceipt(of: claim, each)
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
      while !batch.arriving.isEmpty {
        let spool = Spool(folder: workspace.passing)
        var taken: [(arriving: Arriving, examined: ExaminedDelivery)] = []
        for (one, result) in await batch.readNext(with: reader, court, occasion, into: spool) {
          switch result {
          case .success(let examined): taken.append((one, examined))
          case .failure(let fault):
            if let claim = one.claim { claims.putBack(claim) }
            try refused(one.delivery, fault)
          }
        }
        let judged = try await decided(taken.map(\.examined), occasion)
        if let fault = spool.fault { throw fault }
        try await commit(judged, taken, occasion, each)
      }
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

  private func decided(_ deliveries: [ExaminedDelivery], _ occasion: Occasion) async throws -> [Judged] {
    try await prepare(deliveries)
    return try writer.deciding { register in try deliveries.map { try court.decide($0, occasion, &register) } }
  }

  private func prepare(_ deliveries: [ExaminedDelivery]) async throws {
    for need in court.needs(deliveries) {
      try await writer.prepare(need.keys, of: need.regime, withPeers: need.peers)
    }
  }

  /// Stores the bytes, numbers the claims, commits the entries, writes the receipts, ends the claims, in this order.
  private func commit(
    _ judged: [Judged], _ taken: [(arriving: Arriving, examined: ExaminedDelivery)], _ occasion: Occasion,
    _ each: (Receipt) throws -> Void
  ) async throws {
    guard !judged.isEmpty else { return }
    for (arriving, examined) in taken {
      if let bytes = examined.opened.bytes {
        try workspace.objects.put(bytes, digest: examined.opened.digest)
      } else {
        try workspace.objects.put(file: arriving.delivery.path, digest: examined.opened.digest)
      }
    }
    let numbered = try zip(judged, taken).map { try claims.number($1.arriving.claim, $0.receipt.number ?? 0) }
    try workspace.objects.sync()
    if workspace.hasInboxElsewhere { try claims.sync() }
    try await writer.commit(judged.flatMap(\.drafts), clock: occasion.now)
    try ReceiptFiles(workspace, writer.register.settings).write(judged.map { ($0.receipt, $0.json) })
    for (claim, one) in zip(numbered, judged) {
      try claims.finish(claim)
      try each(one.receipt)
    }
  }

  /// Checks files and writes their receipts; the files stay where they are and the ledger hears nothing of them
  /// (<doc:commands#Inbox>).
  package func check(
    _ deliveries: [Delivery], _ occasion: Occasion, refused: Refusal, each: (Receipt) throws -> Void
  ) async throws {
    for delivery in deliveries {
      let examined: ExaminedDelivery
      do throws(FileFault) {
        let spool = Spool(folder: workspace.passing)
        let opened = try reader.open(file: delivery.path, name: delivery.fileName, into: spool)
        examined = try court.examine(delivery, opened, by: reader, occasion, into: spool)
      } catch {
        try refused(delivery, error)
        continue
      }
      try await prepare([examined])
      var trial = writer.register
      let receipt = try court.check(examined, occasion, &trial)
      try ReceiptFiles(workspace, trial.settings).write([(receipt, receipt.json(.vietnamese).fileBytes)])
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
