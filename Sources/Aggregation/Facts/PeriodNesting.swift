import ReportingModel

/// Which periods contain which: P contains Q when Q is a part of P, or a part of a part (<doc:counting#Live-activities>).
///
/// Parts alone make it; days that lie within others' days do not.
struct PeriodNesting: Sendable {
  /// By period, all that contain it.
  private var known: [PeriodKey: Set<PeriodKey>] = [:]

  init(of keys: some Sequence<PeriodKey>, in periods: PeriodBook) {
    for key in keys {
      var found: Set<PeriodKey> = []
      var waiting = periods.directWholes(of: key)
      while let next = waiting.popLast() {
        guard next != key, found.insert(next).inserted else { continue }
        waiting += periods.directWholes(of: next)
      }
      known[key] = found
    }
  }

  /// The periods that contain a period, whether anybody told something for them or not.
  func wholes(of key: PeriodKey) -> Set<PeriodKey> { known[key] ?? [] }

  /// The place of a submission in the reading of its unit's.
  func rank(of submission: LiveSubmission) -> ReadingRank {
    ReadingRank(wholes: wholes(of: submission.key).count, sequence: submission.sequence)
  }
}
