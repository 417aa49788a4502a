import Hashing
import Ledger
package import Regimes
package import ReportingModel
import Schemas

extension Workspace {
  /// Puts a regime file in force: another plan, or an amendment of one that is there, as a new version (spec/2).
  ///
  /// The version that was in force before stays stored, and whatever was judged by it keeps its digest.
  /// - Throws: `WorkspaceProblem.refused` with the findings.
  package func importRegime(
    _ bytes: [UInt8], file: String, now: Instant, operatorName: String
  ) throws -> (regime: Regime, findings: [Finding]) {
    let loaded = RegimeLoader.load(bytes, schema: Schemas.regimeXSD, digest: Digest(of: bytes), file: file)
    guard let regime = loaded.regime else { throw WorkspaceProblem.refused(loaded.findings) }
    let head = try ledger.head()
    try objects.put(bytes, digest: regime.digest)
    try objects.sync()
    let record = RegimeRecord(id: regime.id, digest: regime.digest)
    _ = try ledger.append([EntryDraft(record, recordedAt: now, operatorName: operatorName)], after: head)
    return (regime, loaded.findings)
  }
}
