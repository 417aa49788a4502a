import Hashing
package import Regimes
package import ReportingModel
import Schemas

/// The regime that is embedded in the program.
/// - Throws: `WorkspaceProblem.refused` when it has errors, which a test rules out.
package func builtInRegime() throws -> Regime {
  let loaded = RegimeLoader.load(
    Schemas.defaultRegime, schema: Schemas.regimeXSD, digest: Digest(of: Schemas.defaultRegime), file: "regime.xml")
  guard let regime = loaded.regime else { throw WorkspaceProblem.refused(loaded.findings) }
  return regime
}

/// Holds a regime file against `regime.xsd` and its own meaning (<doc:commands#regime-check>).
package func checkRegime(_ bytes: [UInt8], file: String) -> (regime: Regime?, findings: [Finding]) {
  RegimeLoader.load(bytes, schema: Schemas.regimeXSD, digest: Digest(of: bytes), file: file)
}
