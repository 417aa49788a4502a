import DurableFiles
import Inbox
package import Ledger
import Receipts
package import Register
package import ReportingModel
import Settings
import Spooling
package import Workspaces

/// Judges deliveries again that a ledger has, from their stored bytes, by what was in force then and with the clock of that day
/// (<doc:record#Rerun>): the same pipeline that took them in.
package struct Rejudging {
  /// A delivery that is to be judged again.
  package struct Case: Sendable {
    package let sequence: Int64
    package let event: DeliveryEvent
    package let recordedAt: Instant

    package init(sequence: Int64, event: DeliveryEvent, recordedAt: Instant) {
      self.sequence = sequence
      self.event = event
      self.recordedAt = recordedAt
    }
  }

  /// What came of it.
  package struct Outcome: Sendable {
    package let sequence: Int64
    /// The delivery's entry first, then those of its submissions.
    package let drafts: [EntryDraft]
    /// As its file holds it.
    package let receipt: [UInt8]
  }

  /// As of the last delivery that was judged, or entry that was noted.
  package private(set) var register: Register
  private let ledger: Ledger
  private let path: @Sendable (Digest) -> String
  private let passing: String
  private let plan: StoredPlan
  private var sitting: (court: Court, reader: DeliveryReader)?

  /// - Parameters:
  ///   - ledger: has the contents of what was judged before.
  ///   - objects: has the bytes of the deliveries, and what was in force.
  ///   - passing: a folder for what does not fit into memory.
  package init(_ ledger: Ledger, _ objects: ObjectStore, passing: String) {
    self.ledger = ledger
    self.passing = passing
    path = { objects.path(of: $0) }
    plan = StoredPlan(objects)
    register = Register()
  }

  /// Takes in an entry as it was recorded, without judging it.
  package mutating func note(_ entry: LedgerEntry) throws {
    try register.note(entry.event, at: entry.sequence, recordedAt: entry.recordedAt)
    switch entry.event {
    case .settings, .regime, .registry, .request, .closing, .report, .purge:
      sitting = nil
    default: break
    }
  }

  /// What was noted and judged so far is in the ledger from here on.
  package mutating func advance(to chain: Chain) { register.advance(to: chain) }

  /// Judges deliveries that follow each other in the ledger, with nothing but their submissions in between.
  /// - Throws: `LedgerDamage` where the bytes, or a content that they are decided against, are not what was recorded.
  package mutating func judge(_ cases: [Case]) async throws -> [Outcome] {
    let (court, reader) = try sit()
    let spool = Spool(folder: passing)
    let path = path
    let examined = await inOrder(cases) { one -> Result<(ExaminedDelivery, Occasion), any Error> in
      Result {
        var delivery = Delivery(path: "", fileName: one.event.file, folderUnit: one.event.folder, isInInbox: true)
        if let digest = one.event.digest { delivery.path = path(digest) }
        let occasion = Occasion(
          now: one.event.lateReason == nil ? one.event.receivedAt : one.recordedAt,
          receivedAt: one.event.lateReason == nil ? nil : one.event.receivedAt, reason: one.event.lateReason)
        let opened = try Rejudging.open(delivery, one.event, reader, spool)
        return (try court.examine(delivery, opened, by: reader, occasion, into: spool), occasion)
      }
    }
    let taken = try examined.map { try $0.get() }
    for need in court.needs(taken.map(\.0)) {
      try await register.prepare(need.keys, of: need.regime, withPeers: need.peers, from: ledger)
    }
    var outcomes: [Outcome] = []
    for (one, (examined, occasion)) in zip(cases, taken) {
      let judged = try court.decide(examined, occasion, &register)
      outcomes.append(Outcome(sequence: one.sequence, drafts: judged.drafts, receipt: judged.json))
    }
    if let fault = spool.fault { throw fault }
    return outcomes
  }

  /// Deliveries that are judged side by side.
  package static let width = 16

  private mutating func sit() throws -> (Court, DeliveryReader) {
    if let sitting { return sitting }
    try register.resolve(plan)
    let new = (
      court: try Court(register),
      reader: try DeliveryReader(register.inForce, register.settings.limits, purged: Set(register.purges.keys))
    )
    sitting = new
    return new
  }

  /// Reads a delivery as it was read then: what was set aside, or was too large, is not looked into now either.
  static func open(
    _ delivery: Delivery, _ event: DeliveryEvent, _ reader: DeliveryReader, _ spool: Spool
  ) throws -> OpenedDelivery {
    guard let digest = event.digest else { return reader.tooLarge(event.size, name: event.file) }
    if reader.refuses(digest) { return reader.refusal(digest, size: event.size, name: event.file) }
    if let tries = event.setAside {
      return OpenedDelivery(setAside: tries, digest: digest, size: event.size, name: event.file)
    }
    do {
      return try reader.open(OpenFile(delivery.path), name: delivery.fileName, into: spool)
    } catch {
      guard error.isMissing else { throw error }
      throw LedgerDamage(.object(digest), "mất tệp trong store/", "it is missing from store/")
    }
  }
}
