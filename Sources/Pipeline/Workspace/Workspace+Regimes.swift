import Hashing
import Ledger
package import Regimes
package import ReportingModel
import Schemas

extension Workspace {
  /// Puts a regime in force: another plan, or an amendment of one that is there, as a new version
  /// (<doc:regime#Versions>).
  ///
  /// The versions that were in force before stay stored, and whatever was judged by them keeps its digest.
  /// - Returns: the regime and its findings; `isNew` is false when this very file is the version recorded last, `namesake` when
  ///   another file was recorded under the same version.
  /// - Throws: `WorkspaceProblem.refused` or `.template`.
  package func importRegime(
    _ files: RegimeFiles, now: Instant, operatorName: String
  ) throws -> (regime: Regime, findings: [Finding], isNew: Bool, namesake: Bool) {
    let (regime, findings) = try files.load()
    let state = try state()
    let versions = state.regimes.first { $0.id == regime.id }?.versions ?? []
    var records = files.records(regime) { state.templates["\($0.regime)/\($0.name)"] == $0.digest }
    if versions.last?.digest == regime.digest { records.removeFirst() }
    guard !records.isEmpty else { return (regime, findings, false, false) }
    for bytes in files.objects { try objects.put(bytes, digest: Digest(of: bytes)) }
    try objects.sync()
    _ = try ledger.append(
      records.map { EntryDraft($0, recordedAt: now, operatorName: operatorName) }, after: state.head)
    let namesake = versions.contains { $0.version == regime.version && $0.digest != regime.digest }
    return (regime, findings, true, namesake)
  }

  /// The text of the first of some templates that the regime has: one it brought with it, else one that is embedded, else one
  /// that serves every regime.
  /// - Parameter state: as of the sequence that the document tells of.
  func template(_ names: [String], of regime: String, _ state: WorkspaceState) throws -> String? {
    for name in names {
      if let digest = state.templates["\(regime)/\(name)"] {
        return String(decoding: try objects.bytes(of: digest), as: UTF8.self)
      }
      if let bytes = Schemas.templates["\(regime)/\(name)"] ?? Schemas.templates[name] {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    return nil
  }
}
