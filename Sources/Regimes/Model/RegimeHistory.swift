package import ReportingModel

/// The versions of one regime. A regime has two times (<doc:regime#Versions>): from when a version applies, and when it
/// was recorded.
package struct RegimeHistory: Sendable {
  package let id: String
  /// In the order they were recorded; never empty.
  package private(set) var versions: [Regime]
  /// When the ledger recorded each of them.
  private var moments: [Instant]

  package init(_ first: Regime, recordedAt: Instant = Instant(seconds: 0)) {
    id = first.id
    versions = [first]
    moments = [recordedAt]
  }

  /// Takes in a version that was recorded after the others.
  package mutating func append(_ version: Regime, recordedAt: Instant = Instant(seconds: 0)) {
    versions.append(version)
    moments.append(recordedAt)
  }

  /// The version recorded last, whenever it applies.
  package var latest: Regime { versions[versions.count - 1] }

  /// The day from which the regime asks for anything.
  package var beginning: CalendarDate { versions.map(\.appliesFrom).min() ?? latest.appliesFrom }

  /// The history as it was at a moment: without what was recorded later, but never without the first version.
  package func recorded(by moment: Instant) -> RegimeHistory {
    var history = RegimeHistory(versions[0], recordedAt: moments[0])
    for (version, recordedAt) in zip(versions, moments).dropFirst() where recordedAt <= moment {
      history.append(version, recordedAt: recordedAt)
    }
    return history
  }

  /// The version that applies on a day; before the first one applies, the first one.
  package func applying(on day: CalendarDate) -> Regime { applying { _ in day } }

  /// The version that applies to a period: on its last day, as the duty to report does.
  package func applying(to key: PeriodKey, requests: [CollectionRequest]) -> Regime {
    applying { $0.resolve(key, requests: requests)?.window.to }
  }

  /// The version that applies to what it itself puts on a day: of those that apply by then the one that applies latest, and of
  /// several from the same day the one recorded last. What a version does not know has the day that those before it give it.
  /// Before any applies, the last recorded one of those that apply first.
  package func applying(on day: (Regime) -> CalendarDate?) -> Regime {
    guard versions.count > 1 else { return latest }
    let order = versions.enumerated().sorted {
      ($0.element.appliesFrom, $0.offset) > ($1.element.appliesFrom, $1.offset)
    }.map(\.element)
    for (index, version) in order.enumerated() {
      let date = day(version) ?? order[(index + 1)...].lazy.compactMap(day).first
      if let date, version.appliesFrom <= date { return version }
    }
    return order.first { $0.appliesFrom == beginning } ?? latest
  }

  /// A period by the version that applies to it; `nil` when that one does not know it.
  package func resolve(_ key: PeriodKey, requests: [CollectionRequest]) -> ResolvedPeriod? {
    applying(to: key, requests: requests).resolve(key, requests: requests)
  }
}
