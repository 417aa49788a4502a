import Regimes
import ReportingModel

extension LiveFacts {
  /// The exemplars of a report: by the day their submission's period ends; a period's report takes its submissions'
  /// alone.
  func exemplarFacts(_ basis: ToldBasis, _ submissions: [Int]) -> [ExemplarFact] {
    switch basis {
    case .window:
      let chosen = Set(submissions)
      return exemplars.filter { chosen.contains($0.submission) }
    case .period: return ExemplarFact.live(live, among: submissions)
    case .activitiesOnly: return []
    }
  }

  func exemplarRows(_ facts: [ExemplarFact]) -> [ExemplarRow] {
    facts.map { fact in
      ExemplarRow(
        unit: units.codes[fact.unit], code: fact.exemplar.id, area: fact.exemplar.area, title: fact.exemplar.title,
        summary: fact.exemplar.summary, link: fact.exemplar.link)
    }.sortedBytewise { [$0.unit, $0.code ?? "", $0.area, $0.title, $0.summary, $0.link ?? ""] }
  }

  func narratives(_ submissions: [Int]) -> [NarrativeRow] {
    submissions.flatMap { index in
      live[index].content.narratives.map { narrative in
        NarrativeRow(
          unit: live[index].unitCode, period: live[index].key, section: narrative.key, text: narrative.text)
      }
    }.sortedBytewise { [$0.unit, $0.period.description, $0.section, $0.text] }
  }

  func explanations(_ submissions: some Sequence<Int>) -> [ExplanationRow] {
    ExplanationRow.sorted(
      submissions.flatMap {
        ExplanationRow.rows(live[$0].explanations, of: live[$0].unitCode, for: live[$0].key)
      })
  }

  /// Required units without an accepted report.
  func missing(_ completeness: [PeriodCompleteness]) -> [MissingRow] {
    completeness.flatMap { period in
      period.units.filter { $0.status == .missing || $0.status == .rejected }.map { status in
        MissingRow(
          unit: status.unit, period: period.period, status: status.status, due: period.due, refusals: status.refusals)
      }
    }.sortedBytewise { [$0.unit, $0.period.description, $0.status.rawValue] }
  }

  /// For each area and each task up to three activities of a window: most people first, then most products, then the
  /// earliest.
  func notable(_ window: Window, where filter: DimensionFilter) -> [NotableActivity] {
    let limit = 3
    let dimensions: [(Dimension, [UInt32])] = [(.area, columns.area), (.task, columns.task)]
    var best: [[[Int]]] = dimensions.map { dimension, _ in
      [[Int]](repeating: [], count: columns.tables[dimension]?.count ?? 0)
    }
    Selection(self, window: window, filters: [filter]).forEach(columns) { index in
      for place in dimensions.indices {
        let code = Int(dimensions[place].1[index])
        if let last = best[place][code].last, best[place][code].count == limit, !isMoreNotable(index, last) { continue }
        let spot = best[place][code].firstIndex { isMoreNotable(index, $0) } ?? best[place][code].count
        best[place][code].insert(index, at: spot)
        if best[place][code].count > limit { best[place][code].removeLast() }
      }
    }
    return zip(dimensions, best).flatMap { dimension, codes in
      zip(columns.tables[dimension.0]?.codes ?? [], codes).flatMap { code, chosen in
        chosen.map { NotableActivity(dimension: dimension.0, code: code, activity: traced($0)) }
      }
    }
  }

  private func isMoreNotable(_ index: Int, _ other: Int) -> Bool {
    if columns.people[index] != columns.people[other] { return columns.people[index] > columns.people[other] }
    if columns.quantity[index] != columns.quantity[other] { return columns.quantity[index] > columns.quantity[other] }
    if columns.date[index] != columns.date[other] { return columns.date[index] < columns.date[other] }
    if columns.unit[index] != columns.unit[other] { return columns.unit[index] < columns.unit[other] }
    let (first, second) = (traced(index), traced(other))
    if first.activity.title != second.activity.title {
      return first.activity.title.bytewisePrecedes(second.activity.title)
    }
    return (first.sequence, first.activity.line) < (second.sequence, second.activity.line)
  }
}

extension Sequence {
  /// Sorted by some texts, one after the other, bytewise; equal ones keep their order.
  func sortedBytewise(_ keys: (Element) -> [String]) -> [Element] {
    map { ($0, keys($0)) }.sorted { left, right in
      for (first, second) in zip(left.1, right.1) where !first.utf8.elementsEqual(second.utf8) {
        return first.bytewisePrecedes(second)
      }
      return false
    }.map(\.0)
  }
}
