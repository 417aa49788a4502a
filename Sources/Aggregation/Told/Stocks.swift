import ReportingModel

extension LiveFacts {
  /// The submission that gives each unit's stocks on the last day of a window, as index in `live`, by unit.
  ///
  /// The latest last day in (to − 12 months, to]; of several that end the same day the one whose period contains the
  /// others, which is the one that has them as parts, else the one that began earlier, else the higher sequence.
  func stockSubmissions(on to: CalendarDate) -> [Int: Int] {
    let after = to.adding(months: -12)
    var chosen: [Int: Int] = [:]
    for index in live.indices {
      guard let period = live[index].period, period.entersWindows, period.window.to > after, period.window.to <= to
      else { continue }
      if let other = chosen[live[index].unit], !gives(live[index], insteadOf: live[other]) { continue }
      chosen[live[index].unit] = index
    }
    return chosen
  }

  private func gives(_ submission: LiveSubmission, insteadOf other: LiveSubmission) -> Bool {
    guard let period = submission.period, let rival = other.period else { return submission.period != nil }
    if period.window.to != rival.window.to { return period.window.to > rival.window.to }
    if periods.closure(of: period.key).contains(rival.key) { return true }
    if periods.closure(of: rival.key).contains(period.key) { return false }
    if period.window.from != rival.window.from { return period.window.from < rival.window.from }
    return submission.sequence > other.sequence
  }
}
