package import Regimes
package import ReportingModel

/// The answer of the `status` command (<doc:commands#Status-JSON>).
package struct StatusResult: Sendable, Hashable {
  /// A report that came another way and was entered afterwards, with its true time and why.
  package struct LateEntry: Sendable, Hashable {
    package var unit: String
    package var receivedAt: Instant
    package var reason: String
  }

  package var asOf: Int64
  /// What each kind of unit owes for the period, in the regime's order, with its clause.
  package var obligations: [Obligation]
  package var completeness: PeriodCompleteness
  /// Units that told that nothing arose, which is not the same as to tell nothing (<doc:bundle#khongPhatSinh>).
  package var nilReturns: [String]
  package var lateEntries: [LateEntry]
  package var explanations: [ExplanationRow]
  /// Units whose live report came after a report on the period was issued: it waits for the next one.
  package var afterClosing: [String]
}

extension ReportingRegister {
  /// Who has reported for a period, by the clock; `nil` when the period is unknown.
  package func status(of period: PeriodKey, clock: Instant) -> StatusResult? {
    guard let completeness = completeness(of: period, clock: clock) else { return nil }
    let own = live(for: period)
    let regime = regime(of: period)
    return StatusResult(
      asOf: asOf, obligations: regime.unitKinds.map { regime.obligation(of: $0.code, for: period.kind) },
      completeness: completeness, nilReturns: own.filter(\.isNil).map(\.unit),
      lateEntries: own.compactMap { submission in
        submission.lateReason.map {
          StatusResult.LateEntry(unit: submission.unit, receivedAt: submission.receivedAt, reason: $0)
        }
      },
      explanations: ExplanationRow.sorted(
        own.flatMap { ExplanationRow.rows($0.explanations, of: $0.unit, for: $0.period) }),
      afterClosing: own.filter { submission in
        issuedReports.contains { $0.periods.contains(period) && $0.asOf < submission.sequence }
      }.map(\.unit))
  }
}

extension StatusResult {
  /// `tonghop.status/1`; rates only of groups with required units. The lists at the end say
  /// why a figure is as it is; an empty one is left out.
  package var json: JSONValue {
    var members: [String: JSONValue] = [
      "schema": .string("tonghop.status/1"), "period": .string(completeness.period.description), "asOf": .int(asOf),
      "due": .string(completeness.due.description),
      "obligations": .array(
        obligations.map {
          .object([
            "loai": .string($0.unitKind), "obligation": .string($0.level.rawValue), "cite": .optional($0.cite),
          ])
        }), "units": .array(completeness.units.map(\.json)),
      "rates": .array(
        completeness.groups.filter { $0.counts.required > 0 }.map { group in
          .object([
            group.dimension.rawValue: .string(group.code), "required": .int(group.counts.required),
            "reported": .int(group.counts.reported), "onTime": .int(group.counts.onTime),
          ])
        }),
    ]
    let lists: [(String, [JSONValue])] = [
      ("nilReturns", nilReturns.map { .string($0) }), ("lateEntries", lateEntries.map(\.json)),
      ("explanations", explanations.map(\.json)), ("afterClosing", afterClosing.map { .string($0) }),
    ]
    for (key, list) in lists where !list.isEmpty { members[key] = .array(list) }
    return .object(members)
  }
}

extension StatusResult.LateEntry {
  var json: JSONValue {
    .object([
      "unit": .string(unit), "receivedAt": .string(receivedAt.description), "reason": .string(reason),
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
