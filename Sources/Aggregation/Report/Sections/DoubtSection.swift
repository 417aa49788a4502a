package import ReportingModel

/// What somebody should look at before the figures go out; only the copy for the department shows it.
package struct DoubtSection: ReportSection {
  package let negativeIncrements: [Increment]
  package let possibleDoubles: [PossibleDouble]

  init(_ basis: ReportBasis) {
    negativeIncrements = basis.values.negatives.sortedBytewise {
      [$0.unitCode, $0.period.description, $0.indicator]
    }
    possibleDoubles = basis.facts.possibleDoubles(basis.window, where: basis.filter)
  }

  package var members: [String: JSONValue] {
    [
      "negativeIncrements": .array(
        negativeIncrements.map { row in
          .object([
            "unit": .string(row.unitCode), "period": .string(row.period.description), "code": .string(row.indicator),
            "value": .string(row.value.description),
          ])
        }),
      "possibleDoubles": .array(possibleDoubles.map(\.json)),
    ]
  }
}

extension PossibleDouble {
  var json: JSONValue {
    .object([
      "date": .string(date.description), "title": .string(title), "product": .string(product),
      "rows": .array(
        rows.map { row in
          .object([
            "unit": .string(row.unit), "period": .string(row.period.description), "sequence": .int(row.sequence),
            "ma": .optional(row.id),
          ])
        }),
    ])
  }
}
