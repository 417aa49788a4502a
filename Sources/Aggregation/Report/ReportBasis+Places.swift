import Regimes
import ReportingModel

/// Where the reporting units of a report lie (<doc:layout#Results-by-place>).
extension ReportBasis {
  /// Communes' offices and schools that hand in through them; the others belong to the department.
  private func belongsToCommune(_ unit: Int) -> Bool {
    facts.regime.unitKind(facts.units.kind(of: unit)).map { $0.group == .commune || $0.reportsThroughCommune } ?? false
  }

  func reportingByKind() -> [(kind: String, units: Int)] {
    counts(reporting, .kind).map { ($0.key, $0.value) }.sorted { $0.0.bytewisePrecedes($1.0) }
  }

  func regions() -> [RegionFigure] {
    let measures = facts.measures(by: .region, window, where: filter)
    let reporting = counts(reporting, .region)
    let exemplars = counts(exemplars.map(\.unit), .region)
    return Set(measures.keys).union(reporting.keys).sorted { $0.bytewisePrecedes($1) }.map { code in
      let own = measures[code] ?? .zero
      let units = reporting[code] ?? 0
      // A hundredth of the percentage is the quotient, rounded as every printed ratio.
      return RegionFigure(
        code: code, reporting: units, measures: own, exemplars: exemplars[code] ?? 0,
        average: Percent(Int128(own.records), of: Int128(units) * 100))
    }
  }

  /// Every commune in force on the window's last day, with records or not, and whatever else has figures.
  func communes() -> [CommuneFigure] {
    let measures = facts.measures(by: .commune, window, where: filter)
    let own = counts(reporting.filter(belongsToCommune), .commune)
    let others = counts(reporting.filter { !belongsToCommune($0) }, .commune)
    let exemplars = counts(exemplars.map(\.unit), .commune)
    let codes = Set(communesInForce()).union(measures.keys).union(own.keys).union(others.keys)
    return codes.sorted { $0.bytewisePrecedes($1) }.map { code in
      let unit = facts.units.index(of: code)
      return CommuneFigure(
        code: code, region: unit.map { facts.units.code(of: $0, .region) } ?? CodeTable.none,
        ownReporting: own[code] ?? 0, departmentReporting: others[code] ?? 0, measures: measures[code] ?? .zero,
        exemplars: exemplars[code] ?? 0)
    }
  }

  func communeTotals() -> CommuneTotals {
    let all = communesInForce()
    let own = reporting.filter(belongsToCommune)
    let anyone = counts(reporting, .commune)
    let theirs = counts(own, .commune)
    return CommuneTotals(
      total: all.count, withReports: all.count { anyone[$0] != nil }, withOwnReports: all.count { theirs[$0] != nil },
      schools: own.count { facts.regime.unitKind(facts.units.kind(of: $0))?.group == .school },
      exemplars: exemplars.count { belongsToCommune($0.unit) })
  }

  private func communesInForce() -> [String] {
    let passing = facts.units.passes(filter)
    return facts.units.codes.indices.filter { unit in
      passing[unit] && facts.regime.unitKind(facts.units.kind(of: unit))?.group == .commune
        && facts.units.isInForce(unit, on: window.to)
    }.map { facts.units.codes[$0] }
  }

  private func counts(_ units: some Sequence<Int>, _ dimension: Dimension) -> [String: Int] {
    var counts: [String: Int] = [:]
    for unit in units { counts[facts.units.code(of: unit, dimension), default: 0] += 1 }
    return counts
  }
}
