package import ReportingModel

/// Which periods contain which: P contains Q when Q is a part of P, or a part of a part (<doc:counting#Live-activities>).
///
/// Parts alone make it; days that lie within others' days do not.
package struct PeriodNesting: Sendable {
  /// By period, all that contain it.
  private var known: [PeriodKey: Set<PeriodKey>] = [:]

  package init(of keys: some Sequence<PeriodKey>, in history: RegimeHistory, requests: [CollectionRequest]) {
    for key in keys where known[key] == nil {
      var found: Set<PeriodKey> = []
      var waiting = history.directWholes(of: key, requests: requests)
      while let next = waiting.popLast() {
        guard next != key, found.insert(next).inserted else { continue }
        waiting += history.directWholes(of: next, requests: requests)
      }
      known[key] = found
    }
  }

  /// The periods that contain a period, whether anybody told something for them or not.
  package func wholes(of key: PeriodKey) -> Set<PeriodKey> { known[key] ?? [] }

  /// Whether one of two periods contains the other.
  package func isNested(_ one: PeriodKey, _ other: PeriodKey) -> Bool {
    wholes(of: one).contains(other) || wholes(of: other).contains(one)
  }

  /// The place of a submission in the reading of its unit's.
  package func rank(of key: PeriodKey, sequence: Int64) -> ReadingRank {
    ReadingRank(wholes: wholes(of: key).count, sequence: sequence)
  }
}

extension RegimeHistory {
  /// The periods that a period is a part of: those of cumulative kinds, or the one that its request was opened as part of.
  ///
  /// Asked of the whole, for which periods it is made of is said by the version that applies to it.
  fileprivate func directWholes(of key: PeriodKey, requests: [CollectionRequest]) -> [PeriodKey] {
    let kinds = Set(versions.flatMap(\.periodKinds).filter { $0.parts.contains(key.kind) }.map(\.code))
    let own = applying(to: key, requests: requests)
    let opened = requests.first { own.requestKey($0) == key }?.partOf
    return (kinds.map { PeriodKey(kind: $0, which: key.which) } + [opened].compactMap { $0 })
      .filter { $0 != key && resolve($0, requests: requests)?.parts.contains(key) ?? false }
  }
}
