package import ReportingModel

/// The answer to a query (<doc:commands#Query-JSON>).
package struct QueryResult: Sendable, Hashable {
  /// One group with at least one activity.
  package struct Row: Sendable, Hashable {
    /// One code for each dimension of `by`, in its order.
    package var codes: [String]
    package var measures: Measures
  }

  package var window: Window
  package var asOf: Int64
  package var by: [Dimension]
  package var filter: DimensionFilter
  /// Sorted bytewise by their codes.
  package var rows: [Row]
  /// Every activity once, however many topics it has.
  package var total: Measures
}

extension Measures {
  /// The keys that every row of measures holds.
  var members: [String: JSONValue] {
    [
      "records": .int(records), "soLuong": .int(quantity), "soNguoi": .int(people), "units": .int(units),
    ]
  }

  package var json: JSONValue { .object(members) }
}

extension QueryResult.Row {
  func json(by dimensions: [Dimension]) -> JSONValue {
    var members = measures.members
    for (dimension, code) in zip(dimensions, codes) { members[dimension.rawValue] = .string(code) }
    return .object(members)
  }
}

extension QueryResult {
  /// The rows alone, each with one key per dimension.
  package var rowsJSON: JSONValue { .array(rows.map { $0.json(by: by) }) }

  /// `tonghop.query/1`.
  package var json: JSONValue {
    .object([
      "schema": .string("tonghop.query/1"), "from": .string(window.from.description),
      "to": .string(window.to.description), "asOf": .int(asOf),
      "by": .array(by.map { .string($0.rawValue) }), "where": filter.json, "rows": rowsJSON, "total": total.json,
    ])
  }
}

extension DimensionFilter {
  /// Each dimension with its values in bytewise order.
  package var json: JSONValue {
    .object(
      Dictionary<String, JSONValue>(
        uniqueKeysWithValues: map { dimension, values in
          (
            dimension.rawValue,
            JSONValue.array(values.sorted { $0.bytewisePrecedes($1) }.map { JSONValue.string($0) })
          )
        }))
  }
}
