import Regimes
import ReportingModel

/// Which figure a path of the canonical report leads to (<doc:commands#Canonical-report>).
extension FigureExplainer {
  private static let byCode: [String: Dimension] = [
    "tasks": .task, "contentAreas": .area, "channels": .channel, "products": .product, "topics": .topic,
    "byKind": .kind, "byLevel": .level, "byRegion": .region, "byCommune": .commune, "byMonth": .month,
    "communes": .commune, "regions": .region,
  ]
  private static let byCodes: [String: [Dimension]] = [
    "areaByChannel": [.area, .channel], "taskProducts": [.task, .product], "areaProducts": [.area, .product],
    "kindProducts": [.kind, .product],
  ]

  func source(_ steps: [String]) -> FigureSource? {
    guard let section = steps.first else { return nil }
    let last = steps.last ?? ""
    switch (section, steps.count) {
    case ("total", 2): return measure([:], last)
    case (let section, 3) where Self.byCode[section] != nil:
      guard let dimension = Self.byCode[section] else { return nil }
      return measure([dimension: [steps[1]]], last) ?? place(section, steps[1], last)
    case (let section, 3) where Self.byCodes[section] != nil || section == "rows":
      return measure(filter(Self.byCodes[section] ?? question.by, steps[1]), last)
    case ("indicators", 2...3): return indicator(steps[1], steps.count == 3 ? last : "value", kind: nil)
    case ("indicatorsByKind", 2...3):
      guard let (code, kind) = pair(steps[1]) else { return nil }
      return indicator(code, steps.count == 3 ? last : "value", kind: kind)
    case ("ratios", 2...3), ("ratioTerms", 2...3): return ratio(steps[1], steps.count == 3 ? last : "value", kind: nil)
    case ("ratiosByKind", 2...3):
      guard let (code, kind) = pair(steps[1]) else { return nil }
      return ratio(code, steps.count == 3 ? last : "value", kind: kind)
    case ("completeness", 3), ("completenessRates", 3): return completeness(steps[1], last) { _ in true }
    case ("completenessBy", 3): return completenessBy(steps[1], last)
    default: return list(section, steps, last)
    }
  }

  private func measure(_ filter: DimensionFilter?, _ name: String) -> FigureSource? {
    guard let filter, let measure = FigureSource.Measure(rawValue: name) else { return nil }
    return .activities([question.filter, filter], measure)
  }

  /// The filter of a row that several codes name, joined by `+` in the order of the dimensions' keys.
  private func filter(_ dimensions: [Dimension], _ name: String) -> DimensionFilter? {
    let codes = name.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    let sorted = dimensions.sorted { $0.rawValue.bytewisePrecedes($1.rawValue) }
    guard codes.count == sorted.count else { return nil }
    return Dictionary(zip(sorted, codes.map { Set([$0]) }), uniquingKeysWith: { first, _ in first })
  }

  private func pair(_ name: String) -> (String, String)? {
    let codes = name.split(separator: "+").map(String.init)
    return codes.count == 2 ? (codes[0], codes[1]) : nil
  }

  private func indicator(_ code: String, _ what: String, kind: String?) -> FigureSource? {
    guard let indicator = regime.indicator(code) else { return nil }
    func counts(_ unit: Int) -> Bool { kind.map { facts.units.code(of: unit, .kind) == $0 } ?? true }
    let told = (values.values[code] ?? [:]).keys.filter(counts).sorted()
    switch what {
    case "value":
      guard case .derived(let activities) = indicator.nature else { return .told(code, kind: kind) }
      var filters = [question.filter, activities.dimensions]
      if let kind { filters.append([.kind: [kind]]) }
      return .activities(filters, .soLuong)
    case "units": return .units(told.map(unit))
    case "requiredUnits":
      return .units(told.filter { owing.contains($0) && indicator.asks(facts.units.kind(of: $0)) }.map(unit))
    case "expected": return .units(owing.filter { indicator.asks(facts.units.kind(of: $0)) }.sorted().map(unit))
    default: return nil
    }
  }

  private func ratio(_ code: String, _ what: String, kind: String?) -> FigureSource? {
    guard let ratio = regime.ratios.first(where: { $0.code == code }) else { return nil }
    let told = values.values[ratio.numerator] ?? [:]
    let units = told.keys.filter { unit in
      guard kind.map({ facts.units.code(of: unit, .kind) == $0 }) ?? true else { return false }
      if case .indicator(let whole) = ratio.denominator { return values.values[whole]?[unit] != nil }
      return true
    }.sorted()
    let only: DimensionFilter = [.unit: Set(units.map { facts.units.codes[$0] })]
    func sum(_ code: String) -> FigureSource {
      guard let indicator = regime.indicator(code), case .derived(let activities) = indicator.nature else {
        return .units([])
      }
      return .activities([question.filter, only, activities.dimensions], .soLuong)
    }
    func part(_ code: String) -> FigureSource {
      regime.indicator(code)?.isDerived == true ? sum(code) : .toldBy(code, Set(units))
    }
    let denominator: FigureSource =
      switch ratio.denominator {
      case .tellingUnits: .units(units.map(unit))
      case .indicator(let code): part(code)
      }
    return switch what {
    case "value": .ratio(part(ratio.numerator), denominator)
    case "numerator": part(ratio.numerator)
    case "denominator": denominator
    case "units": .units(units.map(unit))
    default: nil
    }
  }

