/// The codes that rules of a regime may name.
package struct RuleVocabulary: Sendable {
  /// Those that units tell.
  package var indicators: Set<String>
  /// Those that are counted from activities, which a rule counts itself.
  package var derived: Set<String>
  package var sections: Set<String>
  package var tasks: Set<String>
  package var areas: Set<String>
  package var channels: Set<String>
  package var products: Set<String>
  package var topics: Set<String>
  /// Rules of this scope may say `it`.
  package var allowsIt: Bool

  package init(_ regime: Regime, allowsIt: Bool) {
    indicators = Set(regime.indicators.filter { !$0.isDerived }.map(\.code))
    derived = Set(regime.indicators.filter(\.isDerived).map(\.code))
    sections = Set(regime.sections.map(\.code))
    tasks = Set(regime.tasks.map(\.code))
    areas = Set(regime.areas.map(\.code))
    channels = Set(regime.channels.map(\.code))
    products = Set(regime.products.map(\.code))
    topics = Set(regime.topics.map(\.code))
    self.allowsIt = allowsIt
  }

  /// Every code of any list.
  var codes: Set<String> {
    [indicators, derived, sections, tasks, areas, channels, products, topics].reduce(into: []) { $0.formUnion($1) }
  }
}
