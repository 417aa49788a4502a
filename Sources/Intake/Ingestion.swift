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
/// The order of durability is: file claimed and its try counted, bytes stored, claim numbered, ledger committed, receipts written,
/// and only then the file is gone (<doc:architecture#Law-7-Nothing-is-lost>). A run that ends anywhere in between is finished by the
/// next one. One delivery's fault is that delivery's: it is told, and the others go on.
///
/// After an error is thrown the value is of no more use: what its writer knows may be ahead of the ledger.
package final class Ingestion {
  let writer: Writer
  let claims: ClaimFolder
  private(set) var reader: DeliveryReader
  private(set) var court: Court
  private var slot: Int
  /// What is being taken in, as it is claimed by now.
  private var inFlight: [ClaimFolder.Claim] = []
  var workspace: Workspace { writer.workspace }

  /// Whose files could not be read or taken, and why; they lie in the inbox as before, or claimed for another try.
  package typealias Refusal = (Delivery, FileFault) throws -> Void

  package init(_ writer: Writer) throws {
    self.writer = writer
    claims = ClaimFolder(folder: writer.workspace.claimed, inbox: writer.workspace.inbox)
    reader = try DeliveryReader(
      writer.register.inForce, writer.register.settings.limits, purged: Set(writer.register.purges.keys))
    court = try Court(writer.register)
    slot = try claims.nextSlot()
  }

  /// Something was taken out of the inbox and is not finished with.
  var hasClaims: Bool { (try? claims.all().isEmpty) == false }

  /// Finishes what a run before left unfinished: writes the receipts of what the ledger has, and takes in what it has not, one by
  /// one, so that a delivery that ends the process is known and keeps none of the others waiting.
  package func resume(
    _ occasion: Occasion, isStopping: () -> Bool = { false }, refused: Refusal, each: (Receipt) throws -> Void
  ) async throws {
    let left = try claims.all()
    if left.isEmpty { claims.clear() }
    try await finish(left, occasion, isStopping, refused, each)
  }

  private func finish(
    _ left: [ClaimFolder.Claim], _ occasion: Occasion, _ isStopping: () -> Bool, _ refused: Refusal,
    _ each: (Receipt) throws -> Void
  ) async throws {
    var pending: [Arriving] = []
    var recorded = Unfinished(writer)
    for claim in left {
      guard try !recorded.hasDelivery(of: claim) else {
        do {
          try await recorded.writeReceipt(of: claim, each)
          try claims.finish(claim)
        } catch let fault as FileFault where fault.isOfPath {
          if let delivery = claim.delivery { try refused(delivery, fault) }
        }
        continue
      }
      guard claim.delivery != nil else {
        try claims.finish(claim)
        continue
      }
      let free = claim.receipt == nil ? claim : try claims.unnumber(claim, slot: nextSlot())
      if let delivery = free.delivery { pending.append(Arriving(delivery: delivery, claim: free)) }
    }
    for one in pending {
      if isStopping() { return }
      try await take(Batch([one]), nil, occasion, refused, each)
    }
  }

  /// Takes in files of an inbox in the order given.
  /// - Parameters:
  ///   - isStopping: asked between batches; what was not begun stays where it is.
  ///   - each: called with every receipt, in order, after it is durable.
  package func ingest(
    _ files: [InboxScan.File], in inbox: InboxFolder, _ occasion: Occasion, isStopping: () -> Bool = { false },
    refused: Refusal, each: (Receipt) throws -> Void
  ) async throws {
    let arriving = files.map { Arriving(delivery: $0.delivery, file: $0) }
    for batch in Batch.cut(arriving) {
      if isStopping() { return }
      try await take(batch, inbox, occasion, refused, each)
    }
  }

  /// Takes in named files as they are, in the order given. One that lies in the inbox leaves it.
  package func ingest(
    _ deliveries: [Delivery], _ occasion: Occasion, refused: Refusal, each: (Receipt) throws -> Void
  ) async throws {
    let inbox = try InboxFolder(workspace.inbox)
    let arriving = deliveries.map { delivery in
      Arriving(
        delivery: delivery,
        file: delivery.isInInbox
          ? DurableFiles.status(of: delivery.path).map { InboxScan.File(named: delivery, status: $0) } : nil)
    }
    for batch in Batch.cut(arriving) { try await take(batch, inbox, occasion, refused, each) }
  }

  /// Takes in a batch; one that fails for the sake of a single file is taken in file by file, and that file is told.
  private func take(
    _ batch: Batch, _ inbox: InboxFolder?, _ occasion: Occasion, _ refused: Refusal, _ each: (Receipt) throws -> Void
  ) async throws {
    do {
      try await process(batch, inbox, occasion, refused, each)
    } catch let fault as FileFault where fault.isOfName {
      let left = inFlight
      inFlight = []
      try await renew()
      guard left.count > 1 else {
        if let delivery = batch.arriving.first?.delivery { try refused(delivery, fault) }
        return
      }
      try await finish(left, occasion, { false }, refused, each)
    } catch {
      // A full disk or a busy ledger is no fault of the files that were being read.
      if error is FileFault || error is StoreFault {
        for claim in inFlight { _ = try? claims.untried(claim) }
      }
      inFlight = []
      throw error
    }
    inFlight = []
  }

  /// Forgets what was noted and not written.
  private func renew() async throws {
    try await writer.reload()
    reader = try DeliveryReader(
      writer.register.inForce, writer.register.settings.limits, purged: Set(writer.register.purges.keys))
    court = try Court(writer.register)
  }

  private func process(
    _ batch: Batch, _ inbox: InboxFolder?, _ occasion: Occasion, _ refused: Refusal,
    _ each: (Receipt) throws -> Void
  ) async throws {
    let arriving = try batch.arriving.compactMap { try claimed($0, inbox, refused) }
    inFlight = arriving.compactMap(\.claim)
    if !inFlight.isEmpty { try claims.sync() }
    var unread = Batch(arriving.filter { $0.setAside == nil })
    while !unread.arriving.isEmpty {
      let spool = Spool(folder: workspace.passing)
      var taken: [(arriving: Arriving, examined: ExaminedDelivery)] = []
      for (one, result) in await unread.readNext(with: reader, court, occasion, into: spool) {
        switch result {
        case .success(let examined): taken.append((one, examined))
        case .failure(let fault):
          if let claim = one.claim {
            claims.putBack(claim)
            inFlight.removeAll { $0 == claim }
          }
          try refused(one.delivery, fault)
        }
      }
      let judged = try await decided(taken.map(\.examined), occasion)
      if let fault = spool.fault { throw fault }
      try await commit(judged, taken, occasion, refused, each)
    }
    let set = try arriving.compactMap { one in
      try one.setAside.map { (arriving: one, examined: try setAside(one.delivery, $0, occasion)) }
    }
    try await commit(decided(set.map(\.examined), occasion), set, occasion, refused, each)
  }

  private func claimed(_ arriving: Arriving, _ inbox: InboxFolder?, _ refused: Refusal) throws -> Arriving? {
    var result = arriving
    do throws(FileFault) {
      if let claim = arriving.claim {
        if arriving.setAside == nil { result.claim = try claims.trying(claim) }
      } else if let file = arriving.file, let inbox {
        result.claim = try claims.claim(
          file, in: inbox, slot: nextSlot(), largest: writer.register.settings.limits.archiveBytes)
      }
    } catch {
      try refused(arriving.delivery, error)
      return nil
    }
    if let delivery = result.claim?.delivery { result.delivery = delivery }
    return result
  }

  private func nextSlot() -> Int {
    defer { slot += 1 }
    return slot
  }

  /// A delivery like any other, stored and hashed, that nobody looks into.
  private func setAside(_ delivery: Delivery, _ tries: Int, _ occasion: Occasion) throws -> ExaminedDelivery {
    let size = Int(clamping: DurableFiles.status(of: delivery.path)?.size ?? 0)
    let opened =
      size > writer.register.settings.limits.archiveBytes
      ? reader.tooLarge(size, name: delivery.fileName)
      : OpenedDelivery(
        setAside: tries, digest: try workspace.objects.put(file: delivery.path), size: size, name: delivery.fileName)
    return try court.examine(delivery, opened, by: reader, occasion, into: .held)
  }

  private func decided(_ deliveries: [ExaminedDelivery], _ occasion: Occasion) async throws -> [Judged] {
    try await prepare(deliveries)
    return try writer.deciding { register in try deliveries.map { try court.decide($0, occasion, &register) } }
  }

  func prepare(_ deliveries: [ExaminedDelivery]) async throws {
    for need in court.needs(deliveries) {
      try await writer.prepare(need.keys, of: need.regime, withPeers: need.peers)
    }
  }

  /// Stores the bytes, numbers the claims, commits the entries, writes the receipts, ends the claims, in this order.
  private func commit(
    _ judged: [Judged], _ taken: [(arriving: Arriving, examined: ExaminedDelivery)], _ occasion: Occasion,
    _ refused: Refusal, _ each: (Receipt) throws -> Void
  ) async throws {
    guard !judged.isEmpty else { return }
    for (_, examined) in taken {
      guard let bytes = examined.opened.bytes, let digest = examined.opened.digest else { continue }
      try workspace.objects.put(bytes, digest: digest)
    }
    var numbered: [ClaimFolder.Claim] = []
    for (one, (arriving, _)) in zip(judged, taken) {
      let claim = try claims.number(arriving.claim, one.receipt.number ?? 0)
      inFlight.removeAll { $0 == arriving.claim }
      inFlight.append(claim)
      numbered.append(claim)
    }
    try workspace.objects.sync()
    if workspace.hasStoreElsewhere { try claims.sync() }
    try await writer.commit(judged.flatMap(\.drafts), clock: occasion.now)
    var sequence = writer.register.head.sequence - Int64(judged.reduce(0) { $0 + $1.drafts.count })
    let papers = zip(judged, numbered).map { one, claim in
      let proof = writer.proof(of: sequence + 1)
      sequence += Int64(one.drafts.count)
      return ReceiptFiles.Paper(receipt: one.receipt, json: one.json, proof: proof, file: claim.delivery?.path)
    }
    let failures = try await ReceiptFiles(workspace, writer.register.settings).write(papers)
    for (index, (claim, one)) in zip(numbered, judged).enumerated() {
      if let fault = failures[index] {
        try refused(claim.delivery ?? taken[index].arriving.delivery, fault)
        continue
      }
      try claims.finish(claim)
      try each(one.receipt)
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
