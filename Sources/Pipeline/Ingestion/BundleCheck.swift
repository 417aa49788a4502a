import Hashing
package import Inbox
import Ledger
package import Receipts
import Regimes
package import ReportingModel

/// Gives the receipts that ingestion would give, and keeps nothing (<doc:commands#check>).
package struct BundleCheck {
  private let reader: DeliveryReader
  private let judge: Judge

  /// Checks against a workspace: its registry, its regimes and what it has received.
  package init(_ workspace: Workspace) throws {
    let state = try workspace.state()
    reader = try DeliveryReader(state, workspace.configuration)
    judge = try Judge(
      state, ledger: workspace.ledger, configuration: workspace.configuration, operatorName: "")
  }

  /// Checks against a registry file and the built-in regime, without a workspace and so without what was received before.
  /// - Throws: `WorkspaceProblem.refused` when the registry has errors.
  package init(registry bytes: [UInt8], file: String) throws {
    let regime = try builtInRegime()
    let registry = try readRegistry(bytes, file: file, for: [regime]).registry
    let state = WorkspaceState(head: .empty, regimes: [RegimeHistory(regime)], registry: registry, requests: [])
    let configuration = WorkspaceConfiguration()
    reader = try DeliveryReader(state, configuration)
    judge = try Judge(
      state, ledger: SQLiteLedger(), configuration: configuration, operatorName: "")
  }

  /// The receipt of a bundle; the next one is judged as if this one had been taken in.
  package func check(_ bytes: [UInt8], _ delivery: Delivery, now: Instant) -> Receipt {
    judge.judge(delivery, reader.read(bytes, name: delivery.fileName), Occasion(now: now)).receipt.asCheck
  }

  /// The receipt of a bundle that leaves no trace: the next one is judged as if there had been none.
  package func checkAlone(_ bytes: [UInt8], _ delivery: Delivery, now: Instant) -> Receipt {
    judge.receiptOfCheck(delivery, reader.read(bytes, name: delivery.fileName), Occasion(now: now))
  }
}
