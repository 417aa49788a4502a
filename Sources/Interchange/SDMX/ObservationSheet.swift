import Aggregation
import Regimes
import ReportingModel

/// The observations of one window of a report, in its order.
struct ObservationSheet {
  let json: JSONValue
  let period: String
  let regime: Regime

  private static let lists = [
    ("tasks", "TASK"), ("contentAreas", "CONTENT_AREA"), ("channels", "CHANNEL"), ("products", "PRODUCT"),
    ("topics", "TOPIC"),
  ]
  private static let breakdowns = [
    ("byKind", "UNIT_KIND"), ("byLevel", "LEVEL"), ("byRegion", "REGION"), ("byCommune", "COMMUNE"),
    ("byMonth", "MONTH"),
  ]
  private static let units = [
    "records": "hoạt động", "soLuong": "sản phẩm", "soNguoi": "lượt người", "units": "đơn vị",
  ]

  private func rows(_ key: String) -> [JSONValue] {
    if case .array(let rows)? = json[key] { rows } else { [] }
  }

  private func text(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text)?: text
    case .integer(let number)?: String(number)
    case .null?, .bool?, .array?, .object?, nil: nil
    }
  }

  var measures: [Observation] {
    var result = measures(of: json["total"] ?? .null, "TOTAL", "_T")
    for (key, subject) in ObservationSheet.lists {
      for row in rows(key) { result += measures(of: row, subject, text(row["code"]) ?? "") }
    }
    for (key, breakdown) in ObservationSheet.breakdowns {
      for row in rows(key) {
        result += measures(of: row, "TOTAL", "_T").map { observation in
          var part = observation
          part.breakdown = breakdown
          part.breakdownItem = text(row["code"]) ?? ""
          return part
        }
      }
    }
    return result
  }

  private func measures(of row: JSONValue, _ subject: String, _ item: String) -> [Observation] {
    Measure.all.compactMap { measure in
      guard let value = row[measure] else { return nil }
      return Observation(
        subject: subject, item: item, measure: measure, period: period, value: text(value),
        unit: ObservationSheet.units[measure] ?? "")
    }
  }

  var indicators: [Observation] {
    rows("indicators").map { row in
      let code = text(row["code"]) ?? ""
      return Observation(
        subject: "INDICATOR", item: code, measure: "value", period: period, value: text(row["value"]),
        unit: regime.indicator(code)?.unit.vietnamese ?? "",
        coverage: ["units", "requiredUnits", "expected"].map { text(row[$0]) })
    }
  }

  /// Percentages; `PT` is what the list CL_UNIT_MEASURE calls them.
  var ratios: [Observation] {
    let terms = rows("ratioTerms")
    return rows("ratios").map { row in
      let code = text(row["code"]) ?? ""
      let units = terms.first { text($0["code"]) == code }.flatMap { text($0["units"]) }
      return Observation(
        subject: "RATIO", item: code, measure: "value", period: period, value: text(row["value"]), unit: "PT",
        coverage: [units, nil, nil])
    }
  }

  var completeness: [Observation] {
    let counts = ["required", "reported", "onTime", "late", "rejected", "missing", "invitedReported"]
    let groups = [("loai", "UNIT_KIND"), ("cap", "LEVEL"), ("xa", "COMMUNE"), ("vung", "REGION")]
    return (rows("completeness") + rows("completenessBy")).flatMap { row in
      let group = groups.first { row[$0.0] != nil }
      return counts.compactMap { count -> Observation? in
        guard let value = row[count] else { return nil }
        var observation = Observation(
          subject: "COMPLETENESS", item: text(row["period"]) ?? "", measure: count, period: period,
          value: text(value), unit: "đơn vị")
        if let group {
          observation.breakdown = group.1
          observation.breakdownItem = text(row[group.0]) ?? ""
        }
        return observation
      }
    }
  }
}
