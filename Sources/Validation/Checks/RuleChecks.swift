import Regimes
package import ReportingModel
import Submissions

extension SubmissionValidator {
  /// Applies the regime's rules; each failed one is a finding `RULE-` and the rule's code.
  func checkRules(
    _ submission: inout Submission, _ content: SubmissionContent, unit: UnitRow, period: ResolvedPeriod,
    earlier: some EarlierReports
  ) {
    let context = SubmissionRuleContext(
      content: content, unit: unit, period: period, earlier: earlier, regime: regime, requests: requests)
    let unread = submission.unread
    let applied = applied(to: content, context) { mayFailForWantOfReading($0.expression, unread) }
    for (rule, it) in applied {
      for case .median(let code) in rule.expression.asked {
        if let code = code ?? it, let median = context.median(code) { submission.medians[code] = median }
      }
      check(rule, context, it: it, &submission, content)
    }
  }

  /// The rules that a submission fails: what they say of it now, or would say if they were others.
  /// - Parameter medians: as they were recorded when it was judged.
  package func failures(
    of content: SubmissionContent, medians: [String: Amount], earlier: some EarlierReports
  ) -> [RuleFailure] {
    guard let unit = describe(content.header.unit, content.header.period),
      let period = regime.resolve(content.header.period, requests: requests)
    else { return [] }
    let context = SubmissionRuleContext(
      content: content, unit: unit, period: period, earlier: earlier, regime: regime, requests: requests,
      recorded: medians)
    return applied(to: content, context) { _ in false }.compactMap { rule, it in
      guard rule.expression.evaluate(context, missing: rule.missing, it: it) == .fails else { return nil }
      return RuleFailure(
        rule: rule.code, it: it, severity: rule.severity, message: rule.words(in: context, it: it).message)
    }
  }

  /// Each rule that speaks to the submission, once, or once for every told indicator that it is about.
  private func applied<Earlier>(
    to content: SubmissionContent, _ context: SubmissionRuleContext<Earlier>, except isLeftOut: (Rule) -> Bool
  ) -> [(rule: Rule, it: String?)] {
    regime.rules.filter { applies($0, to: context.unit.kind, in: context.period) && !isLeftOut($0) }.flatMap {
      rule -> [(rule: Rule, it: String?)] in
      guard rule.scope != .submission else { return [(rule, nil)] }
      return content.indicators.map(\.code).filter(rule.indicators.contains).map { (rule, $0) }
    }
  }

  /// A rule says nothing where what it asks for stands there unread.
  private func mayFailForWantOfReading(_ rule: RuleExpression, _ unread: Unread) -> Bool {
    rule.asked.contains {
      switch $0 {
      case .activities: unread.mayHold(in: .activities)
      case .exemplars: unread.mayHold(in: .exemplars)
      case .text(let section): unread.mayHold(section, in: .narratives)
      case .told(let code?): unread.mayHold(code, in: .indicators)
      default: false
      }
    }
  }

  private func applies(_ rule: Rule, to kind: String, in period: ResolvedPeriod) -> Bool {
    (rule.unitKinds.isEmpty || rule.unitKinds.contains(kind))
      && (rule.periodKinds.isEmpty || rule.periodKinds.contains(period.key.kind))
  }

  private func check<Earlier>(
    _ rule: Rule, _ context: SubmissionRuleContext<Earlier>, it: String?, _ submission: inout Submission,
    _ content: SubmissionContent
  ) {
    guard rule.expression.evaluate(context, missing: rule.missing, it: it) == .fails else { return }
    let words = rule.words(in: context, it: it)
    let named = it.map { [$0] } ?? rule.expression.indicators
    let told = named.compactMap { code in content.indicators.first { $0.code == code } }.first
    submission.log.add(
      Finding(
        code: rule.findingCode, rule.severity,
        at: submission.origin.location(.indicators, line: told?.line, field: "gia_tri"),
        value: told.map { "\($0.code) = \($0.value)" }, message: words.message,
        hint: words.hint, cite: rule.cite))
  }
}

/// A rule that a submission fails.
package struct RuleFailure: Sendable, Hashable {
  package let rule: String
  /// The indicator, of a rule over each.
  package let it: String?
  package let severity: Severity
  package let message: LocalizedText
}

/// What rules ask about a submission, with what the ledger knows beside it.
struct SubmissionRuleContext<Earlier: EarlierReports>: RuleContext {
  let content: SubmissionContent
  let unit: UnitRow
  let period: ResolvedPeriod
  let earlier: Earlier
  let regime: Regime
  let requests: [CollectionRequest]
  /// Medians as they were recorded; without them the history is asked.
  var recorded: [String: Amount]?

  var activities: Rows<Activity> { content.activities }

  var exemplarAreas: [String] { content.exemplars.map(\.area) }

  func told(_ indicator: String) -> Amount? { content.value(of: indicator) }

  func hasNarrative(_ section: String) -> Bool { content.narratives.contains { $0.key == section } }

  /// The sum of what the live parts told (<doc:counting#told-P>).
  func parts(_ indicator: String) -> Amount? {
    ToldSum(parts: { regime.resolve($0, requests: requests)?.parts ?? [] }) {
      earlier.live(UnitPeriod(unit: unit.code, period: $0), of: regime.id)?.told[indicator]
    }.sum(period.parts)
  }

  func median(_ indicator: String) -> Amount? {
    if let recorded { return recorded[indicator] }
    return earlier.lowerMedian(
      of: indicator, in: UnitPeriod(unit: unit.code, period: period.key), of: regime.id, kind: unit.kind,
      level: unit.level, least: 20
    ).flatMap { $0 == .zero ? nil : $0 }
  }
}