  private func completeness(_ period: String, _ what: String, _ counts: (UnitStatus) -> Bool) -> FigureSource? {
    guard let own = completeness.first(where: { $0.period.description == period }) else { return nil }
    func units(_ statuses: Set<ReportingStatus>) -> FigureSource {
      .units(
        own.units.filter { statuses.contains($0.status) && counts($0) }.map { status in
          (status.index, facts.liveIndex[UnitPeriod(unit: status.unit, period: own.period)])
        })
    }
    let required: Set<ReportingStatus> = [.onTime, .late, .rejected, .missing, .pending]
    return switch what {
    case "required": units(required)
    case "reported": units([.onTime, .late])
    case "onTime": units([.onTime])
    case "late": units([.late])
    case "rejected": units([.rejected])
    case "missing": units([.missing, .pending])
    case "invitedReported": units([.reported])
    case "reportedRate": .ratio(units([.onTime, .late]), units(required))
    case "onTimeRate": .ratio(units([.onTime]), units(required))
    default: nil
    }
  }

  /// A row by kind, level, commune or region: the one whose dimension has the code.
  private func completenessBy(_ name: String, _ what: String) -> FigureSource? {
    guard let plus = name.firstIndex(of: "+") else { return nil }
    let (period, rest) = (String(name[..<plus]), String(name[name.index(after: plus)...]))
    guard let equals = rest.firstIndex(of: "="),
      let dimension = Dimension(rawValue: String(rest[..<equals]))
    else { return nil }
    let code = String(rest[rest.index(after: equals)...])
    return completeness(period, what) { facts.units.code(of: $0.index, dimension) == code }
  }

  /// Of a commune or a region: its units and exemplars.
  private func place(_ section: String, _ code: String, _ what: String) -> FigureSource? {
    let dimension: Dimension = section == "regions" ? .region : .commune
    let own = reporting.filter { facts.units.code(of: $0, dimension) == code }.sorted()
    switch what {
    case "reporting": return .units(own.map(unit))
    case "ownReporting": return .units(own.filter(belongsToCommune).map(unit))
    case "departmentReporting": return .units(own.filter { !belongsToCommune($0) }.map(unit))
    case "exemplars": return .exemplars(exemplars.filter { facts.units.code(of: $0.unit, dimension) == code })
    case "average":
      return .ratio(.activities([question.filter, [dimension: [code]]], .records), .units(own.map(unit)))
    default: return nil
    }
  }

  private func belongsToCommune(_ unit: Int) -> Bool {
    regime.unitKind(facts.units.kind(of: unit)).map { $0.group == .commune || $0.reportsThroughCommune } ?? false
  }

  private func list(_ section: String, _ steps: [String], _ last: String) -> FigureSource? {
    switch (section, steps.count) {
    case ("reportingUnits", 1): return .units(reporting.sorted().map(unit))
    case ("reportingByKind", 3):
      return .units(reporting.filter { facts.units.code(of: $0, .kind) == steps[1] }.sorted().map(unit))
    case ("exemplarsByArea", 3): return .exemplars(exemplars.filter { $0.exemplar.area == steps[1] })
    case ("exemplarCounts", 2) where last == "received": return .exemplars(exemplars)
    case ("sections", 3):
      let telling = submissions.filter { index in facts.live[index].content.narratives.contains { $0.key == steps[1] } }
      let first = Dictionary(telling.map { (facts.live[$0].unit, $0) }, uniquingKeysWith: { first, _ in first })
      return .units(first.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    case ("channelShares", 2...3):
      return .ratio(
        .activities([question.filter, [.channel: [steps[1]]]], .records), .activities([question.filter], .records))
    case ("communeTotals", 2): return communeTotals(last)
    default: return nil
    }
  }

  private func communeTotals(_ what: String) -> FigureSource? {
    let communes = facts.units.codes.indices.filter { unit in
      passing[unit] && regime.unitKind(facts.units.kind(of: unit))?.group == .commune
        && facts.units.isInForce(unit, on: window.to)
    }
    func with(_ units: [Int]) -> FigureSource {
      let places = Set(units.map { facts.units.code(of: $0, .commune) })
      return .units(communes.filter { places.contains(facts.units.codes[$0]) }.map(unit))
    }
    let own = reporting.filter(belongsToCommune).sorted()
    return switch what {
    case "total": .units(communes.map(unit))
    case "withReports": with(Array(reporting))
    case "withOwnReports": with(own)
    case "schools":
      .units(own.filter { regime.unitKind(facts.units.kind(of: $0))?.group == .school }.map(unit))
    case "exemplars": .exemplars(exemplars.filter { belongsToCommune($0.unit) })
    default: nil
    }
  }
}
