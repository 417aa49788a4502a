import Regimes
package import ReportingModel

/// Everything that a report says in figures: a pure function of the live facts and the question
/// (<doc:commands#Canonical-report>).
///
/// It holds all there is, whoever receives the report; who sees what is decided in rendering. No figure is printed that
/// does not stand here.
package struct ReportAggregate: Sendable {
  package let regimeID: String
  package let regimeDigest: Digest
  package let registryDigest: Digest
  package let window: Window
  package let asOf: Int64
  package let filter: DimensionFilter
  package let reporting: ReportingSection
  package let activities: ActivitySection
  package let tasks: TaskSection
  package let told: ToldSection
  package let places: PlaceSection
  package let exemplars: ExemplarSection
  package let narratives: NarrativeSection
  package let doubts: DoubtSection
  package let comparison: ComparisonSection
  /// What `--by` asked for.
  package let rows: QueryResult?

  init(_ basis: ReportBasis) {
    let (facts, question) = (basis.facts, basis.question)
    regimeID = facts.regime.id
    regimeDigest = facts.regime.digest
    registryDigest = facts.registry.digest
    window = question.window
    asOf = facts.asOf
    filter = question.filter
    reporting = ReportingSection(basis)
    activities = ActivitySection(basis)
    tasks = TaskSection(basis)
    told = ToldSection(basis)
    places = PlaceSection(basis)
    exemplars = ExemplarSection(basis)
    narratives = NarrativeSection(basis)
    doubts = DoubtSection(basis)
    comparison = ComparisonSection(basis, own: WindowFigures(question.window, activities, tasks, told))
    rows = question.by.isEmpty ? nil : basis.query(by: question.by)
  }

  private var sections: [any ReportSection] {
    [reporting, activities, tasks, told, places, exemplars, narratives, doubts, comparison]
  }

  /// Content areas in which fewer than a tenth of the reporting units did something
  /// (<doc:layout#Hints-for-the-assessment>).
  package var thinAreas: [String] {
    activities.areas.filter { $0.measures.units * 10 < reporting.units }.map(\.code)
  }

  /// The canonical report, `tonghop.report/1` (<doc:commands#Canonical-report>).
  package func json(_ head: ReportHead) -> JSONValue {
    var members = head.others
    for section in sections { members.merge(section.members) { _, figures in figures } }
    members["thinAreas"] = .array(thinAreas.map { .string($0) })
    if let rows {
      members["by"] = .array(rows.by.map { .string($0.rawValue) })
      members["rows"] = rows.rowsJSON
    }
    if !filter.isEmpty { members["where"] = filter.json }
    members["schema"] = .string("tonghop.report/1")
    members["kind"] = .string(head.kind)
    members["key"] = .string(head.key)
    members["to"] = .string(head.recipient.rawValue)
    members["ledgerHead"] = .string(head.ledgerHead)
    members["regime"] = .object(["id": .string(regimeID), "sha256": .string(regimeDigest.description)])
    members["registry"] = .object(["sha256": .string(registryDigest.description)])
    members["window"] = window.json
    members["asOf"] = .int(asOf)
    return .object(members)
  }
}

extension Window {
  var json: JSONValue { .object(["from": .string(from.description), "to": .string(to.description)]) }
}
