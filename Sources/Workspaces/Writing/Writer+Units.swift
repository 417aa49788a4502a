import Hashing
import Ledger
package import Regimes
import Register
package import ReportingModel

extension Writer {
  /// Puts a registry file in force (<doc:regime#Unit-registry>): a new version, never a change of the old one.
  ///
  /// A file that takes away a unit with accepted submissions is refused.
  /// - Returns: the registry and its findings.
  /// - Throws: `WorkspaceProblem.refused` with the findings.
  package func importUnits(
    _ bytes: [UInt8], file: String, clock: Instant
  ) async throws -> (registry: Registry, findings: [Finding]) {
    let (registry, findings) = try readRegistry(bytes, file: file, for: register.inForce.regimes.flatMap(\.versions))
    let used = register.receivedRegimes.reduce(into: Set<String>()) { $0.formUnion(register.book(of: $1).units) }
    let lost = used.filter { registry.rows(of: $0).isEmpty }.sorted()
    guard lost.isEmpty else { throw WorkspaceProblem.refused(lost.map { Writer.lostUnit($0, file: file) }) }
    try workspace.objects.put(bytes, digest: registry.digest)
    try workspace.objects.sync()
    try workspace.makeFolders(for: registry, on: moment(clock).date)
    try await append([EntryDraft(RegistryEvent(digest: registry.digest))], clock: clock)
    return (registry, findings)
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

extension Record {
  /// Reads a registry file as an import would, and changes nothing.
  /// - Throws: `WorkspaceProblem.refused` with the findings.
  package func readUnits(_ bytes: [UInt8], file: String) throws -> (registry: Registry, findings: [Finding]) {
    try readRegistry(bytes, file: file, for: register.inForce.regimes.flatMap(\.versions))
  }
}

/// Reads a registry file that serves some regimes.
/// - Throws: `WorkspaceProblem.refused` with the findings.
package func readRegistry(
  _ bytes: [UInt8], file: String, for regimes: [Regime]
) throws -> (registry: Registry, findings: [Finding]) {
  let read = RegistryReader.read(
    bytes, vocabulary: RegistryVocabulary(regimes), digest: Digest(of: bytes), file: file)
  guard let registry = read.registry else { throw WorkspaceProblem.refused(read.findings) }
  return (registry, read.findings)
}
