import Regimes
import Register
import ReportingModel
import Schemas
import TestSupport

/// The small plan and forty schools, under whatever digest an entry names them.
struct SmallSource: PlanSource {
  struct Unreadable: Error {}

  static let schools = (1...40).map { number in
    UnitRow(code: "T-\(number)", name: "Trường Mẫu \(number)", kind: "TRUONG", level: number % 2 == 0 ? "TH" : "THPT")
  }

  private static let plan = RegimeLoader.load(
    SmallPlan.bytes, schema: Schemas.regimeXSD, digest: Digest(first32: [1]), file: "regime.xml"
  ).regime

  func regime(_ digest: Digest) throws -> Regime {
    guard let plan = SmallSource.plan else { throw Unreadable() }
    return plan
  }

  func registry(_ digest: Digest, for regimes: [Regime]) throws -> Registry {
    Registry(rows: SmallSource.schools, digest: digest)
  }
}
