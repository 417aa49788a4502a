import Ledger
import ReportingModel

/// What the fold takes of one entry.
enum ProjectedEntry: Sendable, Hashable {
  /// The entry weighs nothing: accounts, and what was refused of an unknown unit.
  case nothing
  /// An entry that is rare: its whole line.
  case line([UInt8])
  case delivery(DeliveryEvent)
  /// - Parameter summary: as `ContentSummary` is stored; `nil` where it was not at hand.
  case accepted(SubmissionVersion, UnitPeriod, regime: String, summary: [UInt8]?)
  case refused(Refusal, UnitPeriod, regime: String)

  init(_ entry: LedgerEntry, summary: ContentSummary? = nil) {
    switch entry.event {
    case .account: self = .nothing
    case .delivery(let event): self = .delivery(event)
    case .submission(let event):
      guard let key = event.key else {
        self = .nothing
        return
      }
      if let version = SubmissionVersion(event, at: entry.sequence) {
        self = .accepted(version, key, regime: event.regime, summary: summary?.storedBytes)
      } else {
        self = .refused(Refusal(event, at: entry.sequence), key, regime: event.regime)
      }
    default: self = .line(entry.line)
    }
  }
}

extension SubmissionEvent {
  /// Whose report it is, and for when, as far as that is known.
  var key: UnitPeriod? {
    guard let unit, let period else { return nil }
    return UnitPeriod(unit: unit, period: period)
  }
}

extension SubmissionVersion {
  /// `nil` for a submission that was refused.
  init?(_ event: SubmissionEvent, at sequence: Int64) {
    guard let acceptance = event.acceptance else { return nil }
    self.init(
      sequence: sequence, number: acceptance.number, receivedAt: event.receivedAt, delivery: event.delivery,
      path: event.path, encoding: event.encoding, contentDigest: acceptance.contentDigest,
      comparedDigest: acceptance.comparedDigest, explained: event.explained, medians: event.medians)
  }
}

extension Refusal {
  init(_ event: SubmissionEvent, at sequence: Int64) {
    self.init(
      sequence: sequence, receivedAt: event.receivedAt, delivery: event.delivery, path: event.path,
      isOvertaken: event.isOvertaken)
  }
}
