package import ReportingModel
import XMLReading

/// Reads a regime file: its form by the XSD and its meaning, in one pass. A file with an error gives no regime
/// (<doc:regime#A-plan-as-data>).
package enum RegimeLoader {
  /// Reads a regime.
  /// - Parameters:
  ///   - schema: the bytes of `regime.xsd`.
  ///   - digest: of `bytes`.
  ///   - file: the name that findings give.
  /// - Returns: the regime, or `nil` with at least one error among the findings.
  package static func load(
    _ bytes: [UInt8], schema: [UInt8], digest: Digest, file: String
  ) -> (regime: Regime?, findings: [Finding]) {
    var builder = RegimeTreeBuilder()
    let compiled: XMLSchema
    do {
      compiled = try XMLSchema(schema)
    } catch {
      return (nil, [error.regimeFinding(file: "regime.xsd", at: nil)])
    }
    let outcome = parse(bytes, schema: compiled, into: &builder)
    if let fault = outcome.fault { return (nil, [fault.regimeFinding(file: file, at: nil)]) }
    let source = RegimeSource(bytes)
    var findings = outcome.schemaFaults.map { fault in
      fault.regimeFinding(file: file, at: builder.orders[fault.path].flatMap { fault.place(in: source, of: $0) })
    }
    // Without a part that others refer to, most of what could be said of meaning would be noise.
    // A file within the schema's bounds is small; beyond them nothing bounds the work.
    let isWorthReading =
      findings.isEmpty || bytes.count <= 1 << 20 && !outcome.schemaFaults.contains(where: isAboutAPart)
    guard let root = builder.root, isWorthReading else { return (nil, findings) }
    var assembly = RegimeAssembly(root: root, digest: digest, file: file, source: source)
    let regime = assembly.assemble()
    let malformed = Set(outcome.schemaFaults.compactMap { builder.orders[$0.path] })
    findings += assembly.findings.filter { !malformed.contains($0.element) }.map(\.finding)
    findings.sort {
      ($0.location.line ?? 0, $0.location.column ?? 0) < ($1.location.line ?? 0, $1.location.column ?? 0)
    }
    let hasErrors = findings.contains { $0.severity == .error }
    return (hasErrors ? nil : regime, findings)
  }

  private static func isAboutAPart(_ fault: XMLFault) -> Bool {
    fault.path.utf8.count(where: { $0 == UInt8(ascii: "/") }) <= 2
  }
}
