package import ReportingModel

/// A reporting regime: what must be reported, by whom, when, under which rules. Data read from `regime.xml`, never code.
///
/// A plan is data (<doc:architecture#Law-8-A-plan-is-data>): nothing of any one plan is named in Swift, and lists keep
/// the file's order, which is the order of every printed table.
package struct Regime: Sendable {
  /// `LD-NQ57`.
  package var id: String
  package var version: String
  /// The day from which the regime holds for periods.
  package var appliesFrom: CalendarDate
  /// The day on which this version was recorded.
  package var recordedOn: CalendarDate
  /// Digest of the file's bytes.
  package var digest: Digest
  package var name: LocalizedText
  /// The eleven elements of Nghị định 09/2019/NĐ-CP, Điều 7, in its order.
  package var elements: [RegimeElement]
  package var areas: [CodedName]
  package var channels: [CodedName]
  package var products: [CodedName]
  /// Products that belong under tasks naming them; under another task they are a warning (<doc:regime#Products>).
  package var boundProducts: Set<String>
  package var topics: [CodedName]
  package var sections: [NarrativeSection]
  package var tasks: [PlanTask]
  package var unitKinds: [UnitKind]
  package var levels: [CodedName]
  package var roles: [CodedName]
  package var periodKinds: [PeriodKind]
  package var obligations: [Obligation]
  package var outgoing: [OutgoingKind]
  package var workingDays: WorkingDays
  package var activityDemand: ActivityDemand?
  package var indicators: [Indicator]
  package var ratios: [Ratio]
  package var rules: [Rule]
  /// Words of this plan's outgoing report: subject, opening and the like, by key (<doc:layout>).
  package var reportTexts: [String: LocalizedText]
}

/// One of the elements of a reporting regime, in words.
package struct RegimeElement: Sendable, Hashable {
  /// Key such as `tenBaoCao`, unique in its regime.
  package var key: String
  package var text: String
}

/// A code with its printed names.
package struct CodedName: Sendable, Hashable {
  package var code: String
  package var name: LocalizedText
  /// For tables and screens; equals `name` where the regime gives none.
  package var shortName: LocalizedText
  package var cite: String?
}

/// A section of the narrative that a unit writes (<doc:bundle#thuyetMinh>).
package struct NarrativeSection: Sendable, Hashable {
  package var code: String
  package var name: LocalizedText
  package var isRequired: Bool
  package var cite: String?
}

extension Regime {
  package func task(_ code: String) -> PlanTask? { tasks.first { $0.code == code } }
  package func indicator(_ code: String) -> Indicator? { indicators.first { $0.code == code } }
  package func unitKind(_ code: String) -> UnitKind? { unitKinds.first { $0.code == code } }
  package func periodKind(_ code: String) -> PeriodKind? { periodKinds.first { $0.code == code } }
}
