package import Inbox
import Ledger
package import Receipts
import Regimes
import Register
package import ReportingModel
import Settings
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
  package mutating func check(_ bytes: [UInt8], _ delivery: Delivery, now: Instant) async throws -> Receipt {
    let examined = court.examine(delivery, reader.read(bytes, name: delivery.fileName), Occasion(now: now))
    try await court.prepare(&register, for: examined, from: ledger)
    return try court.check(examined, Occasion(now: now), &register)
  }

  /// The receipt of a bundle held against nothing that was received, and that leaves no trace itself.
  package func checkAlone(_ bytes: [UInt8], _ delivery: Delivery, now: Instant) throws -> Receipt {
    let examined = court.examine(delivery, reader.read(bytes, name: delivery.fileName), Occasion(now: now))
    var trial = Register(inForce: register.inForce)
    return try court.check(examined, Occasion(now: now), &trial)
  }
}
