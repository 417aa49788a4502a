import Regimes
import ReportingModel

/// What each unit gives for each indicator in one window: the ground of every sum, count and ratio.
struct UnitValues: Sendable {
  /// By the indicator's code and the unit's number; a unit that tells nothing is absent.
  private(set) var values: [String: [Int: Amount]] = [:]
  /// Periods whose submissions gave a told indicator.
  private(set) var periods: [String: Set<PeriodKey>] = [:]
  /// Increments below zero, of the units that pass.
  private(set) var negatives: [Increment] = []

  /// - Parameter filter: its dimensions of units hold for told indicators, all of them for derived ones.
  init(_ facts: LiveFacts, window: Window, basis: ToldBasis, filter: DimensionFilter) {
    let passing = facts.units.passes(filter)
    for indicator in facts.regime.indicators {
      if case .derived(let activities) = indicator.nature {
        values[indicator.code] = UnitValues.derived(facts, activities, window: window, filter: filter)
      }
    }
    switch basis {
    case .window:
      addIncrements(facts, window: window, passing: passing)
      let chosen = facts.stockSubmissions(on: window.to)
      add(facts, facts.live.indices.filter { chosen[facts.live[$0].unit] == $0 }, .stock, window.to, passing)
    case .period(let key):
      let own = facts.live.indices.filter { facts.live[$0].key == key }
      add(facts, own, .flow, window.to, passing)
      add(facts, own, .stock, window.to, passing)
    case .activitiesOnly: break
    }
  }

  private mutating func addIncrements(_ facts: LiveFacts, window: Window, passing: [Bool]) {
    for increment in facts.increments where window.contains(increment.day) && passing[increment.unit] {
      values[increment.indicator, default: [:]][increment.unit, default: .zero] += increment.value
      periods[increment.indicator, default: []].insert(increment.period)
      if increment.value < .zero { negatives.append(increment) }
    }
  }

  /// Adds what submissions tell as it stands; stocks only of units in force on the last day (<doc:counting#Stocks>).
  private mutating func add(
    _ facts: LiveFacts, _ submissions: [Int], _ nature: Indicator.Nature, _ lastDay: CalendarDate, _ passing: [Bool]
  ) {
    let indicators = facts.regime.indicators.filter { $0.nature == nature }
    for index in submissions {
      let submission = facts.live[index]
      guard passing[submission.unit], nature == .flow || facts.units.isInForce(submission.unit, on: lastDay) else {
        continue
      }
      let kind = facts.units.kind(of: submission.unit)
      for indicator in indicators {
        guard let value = submission.told(indicator, kind: kind) else { continue }
        values[indicator.code, default: [:]][submission.unit] = value
        periods[indicator.code, default: []].insert(submission.key)
      }
    }
  }

  private static func derived(
    _ facts: LiveFacts, _ activities: ActivityFilter, window: Window, filter: DimensionFilter
  ) -> [Int: Amount] {
    let result = facts.query(window, by: [.unit], filters: [filter, activities.dimensions])
    return Dictionary(
      result.rows.compactMap { row in
        facts.units.index(of: row.codes[0]).map { ($0, Amount(row.measures.quantity)) }
      }, uniquingKeysWith: +)
  }
}

extension ActivityFilter {
  /// The same filter for a query.
  var dimensions: DimensionFilter {
    let lists: [(Dimension, [String])] = [
      (.task, tasks), (.area, areas), (.channel, channels), (.product, products), (.topic, topics),
    ]
    return Dictionary(
      uniqueKeysWithValues: lists.filter { !$0.1.isEmpty }.map { ($0.0, Set($0.1)) })
  }
}
