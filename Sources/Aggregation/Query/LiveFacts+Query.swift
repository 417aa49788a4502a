package import ReportingModel

extension LiveFacts {
  /// Sums the live activities dated in a window, by any dimensions, under any filter (<doc:counting#Activities>).
  ///
  /// An activity with several topics stands in each of their rows and once in the total. It passes a filter on topics
  /// when any of its topics does; grouped by topics as well, it then stands only in the rows of topics that the filter
  /// names.
  package func query(_ window: Window, by: [Dimension] = [], where filter: DimensionFilter = [:]) -> QueryResult {
    var result = query(window, by: by, filters: [filter])
    result.filter = filter
    return result
  }

  /// The same under several filters, all of which an activity must pass.
  func query(_ window: Window, by: [Dimension], filters: [DimensionFilter]) -> QueryResult {
    var dimensions: [Dimension] = []
    for dimension in by where !dimensions.contains(dimension) { dimensions.append(dimension) }
    let selection = Selection(self, window: window, filters: filters)
    let key = GroupKey(self, by: dimensions, selection: selection)
    var total = GroupTable(sizes: GroupKey.Lanes(repeating: 1))
    var groups = GroupTable(sizes: key.sizes)
    let (unitColumn, dates, sets) = (columns.unit, columns.date, columns.topicSet)
    let (quantities, peoples) = (columns.quantity, columns.people)
    selection.forEach(columns) { index in
      let unit = Int(unitColumn[index])
      total.add(GroupKey.Lanes(), unit: unit, quantity: quantities[index], people: peoples[index])
      guard !dimensions.isEmpty else { return }
      let lanes = key.lanes(of: index, unit: unit, date: dates[index])
      guard let topics = key.topics else {
        groups.add(lanes, unit: unit, quantity: quantities[index], people: peoples[index])
        return
      }
      for topic in topics[Int(sets[index])] {
        groups.add(
          GroupKey.adding(topic: topic, to: lanes), unit: unit, quantity: quantities[index], people: peoples[index])
      }
    }
    let rows = groups.keys.enumerated().map { slot, lanes in (key.sortKey(lanes), groups.measures(slot)) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
      .map { QueryResult.Row(codes: key.codes($0.0), measures: $0.1) }
    return QueryResult(
      window: window, asOf: asOf, by: dimensions, filter: [:], rows: rows,
      total: total.keys.isEmpty ? .zero : total.measures(0))
  }
}
