import ReportingModel

extension ReportAggregate {
  /// Further top-level keys (<doc:commands#Canonical-report>): figures that the printed report needs.
  var furtherMembers: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "areaProducts": areaProducts.rowsJSON, "kindProducts": kindProducts.rowsJSON,
      "completenessRates": .array(completeness.map(\.rates)), "indicatorsByKind": .array(indicatorsByKind.map(\.json)),
      "ratioTerms": .array(ratios.map(\.terms)), "ratiosByKind": .array(ratiosByKind.map(\.terms)),
      "indicatorPeriods": .array(
        indicatorPeriods.map { row in
          .object([
            "code": .string(row.code), "periods": .array(row.periods.map { .string($0.description) }),
          ])
        }),
      "explanations": .array(explanations.map(\.json)),
      "reportingUnits": .int(reportingUnits),
      "reportingByKind": .array(reporting.map { .object(["loai": .string($0.kind), "units": .int($0.units)]) }),
      "regions": .array(regions.map(\.json)), "communeTotals": communeTotals.json,
      "exemplarsByArea": .array(
        exemplarsByArea.map { .object(["code": .string($0.code), "count": .int($0.count)]) }),
      "sections": .array(sections.map { .object(["code": .string($0.code), "units": .int($0.units)]) }),
      "channelShares": .array(channels.map { share(of: $0) }), "taskCounts": taskCounts,
      "thinAreas": .array(thinAreas.map { .string($0) }), "missingDetails": .array(missingUnits.map(\.details)),
      "notable": .array(notable.map(\.json)), "changes": .array(changes.map(\.json)),
      "parts": .array(
        parts.map { part in
          guard case .object(var members) = part.figures.json else { return .null }
          members["key"] = .string(part.key)
          return .object(members)
        }),
    ]
    if let rows {
      members["by"] = .array(rows.by.map { .string($0.rawValue) })
      members["rows"] = rows.rowsJSON
    }
    if !filter.isEmpty { members["where"] = filter.json }
    return members
  }

  /// Tasks by status, each status named.
  private var taskCounts: JSONValue {
    var counts: [String: JSONValue] = [:]
    for status in TaskStatus.allCases { counts[status.rawValue] = .int(tasks.count { $0.status == status }) }
    return .object(counts)
  }

  /// Content areas in which fewer than a tenth of the reporting units did something
  /// (<doc:layout#Hints-for-the-assessment>).
  package var thinAreas: [String] {
    contentAreas.filter { $0.measures.units * 10 < reportingUnits }.map(\.code)
  }

  /// Part of all activities, in percent.
  private func share(of row: CodedMeasures) -> JSONValue {
    let percent = Percent(Int128(row.measures.records), of: Int128(total.records))
    return .object(["code": .string(row.code), "value": .optional(percent?.description)])
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

extension ExplanationRow {
  var json: JSONValue {
    .object([
      "unit": .string(unit), "period": .string(period.description), "rule": .string(rule), "text": .string(text),
    ])
  }
}

extension IndicatorOfKind {
  var json: JSONValue {
    .object([
      "code": .string(code), "loai": .string(kind), "value": .string(value.description), "units": .int(units),
    ])
  }
}

extension RatioFigure {
  var terms: JSONValue {
    var members: [String: JSONValue] = [
      "code": .string(code), "value": .optional(value?.description), "numerator": .string(numerator.description),
      "denominator": .string(denominator.description), "units": .int(units),
    ]
    if let kind { members["loai"] = .string(kind) }
    return .object(members)
  }
}

extension RegionFigure {
  var json: JSONValue {
    var members = measures.members
    members["code"] = .string(code)
    members["reporting"] = .int(reporting)
    members["exemplars"] = .int(exemplars)
    members["average"] = .optional(average?.description)
    return .object(members)
  }
}

extension CommuneFigure {
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

extension CommuneTotals {
  var json: JSONValue {
    .object([
      "total": .int(total), "withReports": .int(withReports), "withOwnReports": .int(withOwnReports),
      "schools": .int(schools), "exemplars": .int(exemplars),
    ])
  }
}

extension MissingRow {
  var details: JSONValue {
    .object([
      "unit": .string(unit), "period": .string(period.description), "due": .string(due.description),
      "refusals": .int(refusals),
    ])
  }
}

extension NotableActivity {
  var json: JSONValue {
    .object([
      dimension.rawValue: .string(code), "unit": .string(activity.unit),
      "ngay": .string(activity.activity.date.description),
      "ten": .string(activity.activity.title), "soLuong": .int(activity.activity.quantity),
      "soNguoi": .int(activity.activity.people),
    ])
  }
}

extension Change {
  var json: JSONValue {
    .object([
      "section": .string(section), "code": .string(code), "measure": .string(measure),
      "difference": .string(difference.description), "percent": .optional(percent?.description),
    ])
  }
}
