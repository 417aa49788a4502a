import DurableFiles
import Ledger
import Regimes
import Register
import ReportingModel
package import Workspaces

/// A report's canonical JSON as it was kept.
package struct KeptReport: Sendable {
  package let json: [UInt8]
  package let isIssued: Bool
  package let regime: String
}

extension Record {
  /// The canonical JSON of an issued report, from the store, or of a saved draft.
  /// - Throws: `IssueProblem.unknownDraft` for neither.
  package func keptReport(_ id: String) throws -> KeptReport {
    if let issued = register.issued.map(\.report).first(where: { $0.id == id }) {
      return KeptReport(
        json: try workspace.objects.bytes(of: issued.jsonDigest), isIssued: true, regime: issued.regime)
    }
    let draft = try SavedDraft(id, in: workspace)
    return KeptReport(
      json: draft.json, isIssued: false, regime: draft.request.regime ?? register.inForce.regimes.first?.id ?? "")
  }
}
