import Regimes
package import ReportingModel

/// The answer of the `status` command (spec/4 `status --json`).
package struct StatusResult: Sendable, Hashable {
  package var asOf: Int64
  package var completeness: PeriodCompleteness
}

extension LiveFacts {
  /// Who has reported for a period, by the clock; `nil` when the period is unknown.
  package func status(of period: PeriodKey, clock: Instant) -> StatusResult? {
    completeness(of: period, clock: clock).map { StatusResult(asOf: asOf, completeness: $0) }
  }
}

extension StatusResult {
  /// `tonghop.status/1`; rates only of groups with required units.
  package var json: JSONValue {
    .object([
      "schema": .string("tonghop.status/1"), "period": .string(completeness.period.description), "asOf": .int(asOf),
      "due": .string(completeness.due.description), "units": .array(completeness.units.map(\.json)),
      "rates": .array(
        completeness.groups.filter { $0.counts.required > 0 }.map { group in
          .object([
            group.dimension.rawValue: .string(group.code), "required": .int(group.counts.required),
            "reported": .int(group.counts.reported), "onTime": .int(group.counts.onTime),
          ])
        }),
    ])
  }
}

extension UnitStatus {
  var json: JSONValue {
    .object([
      "unit": .string(unit), "obligation": .string(obligation.rawValue), "status": .string(status.rawValue),
      "number": number.map { .int($0) } ?? .null, "receivedAt": .optional(receivedAt?.description),
      "sequence": sequence.map { .int($0) } ?? .null,
    ])
  }
}
