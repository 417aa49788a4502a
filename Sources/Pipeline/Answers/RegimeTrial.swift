import Aggregation
import Ledger
package import Regimes
package import ReportingModel
import Validation

/// What another version of a regime would say of the submissions that live: which ones its rules would turn
/// (<doc:regime#Rules>).
package struct RegimeTrial: Sendable {
  /// A submission of which a rule would say something else than it does.
  package struct Turn: Sendable, Hashable {
    package var unit: String
    package var period: PeriodKey
    package var sequence: Int64
    package var rule: String
    /// The indicator, of a rule over each.
    package var it: String?
    /// How the rule fails now and how it would; `nil` where it does not.
    package var before: Severity?
    package var after: Severity?
    package var message: LocalizedText
  }

  /// Submissions that were looked at.
  package var submissions: Int
  /// By unit, period and rule.
  package var turns: [Turn]
}

extension Workspace {
  /// Holds every live submission of a regime against another version of it, with the medians recorded when it was judged.
  /// - Returns: `nil` when the workspace does not have the regime.
  package func trial(of regime: Regime) throws -> RegimeTrial? {
    let state = try state()
    guard let history = state.regimes.first(where: { $0.id == regime.id }), let registry = state.registry else {
      return nil
    }
    let (facts, head) = try facts(regime: regime.id, asOf: nil)
    var medians: [Int64: [String: Amount]] = [:]
    for entry in try ledger.entries([.submission], from: 1, through: head.sequence) {
      medians[entry.sequence] = try SubmissionRecord(payload: entry.payload).medians
    }
    let told = ToldByLive(facts)
    func validator(_ regime: Regime) -> SubmissionValidator {
      SubmissionValidator(regime: regime, registry: registry, requests: facts.requests)
    }
    var trial = RegimeTrial(submissions: facts.live.count, turns: [])
    for submission in facts.live {
      let recorded = medians[submission.sequence] ?? [:]
      func failures(_ regime: Regime) -> [RuleFailure] {
        validator(regime).failures(of: submission.content, medians: recorded, history: told)
      }
      let before = failures(history.applying(to: submission.key, requests: facts.requests))
      let after = failures(regime)
      for failure in before + after.filter({ new in !before.contains { $0.isSame(as: new) } }) {
        let old = before.first { $0.isSame(as: failure) }
        let new = after.first { $0.isSame(as: failure) }
        guard old?.severity != new?.severity else { continue }
        trial.turns.append(
          RegimeTrial.Turn(
            unit: submission.unitCode, period: submission.key, sequence: submission.sequence, rule: failure.rule,
            it: failure.it, before: old?.severity, after: new?.severity, message: (new ?? failure).message))
      }
    }
    trial.turns.sort {
      ($0.unit, $0.period.description, $0.rule, $0.it ?? "") < ($1.unit, $1.period.description, $1.rule, $1.it ?? "")
    }
    return trial
  }
}

extension RuleFailure {
  /// The same rule about the same thing.
  fileprivate func isSame(as other: RuleFailure) -> Bool { rule == other.rule && it == other.it }
}

/// What the live submissions tell: all that a rule asks beside the submission itself, once medians are recorded.
private struct ToldByLive: SubmissionHistory {
  private struct Key: Hashable {
    let unit: String
    let period: PeriodKey
  }

  private var submissions: [Key: EarlierSubmission] = [:]

  init(_ facts: LiveFacts) {
    for live in facts.live {
      let summary = ContentSummary(live.content)
      submissions[Key(unit: live.unitCode, period: live.key)] = EarlierSubmission(
        sequence: live.sequence, number: live.number, contentDigest: .zero, told: summary.told,
        activityCount: summary.activityCount, blocks: summary.blocks)
    }
  }

  func live(_ unit: String, _ period: PeriodKey) -> EarlierSubmission? { submissions[Key(unit: unit, period: period)] }
  func highestNumber(_ unit: String, _ period: PeriodKey) -> Int { live(unit, period)?.number ?? 0 }
  func firstArrivals(_ unit: String, _ period: PeriodKey) -> (accepted: Instant?, refused: Instant?) { (nil, nil) }
  func hasActivity(_ unit: String, in window: Window, except period: PeriodKey) -> Bool { false }
  func lowerMedian(
    of indicator: String, in period: PeriodKey, kind: String, level: String, except unit: String, least: Int
  ) -> Amount? { nil }
}
