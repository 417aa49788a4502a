import Hashing
import Ledger
package import Regimes
import Register
package import ReportingModel
import Schemas

extension Writer {
  /// Puts a regime in force: another plan, or an amendment of one that is there, as a new version (<doc:regime#Versions>).
  ///
  /// The versions that were in force before stay stored, and whatever was judged by them keeps its digest.
  /// - Returns: the regime and its findings; `isNew` is false when this very file is the version recorded last, `namesake` when
  ///   another file was recorded under the same version.
  /// - Throws: `WorkspaceProblem.refused` or `.template`.
  package func importRegime(
    _ files: RegimeFiles, clock: Instant
  ) async throws -> (regime: Regime, findings: [Finding], isNew: Bool, namesake: Bool) {
    let (regime, findings) = try files.load()
    let versions = register.inForce.regimes.first { $0.id == regime.id }?.versions ?? []
    var drafts = files.drafts(regime) { register.templates["\($0.regime)/\($0.name)"] == $0.digest }
    if versions.last?.digest == regime.digest { drafts.removeFirst() }
    guard !drafts.isEmpty else { return (regime, findings, false, false) }
    for bytes in files.objects { try workspace.objects.put(bytes, digest: Digest(of: bytes)) }
    try workspace.objects.sync()
    try await append(drafts, clock: clock)
    let namesake = versions.contains { $0.version == regime.version && $0.digest != regime.digest }
    return (regime, findings, true, namesake)
  }
}

extension Record {
  /// The text of the first of some templates that the regime has as of N: one it brought with it, else one that is embedded, else
  /// one that serves every regime.
  package func template(_ names: [String], of regime: String) throws -> String? {
    for name in names {
      if let digest = register.templates["\(regime)/\(name)"] {
        return String(decoding: try workspace.objects.bytes(of: digest), as: UTF8.self)
      }
      if let bytes = Schemas.templates["\(regime)/\(name)"] ?? Schemas.templates[name] {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    return nil
  }
}
