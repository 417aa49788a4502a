import ReportingModel

/// A window and filters made ready for the columns: what passes, as one flag for each code.
struct Selection {
  let from: Int32
  let to: Int32
  /// By unit number.
  let units: [Bool]
  /// For each one-code dimension that is filtered, by code number.
  let codes: [(column: [UInt32], passes: [Bool])]
  /// By topic set; `nil` when no filter names topics.
  let topicSets: [Bool]?
  /// By topic number: topics that every filter on topics names.
  let topics: [Bool]?
  /// By day after `from`; `nil` when no filter names months.
  let days: [Bool]?

  /// - Parameter filters: an activity passes when it passes all of them.
  init(_ facts: LiveFacts, window: Window, filters: [DimensionFilter]) {
    let columns = facts.columns
    let dates = columns.date
    // Cut to the days that occur, so that a table by day is never longer than the data.
    let lowest = max(window.from.dayNumber, dates.min() ?? .max)
    let highest = min(window.to.dayNumber, dates.max() ?? .min)
    from = lowest
    to = highest
    var units = [Bool](repeating: true, count: facts.units.codes.count)
    for filter in filters {
      let passes = facts.units.passes(filter)
      for unit in units.indices where !passes[unit] { units[unit] = false }
    }
    self.units = units
    codes = [Dimension.task, .area, .channel, .product].compactMap { dimension in
      let wanted = filters.compactMap { $0[dimension] }
      guard !wanted.isEmpty, let table = columns.tables[dimension], let column = columns.column(dimension) else {
        return nil
      }
      return (column, table.codes.map { code in wanted.allSatisfy { $0.contains(code) } })
    }
    let wantedTopics = filters.compactMap { $0[.topic] }
    if wantedTopics.isEmpty {
      topicSets = nil
      topics = nil
    } else {
      let names = columns.tables[.topic]?.codes ?? []
      topicSets = columns.topicSets.map { set in
        wantedTopics.allSatisfy { wanted in set.contains { wanted.contains(names[Int($0)]) } }
      }
      topics = names.map { name in wantedTopics.allSatisfy { $0.contains(name) } }
    }
    let wantedMonths = filters.compactMap { $0[.month] }
    if wantedMonths.isEmpty || lowest > highest {
      days = nil
    } else {
      days = (lowest...highest).map { day in
        let code = CalendarDate(dayNumber: day).monthCode
        return wantedMonths.allSatisfy { $0.contains(code) }
      }
    }
  }

  /// Calls the body with the number of each activity that passes, in the order of the columns: by unit.
  @inline(__always)
  func forEach(_ columns: ActivityColumns, _ body: (Int) -> Void) {
    let dates = columns.date
    let unitColumn = columns.unit
    let sets = columns.topicSet
    activities: for index in dates.indices {
      let date = dates[index]
      guard date >= from, date <= to, units[Int(unitColumn[index])] else { continue }
      for (column, passes) in codes where !passes[Int(column[index])] { continue activities }
      if let topicSets, !topicSets[Int(sets[index])] { continue }
      if let days, !days[Int(date - from)] { continue }
      body(index)
    }
  }
}
