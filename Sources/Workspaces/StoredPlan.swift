import Hashing
package import Regimes
import Register
package import ReportingModel
import Schemas

/// Regimes and registries out of the store: each object is held against its digest.
package struct StoredPlan: PlanSource {
  private let objects: ObjectStore

  package init(_ objects: ObjectStore) {
    self.objects = objects
  }

  package func regime(_ digest: Digest) throws -> Regime {
    let loaded = RegimeLoader.load(
      try objects.bytes(of: digest), schema: Schemas.regimeXSD, digest: digest, file: "regime.xml")
    guard let regime = loaded.regime else { throw WorkspaceProblem.refused(loaded.findings) }
    return regime
  }

  package func registry(_ digest: Digest, for regimes: [Regime]) throws -> Registry {
    try readRegistry(objects.bytes(of: digest), file: "units.csv", for: regimes).registry
  }
}
