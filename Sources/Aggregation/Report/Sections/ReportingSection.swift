package import ReportingModel

/// Who reported and who did not (<doc:counting#Completeness>).
package struct ReportingSection: ReportSection {
  /// Listed periods in bytewise order.
  package let completeness: [PeriodCompleteness]
  package let missing: [MissingRow]
  /// Units that stand behind the figures, by unit kind.
  package let byKind: [(kind: String, units: Int)]

  init(_ basis: ReportBasis) {
    completeness = basis.completeness
    missing = basis.facts.missing(completeness)
    byKind = basis.reportingByKind()
  }

  /// Number of units that stand behind the figures.
  package var units: Int { byKind.reduce(0) { $0 + $1.units } }

  package var members: [String: JSONValue] {
    [
      "completeness": .array(
        completeness.map { period in
          .object(period.counts.members.merging(["period": .string(period.period.description)]) { own, _ in own })
        }),
      "completenessRates": .array(completeness.map(\.rates)),
      "completenessBy": .array(completeness.flatMap(\.groupRows)), "missingUnits": .array(missing.map(\.json)),
      "missingDetails": .array(missing.map(\.details)), "reportingUnits": .int(units),
      "reportingByKind": .array(byKind.map { .object(["loai": .string($0.kind), "units": .int($0.units)]) }),
    ]
  }
}

/// A required unit that has not reported, or not well.
package struct MissingRow: Sendable, Hashable {
  package var unit: String
  package var period: PeriodKey
  package var status: ReportingStatus
  package var due: CalendarDate
  /// How many of its submissions were refused.
  package var refusals: Int

  var json: JSONValue {
    .object([
      "unit": .string(unit), "period": .string(period.description), "status": .string(status.rawValue),
    ])
  }

  var details: JSONValue {
    .object([
      "unit": .string(unit), "period": .string(period.description), "due": .string(due.description),
      "refusals": .int(refusals),
    ])
  }
}

extension CompletenessCounts {
  var members: [String: JSONValue] {
    [
      "required": .int(required), "reported": .int(reported), "onTime": .int(onTime), "late": .int(late),
      "rejected": .int(rejected), "missing": .int(missing), "invitedReported": .int(invitedReported),
    ]
  }

  var rateMembers: [String: JSONValue] {
    [
      "reportedRate": .optional(reportedRate?.description), "onTimeRate": .optional(onTimeRate?.description),
    ]
  }
}

extension PeriodCompleteness {
  /// Rows of `completenessBy`: each carries one of `loai cap xa vung`.
  var groupRows: [JSONValue] {
    groups.map { group in
      var members = group.counts.members.merging(group.counts.rateMembers) { own, _ in own }
      members["period"] = .string(period.description)
      members[group.dimension.rawValue] = .string(group.code)
      return .object(members)
    }
  }

  var rates: JSONValue {
    var members = counts.rateMembers
    members["period"] = .string(period.description)
    members["due"] = .string(due.description)
    return .object(members)
  }
}
