package import ReportingModel

/// One live activity and where it was told: what `audit explain` follows a figure back to.
package struct TracedActivity: Sendable, Hashable {
  package let unit: String
  package let period: PeriodKey
  package let sequence: Int64
  package let activity: Activity
}

extension LiveFacts {
  /// The live activities that a query counts, by unit, date, sequence and line.
  package func activities(in window: Window, where filter: DimensionFilter = [:]) -> [TracedActivity] {
    activities(in: window, filters: [filter])
  }

  func activities(in window: Window, filters: [DimensionFilter]) -> [TracedActivity] {
    var traced: [TracedActivity] = []
    Selection(self, window: window, filters: filters).forEach(columns) { traced.append(self.traced($0)) }
    return traced.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.unit != b.unit { return a.unit.bytewisePrecedes(b.unit) }
      return (a.activity.date, a.sequence, a.activity.line, right.offset)
        < (b.activity.date, b.sequence, b.activity.line, left.offset)
    }.map(\.element)
  }

  func traced(_ index: Int) -> TracedActivity {
    let submission = live[Int(columns.submission[index])]
    return TracedActivity(
      unit: submission.unitCode, period: submission.key, sequence: submission.sequence,
      activity: submission.activities[Int(columns.row[index])])
  }

  /// The activity of a row of the columns.
  func activity(_ index: Int) -> Activity {
    live[Int(columns.submission[index])].activities[Int(columns.row[index])]
  }
}
