package import ReportingModel

/// The versions of one regime. A regime has two times (spec/2): from when a version applies, and when it was recorded.
package struct RegimeHistory: Sendable {
  package let id: String
  /// In the order they were recorded; never empty.
  package private(set) var versions: [Regime]

  package init(_ first: Regime) {
    id = first.id
    versions = [first]
  }

  /// Takes in a version that was recorded after the others.
  package mutating func append(_ version: Regime) { versions.append(version) }

  /// The version recorded last, whenever it applies.
  package var latest: Regime { versions[versions.count - 1] }

  /// The version that applies on a day; before the first one applies, the first one.
  package func applying(on day: CalendarDate) -> Regime { applying { _ in day } }

  /// The version that applies to a period: on its last day, as the duty to report does.
  package func applying(to key: PeriodKey, requests: [CollectionRequest]) -> Regime {
    applying { $0.resolve(key, requests: requests)?.window.to }
  }

  /// The version that applies to what it itself puts on a day: of those that apply by then the one that applies latest, and of
  /// several from the same day the one recorded last.
  package func applying(on day: (Regime) -> CalendarDate?) -> Regime {
    let order = versions.enumerated().sorted {
      ($0.element.appliesFrom, $0.offset) > ($1.element.appliesFrom, $1.offset)
    }
    let found = order.first { version in day(version.element).map { version.element.appliesFrom <= $0 } ?? false }
    return (found ?? order[order.count - 1]).element
  }
}
