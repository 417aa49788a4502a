import Regimes
import ReportingModel

extension LiveFacts {
  /// Makes all figures of a report.
  package func report(_ question: ReportQuestion) -> ReportAggregate {
    let (window, basis, filter) = (question.window, question.basis, question.filter)
    let passing = units.passes(filter)
    let submissions = submissions(window, basis, passing: passing)
    let values = UnitValues(self, window: window, basis: basis, filter: filter)
    let completeness = listed(question).compactMap { register.completeness(of: $0, where: filter) }
    let exemplars = exemplarFacts(basis, submissions)
    let byUnit = query(window, by: [.unit], where: filter)
    let reporting = Set(byUnit.rows.compactMap { units.index(of: $0.codes[0]) }).union(
      submissions.map { live[$0].unit })
    let places = Places(facts: self, window: window, filter: filter, reporting: reporting, exemplars: exemplars)
    let tasks = taskFigures(window, where: filter)
    let areas = rows(of: regime.areas.map(\.code), .area, window, filter)
    let indicators = values.figures(self, owing: owing(question, passing))
    let own = WindowFigures(
      window: window, total: byUnit.total, tasks: tasks.map { CodedMeasures(code: $0.code, measures: $0.measures) },
      contentAreas: areas, indicators: indicators)
    let before = figuresBefore(question, passing)
    let narratives = narratives(submissions)
    return ReportAggregate(
      regimeID: regime.id, regimeDigest: regime.digest, registryDigest: registry.digest, window: window, asOf: asOf,
      filter: filter, completeness: completeness, total: byUnit.total, tasks: tasks, contentAreas: areas,
      channels: rows(of: regime.channels.map(\.code), .channel, window, filter),
      products: rows(of: regime.products.map(\.code), .product, window, filter),
      topics: rows(of: regime.topics.map(\.code), .topic, window, filter), indicators: indicators,
      ratios: values.ratios(self), byKind: groups(.kind, window, filter), byLevel: groups(.level, window, filter),
      byRegion: groups(.region, window, filter), byCommune: groups(.commune, window, filter),
      byMonth: groups(.month, window, filter), exemplars: exemplarRows(exemplars), narratives: narratives,
      missingUnits: missing(completeness), negativeIncrements: sorted(values.negatives),
      possibleDoubles: possibleDoubles(window, where: filter),
      explanations: explanations(submissions),
      areaByChannel: query(window, by: [.area, .channel], where: filter),
      taskProducts: query(window, by: [.task, .product], where: filter), communes: places.communes(), before: before,
      rows: question.by.isEmpty ? nil : query(window, by: question.by, where: filter),
      areaProducts: query(window, by: [.area, .product], where: filter),
      kindProducts: query(window, by: [.kind, .product], where: filter), indicatorsByKind: values.byKind(self),
      ratiosByKind: values.ratiosByKind(self),
      indicatorPeriods: regime.indicators.filter { !$0.isDerived }
        .map { ($0.code, (values.periods[$0.code] ?? []).sorted()) },
      reporting: places.reportingByKind(), regions: places.regions(), communeTotals: places.totals(),
      exemplarsByArea: regime.areas.map { area in (area.code, exemplars.count { $0.exemplar.area == area.code }) },
      sections: regime.sections.map { section in
        (section.code, Set(narratives.filter { $0.section == section.code }.map(\.unit)).count)
      },
      notable: notable(window, where: filter), changes: before.map { Change.changes(own, since: $0) } ?? [],
      parts: question.parts.map { ($0.key, figures($0.window, .window, question, passing)) })
  }

  func listed(_ question: ReportQuestion) -> [PeriodKey] {
    question.listed ?? periods.ending(in: question.window).map(\.key)
  }

  /// Units that owe a period from which the told values can come.
  func owing(_ question: ReportQuestion, _ passing: [Bool]) -> Set<Int> {
    let owed =
      switch question.basis {
      case .period(let key): [key].compactMap { periods.period($0) }
      case .window, .activitiesOnly: periods.ending(in: question.window)
      }
    return register.units(owing: owed, inForceOn: question.window.to, passing: passing)
  }

  /// Figures of another window under the same filter.
  private func figures(
    _ window: Window, _ basis: ToldBasis, _ question: ReportQuestion, _ passing: [Bool]
  ) -> WindowFigures {
    let tasks = measures(by: .task, window, where: question.filter)
    return WindowFigures(
      window: window, total: query(window, where: question.filter).total,
      tasks: regime.tasks.map { CodedMeasures(code: $0.code, measures: tasks[$0.code] ?? .zero) },
      contentAreas: rows(of: regime.areas.map(\.code), .area, window, question.filter),
      indicators: UnitValues(self, window: window, basis: basis, filter: question.filter).figures(self, owing: []))
  }

  private func figuresBefore(_ question: ReportQuestion, _ passing: [Bool]) -> WindowFigures? {
    let window = question.window.yearBefore
    guard
      query(window, where: question.filter).total.records > 0
        || tellsSomething(window, question.beforeBasis, passing: passing)
    else { return nil }
    return figures(window, question.beforeBasis, question, passing)
  }

  /// A row for every code of the regime, zeros included.
  private func rows(
    of codes: [String], _ dimension: Dimension, _ window: Window, _ filter: DimensionFilter
  ) -> [CodedMeasures] {
    let measures = measures(by: dimension, window, where: filter)
    return codes.map { CodedMeasures(code: $0, measures: measures[$0] ?? .zero) }
  }

  /// The groups that have records, by code.
  private func groups(_ dimension: Dimension, _ window: Window, _ filter: DimensionFilter) -> [CodedMeasures] {
    query(window, by: [dimension], where: filter).rows.map { CodedMeasures(code: $0.codes[0], measures: $0.measures) }
  }
}
