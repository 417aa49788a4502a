package import ReportingModel

extension ReportAggregate {
  /// The canonical report, `tonghop.report/1`: its keys (<doc:commands#Canonical-report>) and, beyond them, those of
  /// `furtherMembers`.
  package func json(_ head: ReportHead) -> JSONValue {
    var members = head.others
    members.merge(furtherMembers) { _, new in new }
    members.merge(figureMembers) { _, new in new }
    members.merge(listMembers) { _, new in new }
    members["schema"] = .string("tonghop.report/1")
    members["kind"] = .string(head.kind)
    members["key"] = .string(head.key)
    members["to"] = .string(head.recipient.rawValue)
    members["ledgerHead"] = .string(head.ledgerHead)
    members["regime"] = .object(["id": .string(regimeID), "sha256": .string(regimeDigest.description)])
    members["registry"] = .object(["sha256": .string(registryDigest.description)])
    members["window"] = window.json
    members["asOf"] = .int(asOf)
    return .object(members)
  }

  private var figureMembers: [String: JSONValue] {
    [
      "completeness": .array(
        completeness.map { period in
          .object(period.counts.members.merging(["period": .string(period.period.description)]) { own, _ in own })
        }),
      "total": total.json, "tasks": .array(tasks.map(\.json)), "contentAreas": contentAreas.json,
      "channels": channels.json, "products": products.json, "topics": topics.json,
      "indicators": .array(
        indicators.map { figure in
          .object([
            "code": .string(figure.code), "value": .optional(figure.value?.description), "units": .int(figure.units),
            "requiredUnits": .int(figure.requiredUnits), "expected": .int(figure.expected),
          ])
        }),
      "ratios": .array(
        ratios.map { .object(["code": .string($0.code), "value": .optional($0.value?.description)]) }),
      "byKind": byKind.json, "byLevel": byLevel.json, "byRegion": byRegion.json, "byCommune": byCommune.json,
      "byMonth": byMonth.json, "areaByChannel": areaByChannel.rowsJSON, "taskProducts": taskProducts.rowsJSON,
      "completenessBy": .array(completeness.flatMap(\.groupRows)), "communes": .array(communes.map(\.json)),
      "before": before?.json ?? .null,
    ]
  }

  private var listMembers: [String: JSONValue] {
    [
      "exemplars": .array(
        exemplars.map { row in
          .object([
            "unit": .string(row.unit), "code": .optional(row.code), "noiDung": .string(row.area),
            "ten": .string(row.title), "moTa": .string(row.summary), "diaChi": .optional(row.link),
          ])
        }),
      "narratives": .array(
        narratives.map { row in
          .object([
            "unit": .string(row.unit), "period": .string(row.period.description), "section": .string(row.section),
            "text": .string(row.text),
          ])
        }),
      "missingUnits": .array(
        missingUnits.map { row in
          .object([
            "unit": .string(row.unit), "period": .string(row.period.description),
            "status": .string(row.status.rawValue),
          ])
        }),
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

extension Window {
  var json: JSONValue { .object(["from": .string(from.description), "to": .string(to.description)]) }
}

extension CodedMeasures {
  var json: JSONValue { .object(measures.members.merging(["code": .string(code)]) { own, _ in own }) }
}

extension [CodedMeasures] {
  var json: JSONValue { .array(map(\.json)) }
}

extension TaskFigure {
  var json: JSONValue {
    var members = measures.members
    members["code"] = .string(code)
    members["status"] = .string(status.rawValue)
    members["lead"] = .string(lead.rawValue)
    return .object(members)
  }
}

extension WindowFigures {
  /// The keys of `before`.
  var json: JSONValue {
    .object([
      "window": window.json, "total": total.json, "tasks": tasks.json, "contentAreas": contentAreas.json,
      "indicators": .array(
        indicators.map { figure in
          .object([
            "code": .string(figure.code), "value": .optional(figure.value?.description), "units": .int(figure.units),
          ])
        }),
    ])
  }
}
