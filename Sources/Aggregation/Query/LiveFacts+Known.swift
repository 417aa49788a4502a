import Regimes
import ReportingModel
import VietnameseText

/// A value of a filter that no activity and no unit has and that the regime does not know: a question with it would be answered
/// by nothing, and nobody would see why.
package struct UnknownValue: Error, Sendable, Hashable {
  package let dimension: Dimension
  package let value: String
  package let nearest: String?
  /// What there is, in bytewise order.
  package let known: [String]
}

extension LiveFacts {
  /// Holds the values of a filter against what the regime, the registry and the activities know.
  package func check(_ filter: DimensionFilter) throws(UnknownValue) {
    for dimension in Dimension.allCases {
      guard let values = filter[dimension] else { continue }
      let known = known(dimension)
      for value in values.sorted(by: { $0.bytewisePrecedes($1) })
      where !known.contains(value) && !(dimension == .month && CalendarDate(iso: value + "-01") != nil) {
        let names = known.sorted { $0.bytewisePrecedes($1) }
        throw UnknownValue(dimension: dimension, value: value, nearest: nearest(value, in: names), known: names)
      }
    }
  }

  private func known(_ dimension: Dimension) -> Set<String> {
    var known: Set<String> = [CodeTable.none]
    known.formUnion(columns.tables[dimension]?.codes ?? units.tables[dimension]?.codes ?? [])
    switch dimension {
    case .task: known.formUnion(regime.tasks.map(\.code))
    case .area: known.formUnion(regime.areas.map(\.code))
    case .channel: known.formUnion(regime.channels.map(\.code))
    case .product: known.formUnion(regime.products.map(\.code))
    case .topic: known.formUnion(regime.topics.map(\.code))
    case .kind: known.formUnion(regime.unitKinds.map(\.code))
    case .level: known.formUnion(regime.levels.map(\.code))
    case .month: known.formUnion(Set(columns.date).map { CalendarDate(dayNumber: $0).monthCode })
    case .commune, .region, .unit: break
    }
    return known
  }
}
