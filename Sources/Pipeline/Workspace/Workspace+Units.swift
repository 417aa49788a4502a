import Hashing
import Ledger
package import Regimes
package import ReportingModel

extension Workspace {
  /// Puts a registry file in force (<doc:regime#Unit-registry>): a new version, never a change of the old one.
  ///
  /// A file that takes away a unit with accepted submissions is refused.
  /// - Returns: the registry and its findings.
  /// - Throws: `WorkspaceProblem.refused` with the findings.
  package func importUnits(
    _ bytes: [UInt8], file: String, now: Instant, operatorName: String
  ) throws -> (registry: Registry, findings: [Finding]) {
    let state = try state()
    let (registry, findings) = try readRegistry(bytes, file: file, for: state.regimes.flatMap(\.versions))
    var used: Set<String> = []
    for entry in try ledger.entries([.submission], from: 1, through: state.head.sequence) {
      let record = try SubmissionRecord(payload: entry.payload)
      if record.isAccepted { used.insert(record.unit) }
    }
    let lost = used.filter { registry.rows(of: $0).isEmpty }.sorted()
    guard lost.isEmpty else { throw WorkspaceProblem.refused(lost.map { Workspace.lostUnit($0, file: file) }) }
    try objects.put(bytes, digest: registry.digest)
    try objects.sync()
    _ = try ledger.append(
      [EntryDraft(RegistryRecord(digest: registry.digest), recordedAt: now, operatorName: operatorName)],
      after: state.head)
    return (registry, findings)
  }

  /// Reads a registry file as an import would, and changes nothing.
  /// - Throws: `WorkspaceProblem.refused` with the findings.
  package func readUnits(_ bytes: [UInt8], file: String) throws -> (registry: Registry, findings: [Finding]) {
    try readRegistry(bytes, file: file, for: state().regimes.flatMap(\.versions))
  }

  private static func lostUnit(_ code: String, file: String) -> Finding {
    Finding(
      .registryUsed, .error, at: SourceLocation(file: file), value: code,
      message: LocalizedText(
        "Danh mục mới không còn mã \(code), nhưng đơn vị này đã có báo cáo được tiếp nhận.",
        "The new registry lacks \(code), which has accepted reports."),
      hint: LocalizedText(
        "Đề nghị giữ lại dòng của đơn vị và ghi ngày hết hiệu lực (den_ngay), mã kế thừa (thay_the).",
        "Keep the unit's row and fill in den_ngay and thay_the."))
  }
}

/// Reads a registry file that serves some regimes.
/// - Throws: `WorkspaceProblem.refused` with the findings.
func readRegistry(
  _ bytes: [UInt8], file: String, for regimes: [Regime]
) throws -> (registry: Registry, findings: [Finding]) {
  let read = RegistryReader.read(
    bytes, vocabulary: RegistryVocabulary(regimes), digest: Digest(of: bytes), file: file)
  guard let registry = read.registry else { throw WorkspaceProblem.refused(read.findings) }
  return (registry, read.findings)
}
