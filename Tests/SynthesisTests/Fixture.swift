import Regimes
import ReportingModel
import Schemas
import Synthesis
import TestSupport
import Testing

/// Made-up reports under the small plan.
enum Fixture {
  static func regime() throws -> Regime {
    try #require(
      RegimeLoader.load(SmallPlan.bytes, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml").regime)
  }

  static func content(
    _ kind: String = "TRUONG", _ period: String = "HK1/2026-2027", seed: UInt64 = 1, number: Int = 1,
    activities: Int = 5, requests: [CollectionRequest] = []
  ) throws -> SubmissionContent {
    let regime = try regime()
    let key = try #require(PeriodKey(period))
    let resolved = try #require(regime.resolve(key, requests: requests))
    var report = SyntheticReport(regime: regime, period: resolved, seed: seed, number: number)
    return report.content(
      of: UnitRow(code: "T-01", name: "Trường Mẫu", kind: kind, level: "TH"), activities: activities)
  }
}
