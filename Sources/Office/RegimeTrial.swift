import Aggregation
package import Regimes
import Register
package import ReportingModel
import Validation
package import Workspaces

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

extension Record {
  /// Holds every live submission of a regime against another version of it, with the medians recorded when it was judged.
  /// - Returns: `nil` when the workspace does not have the regime.
  package func trial(of regime: Regime) async throws -> RegimeTrial? {
    guard let history = register.inForce.regimes.first(where: { $0.id == regime.id }),
      let registry = register.inForce.registry
    else { return nil }
    let facts = try await facts(regime: regime.id)
    let book = register.book(of: regime.id)
    var told = register
    try await told.load(book.live.map(\.version), from: ledger)
    func validator(_ regime: Regime) -> SubmissionValidator {
      SubmissionValidator(regime: regime, registry: registry, requests: facts.requests)
    }
    var trial = RegimeTrial(submissions: facts.live.count, turns: [])
    for submission in facts.live {
      let key = UnitPeriod(unit: submission.unitCode, period: submission.key)
      let recorded = book.live(key)?.medians ?? [:]
      func failures(_ regime: Regime) -> [RuleFailure] {
        validator(regime).failures(of: submission.content, medians: recorded, earlier: told)
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
