import Regimes
import ReportingModel

extension FigureExplainer {
  /// Where a row stands; of an activity the line is looked up only where it is asked for: of many that are added up it is none's.
  enum Place {
    case line(Int)
    /// Its number among the activities of its submission.
    case activity(Int)
  }

  typealias Body = (
    _ unit: Int, _ submission: Int?, _ table: Contribution.Table, _ place: Place, _ value: Amount
  ) -> Void

  func line(of place: Place, in submission: Int?) -> Int {
    switch place {
    case .line(let line): line
    case .activity(let row): submission.map { facts.live[$0].activities[row].line } ?? 0
    }
  }

  /// Everything that adds to a sum, in the order of the units.
  func each(_ source: FigureSource, _ body: Body) {
    switch source {
    case .activities(let filters, let measure): activities(filters, measure, body)
    case .told(let code, let kind):
      told(code, body) { unit in kind.map { facts.units.code(of: unit, .kind) == $0 } ?? true }
    case .toldBy(let code, let units): told(code, body) { units.contains($0) }
    case .units(let units): for (unit, submission) in units { body(unit, submission, .whole, .line(0), Amount(1)) }
    case .exemplars(let facts):
      for fact in facts { body(fact.unit, fact.submission, .exemplars, .line(fact.exemplar.line), Amount(1)) }
    case .ratio(let numerator, let denominator):
      each(numerator, body)
      each(denominator, body)
    }
  }

  private func activities(_ filters: [DimensionFilter], _ measure: FigureSource.Measure, _ body: Body) {
    var seen: Set<Int> = []
    let columns = facts.columns
    Selection(facts, window: window, filters: filters).forEach(columns) { index in
      let unit = Int(columns.unit[index])
      if measure == .units, !seen.insert(unit).inserted { return }
      let submission = Int(columns.submission[index])
      let value = measure.value(quantity: columns.quantity[index], people: columns.people[index])
      guard value != .zero else { return }
      body(unit, submission, .activities, .activity(Int(columns.row[index])), value)
    }
  }

  /// A flow in a window: what each submission tells, less what the submissions of its period's parts told.
  private func told(_ code: String, _ body: Body, _ counts: (Int) -> Bool) {
    guard let indicator = regime.indicator(code) else { return }
    func line(_ submission: Int) -> Int {
      facts.live[submission].content.indicators.first { $0.code == code }?.line ?? 0
    }
    if question.basis == .window, indicator.nature == .flow {
      for increment in facts.increments
      where increment.indicator == code && window.contains(increment.day) && passing[increment.unit]
        && counts(increment.unit)
      {
        body(increment.unit, increment.submission, .indicators, .line(line(increment.submission)), increment.told)
        guard let period = facts.live[increment.submission].period else { continue }
        for part in period.parts {
          toldParts(
            part, of: facts.live[increment.submission].unitCode, indicator, kind: facts.units.kind(of: increment.unit)
          ) {
            submission, value in body(increment.unit, submission, .indicators, .line(line(submission)), .zero - value)
          }
        }
      }
      return
    }
    let chosen: [Int] =
      switch question.basis {
      case .window: facts.stockSubmissions(on: window.to).values.sorted()
      case .period(let key): facts.live.indices.filter { facts.live[$0].key == key }
      case .activitiesOnly: []
      }
    for index in chosen {
      let unit = facts.live[index].unit
      guard passing[unit], counts(unit), indicator.nature == .flow || facts.units.isInForce(unit, on: window.to),
        let told = facts.live[index].told(indicator, kind: facts.units.kind(of: unit))
      else { continue }
      body(unit, index, .indicators, .line(line(index)), told)
    }
  }

  /// What makes up *told(P)* of a part: its own value, or those of its parts.
  private func toldParts(
    _ key: PeriodKey, of unit: String, _ indicator: Indicator, kind: String, _ body: (Int, Amount) -> Void
  ) {
    if let index = facts.liveIndex[UnitPeriod(unit: unit, period: key)],
      let value = facts.live[index].told(indicator, kind: kind)
    {
      body(index, value)
      return
    }
    for part in facts.periods.period(key)?.parts ?? [] { toldParts(part, of: unit, indicator, kind: kind, body) }
  }
}
