package import ReportingModel

/// An indicator of the regime (<doc:regime#Indicators>).
package struct Indicator: Sendable, Hashable {
  package enum Nature: Sendable, Hashable {
    /// Counted from dated activities that match; never told.
    case derived(ActivityFilter)
    /// Something that happens over a period.
    case flow
    /// Something that stands at the end of a period.
    case stock
  }

  package var code: String
  package var name: LocalizedText
  package var unit: LocalizedText
  package var nature: Nature
  /// Decimal places of a told value: 0…3.
  package var decimals: Int
  /// Unit kinds that are asked; empty for a derived one (it asks all).
  package var askedKinds: [String]
  /// What it means that a kind does not tell it.
  package var demands: [IndicatorDemand]
  /// A number that printed values are divided by (1 000 000 to print đồng as triệu đồng), with the printed unit.
  package var printed: PrintedScale?
  package var cite: String?

  package var isDerived: Bool {
    if case .derived = nature { true } else { false }
  }

  /// Whether units of a kind are asked for it.
  package func asks(_ kind: String) -> Bool { isDerived || askedKinds.contains(kind) }
}

/// Kinds that must tell an indicator, and how hard (<doc:regime#Required-content>).
package struct IndicatorDemand: Sendable, Hashable {
  package var kinds: [String]
  package var severity: Severity
  package var cite: String?
}

/// How a value is scaled for print.
package struct PrintedScale: Sendable, Hashable {
  package var divisor: Int64
  package var unit: LocalizedText
}

/// Which activities match: each list that is not empty must contain the activity's code.
package struct ActivityFilter: Sendable, Hashable {
  package var tasks: [String] = []
  package var areas: [String] = []
  package var channels: [String] = []
  package var products: [String] = []
  package var topics: [String] = []

  package init(
    tasks: [String] = [], areas: [String] = [], channels: [String] = [], products: [String] = [],
    topics: [String] = []
  ) {
    self.tasks = tasks
    self.areas = areas
    self.channels = channels
    self.products = products
    self.topics = topics
  }

  package func matches(_ activity: Activity) -> Bool {
    func passes(_ list: [String], _ code: String) -> Bool { list.isEmpty || list.contains(code) }
    return passes(tasks, activity.task) && passes(areas, activity.area) && passes(channels, activity.channel)
      && passes(products, activity.product) && (topics.isEmpty || activity.topics.contains { topics.contains($0) })
  }
}

/// A ratio of two aggregated stocks, in percent (<doc:regime#Ratios>).
package struct Ratio: Sendable, Hashable {
  package enum Denominator: Sendable, Hashable {
    /// Another indicator, over the units that told both.
    case indicator(String)
    /// The number of units that told the numerator.
    case tellingUnits
  }

  package var code: String
  package var name: LocalizedText
  package var numerator: String
  package var denominator: Denominator
  package var cite: String?
}
