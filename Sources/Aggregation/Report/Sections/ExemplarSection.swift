import Regimes
package import ReportingModel

/// The exemplars that units presented (<doc:layout#Exemplars>).
package struct ExemplarSection: ReportSection {
  package let rows: [ExemplarRow]
  /// Their number by content area, in the regime's order.
  package let byArea: [(code: String, count: Int)]

  init(_ basis: ReportBasis) {
    rows = basis.facts.exemplarRows(basis.exemplars)
    byArea = basis.regime.areas.map { area in
      (area.code, basis.exemplars.count { $0.exemplar.area == area.code })
    }
  }

  package var members: [String: JSONValue] {
    [
      "exemplars": .array(rows.map(\.json)),
      "exemplarsByArea": .array(byArea.map { .object(["code": .string($0.code), "count": .int($0.count)]) }),
    ]
  }
}

/// An exemplar as a report lists it.
package struct ExemplarRow: Sendable, Hashable {
  package var unit: String
  /// The unit's own id.
  package var code: String?
  package var area: String
  package var title: String
  package var summary: String
  package var link: String?

  var json: JSONValue {
    .object([
      "unit": .string(unit), "code": .optional(code), "noiDung": .string(area), "ten": .string(title),
      "moTa": .string(summary), "diaChi": .optional(link),
    ])
  }
}
