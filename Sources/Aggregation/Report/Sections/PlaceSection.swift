package import ReportingModel

/// Who did it and where: by kind and level of unit, region and commune (<doc:layout#Results-by-place>).
package struct PlaceSection: ReportSection {
  package let byKind: [CodedMeasures]
  package let byLevel: [CodedMeasures]
  package let byRegion: [CodedMeasures]
  package let byCommune: [CodedMeasures]
  package let regions: [RegionFigure]
  package let communes: [CommuneFigure]
  package let totals: CommuneTotals

  init(_ basis: ReportBasis) {
    byKind = basis.groups(.kind)
    byLevel = basis.groups(.level)
    byRegion = basis.groups(.region)
    byCommune = basis.groups(.commune)
    regions = basis.regions()
    communes = basis.communes()
    totals = basis.communeTotals()
  }

  package var members: [String: JSONValue] {
    [
      "byKind": byKind.json, "byLevel": byLevel.json, "byRegion": byRegion.json, "byCommune": byCommune.json,
      "regions": .array(regions.map(\.json)), "communes": .array(communes.map(\.json)), "communeTotals": totals.json,
    ]
  }
}

/// One region, with what its average is taken from.
package struct RegionFigure: Sendable, Hashable {
  package var code: String
  /// Units that stand behind the report's figures: see `ReportingSection.byKind`.
  package var reporting: Int
  package var measures: Measures
  package var exemplars: Int
  /// Activities per reporting unit, rounded half away from zero to two decimals.
  package var average: Percent?

  var json: JSONValue {
    var members = measures.members
    members["code"] = .string(code)
    members["reporting"] = .int(reporting)
    members["exemplars"] = .int(exemplars)
    members["average"] = .optional(average?.description)
    return .object(members)
  }
}

/// One commune, counted by place.
package struct CommuneFigure: Sendable, Hashable {
  package var code: String
  package var region: String
  /// Reporting units of the commune: its own office and the schools that hand in through it.
  package var ownReporting: Int
  /// Reporting units that lie in the commune and belong to the department.
  package var departmentReporting: Int
  package var measures: Measures
  package var exemplars: Int

  var json: JSONValue {
    var members = measures.members
    members["code"] = .string(code)
    members["vung"] = .string(region)
    members["ownReporting"] = .int(ownReporting)
    members["departmentReporting"] = .int(departmentReporting)
    members["exemplars"] = .int(exemplars)
    return .object(members)
  }
}

/// The communes together (<doc:layout#Work-with-communes>).
package struct CommuneTotals: Sendable, Hashable {
  /// Communes in force on the window's last day.
  package var total = 0
  /// Communes in which any unit reports, by place.
  package var withReports = 0
  /// Communes of which the office or a school of its own reports.
  package var withOwnReports = 0
  /// Reporting schools of communes.
  package var schools = 0
  /// Exemplars that units of communes presented.
  package var exemplars = 0

  var json: JSONValue {
    .object([
      "total": .int(total), "withReports": .int(withReports), "withOwnReports": .int(withOwnReports),
      "schools": .int(schools), "exemplars": .int(exemplars),
    ])
  }
}
