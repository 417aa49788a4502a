import Ledger
package import ReportingModel
package import Validation

/// What validation asks of the past; summaries must have been made ready (`prepare`).
extension Register: EarlierReports {
  package func live(_ key: UnitPeriod, of regime: String) -> EarlierSubmission? {
    guard let version = book(of: regime).live(key), let summary = summaries[version.sequence] else { return nil }
    return EarlierSubmission(
      EarlierVersion(version), sender: deliveries[version.delivery]?.sender, told: summary.told,
      activityCount: summary.activityCount, blocks: summary.blocks)
  }

  package func versions(_ key: UnitPeriod, of regime: String) -> [EarlierVersion] {
    book(of: regime).history(key)?.versions.map(EarlierVersion.init) ?? []
  }

  package func firstArrivals(_ key: UnitPeriod, of regime: String) -> (accepted: Instant?, refused: Instant?) {
    let history = book(of: regime).history(key)
    return (history?.firstAccepted, history?.firstRefused)
  }

  package func hasActivity(
    _ unit: String, in window: Window, except period: PeriodKey, of regime: String
  ) -> Bool {
    let book = book(of: regime)
    return book.periods(of: unit).contains { other in
      guard other != period, let version = book.live(UnitPeriod(unit: unit, period: other)) else { return false }
      return summaries[version.sequence]?.activityDays.contains(where: window.contains) ?? false
    }
  }

  package func lowerMedian(
    of indicator: String, in key: UnitPeriod, of regime: String, kind: String, level: String, least: Int
  ) -> Amount? {
    let own = book(of: regime).live(key).flatMap { summaries[$0.sequence]?.told[indicator] }
    return peers.lowerMedian(
      of: indicator, in: key.period, of: regime, kind: kind, level: level, without: own, least: least)
  }
}

extension EarlierVersion {
  fileprivate init(_ version: SubmissionVersion) {
    self.init(
      sequence: version.sequence, number: version.number, receivedAt: version.receivedAt,
      comparedDigest: version.comparedDigest, isWithdrawn: version.withdrawnBy != nil)
  }
}
