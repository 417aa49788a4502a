import Regimes
import ReportingModel

extension LiveFacts {
  /// The submission that gives each unit's stocks on the last day of a window, as index in `live`, by unit
  /// (<doc:counting#Stocks>).
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

  /// The later last day wins; of one last day the period that contains the other.
  ///
  /// What contains another lies within fewer periods than that, so their number puts all of one day into one order, and the
  /// choice does not hang on which two are compared first.
  private func gives(_ submission: LiveSubmission, insteadOf other: LiveSubmission) -> Bool {
    guard let period = submission.period, let rival = other.period else { return submission.period != nil }
    if period.window.to != rival.window.to { return period.window.to > rival.window.to }
    let (own, others) = (nesting.wholes(of: period.key).count, nesting.wholes(of: rival.key).count)
    if own != others { return own < others }
    if period.window.from != rival.window.from { return period.window.from < rival.window.from }
    return submission.sequence > other.sequence
  }
}
