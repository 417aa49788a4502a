import Regimes
package import Register
package import ReportingModel

/// What would have been counted, and was not (<doc:record#Explanations>).
package struct LeftOut: Sendable, Hashable {
  package enum Reason: String, Sendable, Hashable {
    /// A later version took the place of its submission.
    case superseded
    /// The same activity counts in another submission of the unit.
    case shadowed
    case withdrawn
  }

  package let contribution: Contribution
  package let reason: Reason
}

/// A version that does not live, with what it says.
package struct FormerVersion: Sendable {
  package let unit: String
  package let period: PeriodKey
  package let version: SubmissionVersion
  package let content: SubmissionContent

  package init(unit: String, period: PeriodKey, version: SubmissionVersion, content: SubmissionContent) {
    self.unit = unit
    self.period = period
    self.version = version
    self.content = content
  }
}

extension FigureExplainer {
  /// Of a sum over activities or told values, what of other versions and of the same activities told elsewhere is not in it; by
  /// unit, sequence and line.
  package func leftOut(_ path: String, former: [FormerVersion]) -> [LeftOut] {
    guard let (scope, steps) = scope(of: path.split(separator: ".").map(String.init)), let source = scope.source(steps)
    else { return [] }
    return scope.leftOut(source, former).sorted { left, right in
      let (a, b) = (left.contribution, right.contribution)
      if a.unit != b.unit { return a.unit.bytewisePrecedes(b.unit) }
      return (a.sequence ?? 0, a.line) < (b.sequence ?? 0, b.line)
    }
  }

  private func leftOut(_ source: FigureSource, _ former: [FormerVersion]) -> [LeftOut] {
    switch source {
    case .activities(let filters, let measure):
      return shadowed(filters, measure)
        + former.flatMap { version in
          version.content.activities.compactMap { activity in
            row(activity, of: version, filters, measure)
          }
        }
    case .told(let code, _), .toldBy(let code, _): return former.compactMap { told(code, $0) }
    case .units, .exemplars: return []
    case .ratio(let top, let bottom): return leftOut(top, former) + leftOut(bottom, former)
    }
  }

  private func row(
    _ activity: Activity, of version: FormerVersion, _ filters: [DimensionFilter], _ measure: FigureSource.Measure
  ) -> LeftOut? {
    guard let unit = facts.units.index(of: version.unit), passes(activity, unit, filters) else { return nil }
    let value = measure.value(quantity: activity.quantity, people: activity.people)
    guard value != .zero else { return nil }
    return LeftOut(
      contribution: Contribution(
        unit: version.unit, period: version.period, sequence: version.version.sequence, table: .activities,
        line: activity.line, value: value), reason: version.version.withdrawnBy == nil ? .superseded : .withdrawn)
  }

  private func shadowed(_ filters: [DimensionFilter], _ measure: FigureSource.Measure) -> [LeftOut] {
    let columns = facts.columns
    var counted = [Set<UInt32>](repeating: [], count: facts.live.count)
    for index in columns.submission.indices { counted[Int(columns.submission[index])].insert(columns.row[index]) }
    var result: [LeftOut] = []
    for (index, submission) in facts.live.enumerated() where counted[index].count < submission.activities.count {
      for (row, activity) in submission.activities.enumerated()
      where !counted[index].contains(UInt32(truncatingIfNeeded: row)) && passes(activity, submission.unit, filters) {
        let value = measure.value(quantity: activity.quantity, people: activity.people)
        guard value != .zero else { continue }
        result.append(
          LeftOut(
            contribution: Contribution(
              unit: submission.unitCode, period: submission.key, sequence: submission.sequence, table: .activities,
              line: activity.line, value: value), reason: .shadowed))
      }
    }
    return result
  }

  private func told(_ code: String, _ version: FormerVersion) -> LeftOut? {
    guard let unit = facts.units.index(of: version.unit), passing[unit], let value = version.content.value(of: code)
    else { return nil }
    let isAsked: Bool =
      switch question.basis {
      case .window: facts.period(version.period).map { window.contains($0.window.to) } ?? false
      case .period(let key): version.period == key
      case .activitiesOnly: false
      }
    guard isAsked else { return nil }
    return LeftOut(
      contribution: Contribution(
        unit: version.unit, period: version.period, sequence: version.version.sequence, table: .indicators,
        line: version.content.indicators.first { $0.code == code }?.line ?? 0, value: value),
      reason: version.version.withdrawnBy == nil ? .superseded : .withdrawn)
  }

  /// Whether a row of a unit passes every filter: as `Selection` does over the columns.
  private func passes(_ activity: Activity, _ unit: Int, _ filters: [DimensionFilter]) -> Bool {
    guard window.contains(activity.date) else { return false }
    return filters.allSatisfy { filter in
      filter.allSatisfy { dimension, values in
        switch dimension {
        case .task: values.contains(activity.task)
        case .area: values.contains(activity.area)
        case .channel: values.contains(activity.channel)
        case .product: values.contains(activity.product)
        case .topic:
          activity.topics.isEmpty ? values.contains(CodeTable.none) : activity.topics.contains(where: values.contains)
        case .month: values.contains(activity.date.monthCode)
        case .kind, .level, .commune, .region, .unit: values.contains(facts.units.code(of: unit, dimension))
        }
      }
    }
  }
}
