import DurableFiles
package import Inbox
import Ledger
package import Receipts
import Regimes
import Register
package import ReportingModel
import Settings
import Spooling
package import Workspaces

/// Gives the receipts that ingestion would give, and keeps nothing (<doc:commands#check>).
package struct BundleCheck {
  private let reader: DeliveryReader
  private let court: Court
  private let ledger: Ledger
  private var register: Register

  /// Checks against a workspace: its registry, its regimes and what it has received.
  package init(_ record: Record) throws {
    try self.init(record.register, record.ledger)
  }

  /// Checks against a registry file and the built-in regime, without a workspace and so without what was received before.
  /// - Throws: `WorkspaceProblem.refused` when the registry has errors.
  package init(registry bytes: [UInt8], file: String) throws {
    let regime = try builtInRegime()
    let registry = try readRegistry(bytes, file: file, for: [regime]).registry
    try self.init(
      Register(inForce: InForce(regimes: [RegimeHistory(regime)], registry: registry)), Ledger(MemoryStore()))
  }

  private init(_ register: Register, _ ledger: Ledger) throws {
    reader = try DeliveryReader(register.inForce, register.settings.limits)
    court = try Court(register)
    self.register = register
    self.ledger = ledger
  }

  /// The receipt of a bundle; the next one is judged as if this one had been taken in.
  /// - Throws: `FileFault` when its file cannot be read, or no temporary file can be written.
  package mutating func check(_ delivery: Delivery, now: Instant) async throws -> Receipt {
    let spool = Spool.temporary
    let opened = try reader.open(OpenFile(delivery.path), name: delivery.fileName, into: spool)
    return try await check(opened, delivery, now, spool)
  }

  /// The same of bytes that are in memory.
  package mutating func check(_ bytes: [UInt8], _ delivery: Delivery, now: Instant) async throws -> Receipt {
    let spool = Spool.temporary
    return try await check(reader.open(bytes, name: delivery.fileName, into: spool), delivery, now, spool)
  }

  private mutating func check(
    _ opened: OpenedDelivery, _ delivery: Delivery, _ now: Instant, _ spool: Spool
  ) async throws -> Receipt {
    let examined = try court.examine(delivery, opened, by: reader, Occasion(now: now), into: spool)
    try await court.prepare(&register, for: examined, from: ledger)
    return try court.check(examined, Occasion(now: now), &register)
  }

  /// The receipt of a bundle held against nothing that was received, and that leaves no trace itself.
  package func checkAlone(_ bytes: [UInt8], _ delivery: Delivery, now: Instant) throws -> Receipt {
    let spool = Spool.temporary
    let opened = try reader.open(bytes, name: delivery.fileName, into: spool)
    let examined = try court.examine(delivery, opened, by: reader, Occasion(now: now), into: spool)
    var trial = Register(inForce: register.inForce)
    return try court.check(examined, Occasion(now: now), &trial)
  }
}
