import Regimes
package import ReportingModel

/// What was done, counted from activities: by area, form, product, topic and month.
package struct ActivitySection: ReportSection {
  package let total: Measures
  package let areas: [CodedMeasures]
  package let channels: [CodedMeasures]
  package let products: [CodedMeasures]
  package let topics: [CodedMeasures]
  package let byMonth: [CodedMeasures]
  /// By `noiDung` and `hinhThuc`.
  package let areaByChannel: QueryResult
  /// By `noiDung` and `sanPham`: how many news items or contests an area had.
  package let areaProducts: QueryResult
  /// By `loai` and `sanPham`: how many documents the department's offices issued.
  package let kindProducts: QueryResult
  /// Up to three activities for each area and task.
  package let notable: [NotableActivity]

  init(_ basis: ReportBasis) {
    let regime = basis.regime
    total = basis.byUnit.total
    areas = basis.rows(of: regime.areas.map(\.code), .area)
    channels = basis.rows(of: regime.channels.map(\.code), .channel)
    products = basis.rows(of: regime.products.map(\.code), .product)
    topics = basis.rows(of: regime.topics.map(\.code), .topic)
    byMonth = basis.groups(.month)
    areaByChannel = basis.query(by: [.area, .channel])
    areaProducts = basis.query(by: [.area, .product])
    kindProducts = basis.query(by: [.kind, .product])
    notable = basis.facts.notable(basis.window, where: basis.filter)
  }

  package var members: [String: JSONValue] {
    [
      "total": total.json, "contentAreas": areas.json, "channels": channels.json, "products": products.json,
      "topics": topics.json, "byMonth": byMonth.json, "areaByChannel": areaByChannel.rowsJSON,
      "areaProducts": areaProducts.rowsJSON, "kindProducts": kindProducts.rowsJSON,
      "channelShares": .array(channels.map { share(of: $0) }), "notable": .array(notable.map(\.json)),
    ]
  }

  /// Part of all activities, in percent.
  private func share(of row: CodedMeasures) -> JSONValue {
    let percent = Percent(Int128(row.measures.records), of: Int128(total.records))
    return .object(["code": .string(row.code), "value": .optional(percent?.description)])
  }
}

/// A code with the measures of its group.
package struct CodedMeasures: Sendable, Hashable {
  package var code: String
  package var measures: Measures

  var json: JSONValue { .object(measures.members.merging(["code": .string(code)]) { own, _ in own }) }
}

extension [CodedMeasures] {
  var json: JSONValue { .array(map(\.json)) }
}

/// One activity worth naming: among those of its task or area that reached most people.
package struct NotableActivity: Sendable, Hashable {
  package var dimension: Dimension
  package var code: String
  package var activity: TracedActivity

  var json: JSONValue {
    .object([
      dimension.rawValue: .string(code), "unit": .string(activity.unit),
      "ngay": .string(activity.activity.date.description),
      "ten": .string(activity.activity.title), "soLuong": .int(activity.activity.quantity),
      "soNguoi": .int(activity.activity.people),
    ])
  }
}
