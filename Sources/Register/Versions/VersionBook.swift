package import ReportingModel

/// Who sent what for when, of one regime: every version by unit and period. The one place that says which version lives.
package struct VersionBook: Sendable {
  private var histories: [UnitPeriod: UnitPeriodHistory] = [:]
  private var periodsByUnit: [String: [PeriodKey]] = [:]
  private var places: [Int64: UnitPeriod] = [:]

  package init() {}

  package func history(_ key: UnitPeriod) -> UnitPeriodHistory? { histories[key] }

  package func live(_ key: UnitPeriod) -> SubmissionVersion? { histories[key]?.live }

  /// Unit and period of an accepted version.
  package func place(of sequence: Int64) -> UnitPeriod? { places[sequence] }

  /// An accepted version by its sequence.
  package func version(_ sequence: Int64) -> SubmissionVersion? {
    places[sequence].flatMap { histories[$0] }?.versions.first { $0.sequence == sequence }
  }

  /// Periods for which a unit had something accepted, in the order of their first.
  package func periods(of unit: String) -> [PeriodKey] { periodsByUnit[unit] ?? [] }

  /// Units and periods of which something is known, in no order.
  package var keys: some Collection<UnitPeriod> { histories.keys }

  /// What lives, in order of sequence.
  package var live: [(key: UnitPeriod, version: SubmissionVersion)] {
    histories.compactMap { key, history in history.live.map { (key, $0) } }
      .sorted { $0.1.sequence < $1.1.sequence }
  }

  /// Units that had something accepted, withdrawn or not.
  package var units: Set<String> { Set(periodsByUnit.keys) }

  /// Periods for which something was accepted.
  package var periods: Set<PeriodKey> { Set(places.values.map(\.period)) }

  /// Takes in a version; versions come in order of sequence.
  package mutating func accept(_ version: SubmissionVersion, _ key: UnitPeriod) {
    if histories[key]?.versions.isEmpty ?? true { periodsByUnit[key.unit, default: []].append(key.period) }
    histories[key, default: UnitPeriodHistory()].accept(version)
    places[version.sequence] = key
  }

  package mutating func refuse(_ refusal: Refusal, _ key: UnitPeriod) {
    histories[key, default: UnitPeriodHistory()].refuse(refusal)
  }

  /// Takes a version back; the one before it lives again.
  package mutating func withdraw(_ sequence: Int64, by entry: Int64) {
    guard let key = places[sequence] else { return }
    histories[key]?.withdraw(sequence, by: entry)
  }
}
