/// What the latest report of a unit tells again of its other live ones, or calls by an id of theirs
/// (<doc:counting#Live-activities>).
package struct RetoldActivities: Sendable, Hashable {
  /// A row of the report and one of another.
  package struct Pair: Sendable, Hashable {
    package let row: Int
    /// Which of the others, and the row in it.
    package let other: Int
    package let otherRow: Int
    /// Whether the report's own row counts.
    package let ownCounts: Bool
  }

  /// Rows that bear one id, are two activities and both count, where the period of one contains that of the other; by the
  /// report's rows.
  package private(set) var reused: [Pair] = []
  /// Rows of which one counts for both, though its figures are others; by the report's rows.
  package private(set) var shadowed: [Pair] = []

  private struct Read {
    let period: PeriodKey
    let activities: [Activity]
    let rank: ReadingRank
    /// `nil` is the report that is looked at.
    let other: Int?
    var counts: [Bool] = []
  }

  /// Reads all of a unit's live reports. Time is linear in their rows.
  /// - Parameters:
  ///   - activities: the rows of the report, which is the latest.
  ///   - others: the unit's live reports for other periods.
  ///   - comparing: takes away of a row what may be long and is not compared.
  ///   - wholes: the periods that contain a period.
  package init(
    _ activities: [Activity], of period: PeriodKey, among others: [OtherReport],
    comparing: (Activity) -> Activity = { $0 }, within wholes: (PeriodKey) -> Set<PeriodKey>,
    folding fold: @escaping TitleFolding
  ) {
    guard !activities.isEmpty, others.contains(where: { !$0.rows.activities.isEmpty }) else { return }
    func read(_ period: PeriodKey, _ activities: [Activity], _ sequence: Int64, _ other: Int?) -> Read {
      let rank = ReadingRank(wholes: wholes(period).count, sequence: sequence)
      return Read(period: period, activities: activities, rank: rank, other: other)
    }
    var reports = others.enumerated().map { read($1.period, $1.rows.activities.map(comparing), $1.sequence, $0) }
    reports.append(read(period, activities, .max, nil))
    reports.sort { $0.rank < $1.rank }
    shadowed = RetoldActivities.shadowed(&reports, within: wholes, folding: fold)
    guard let own = reports.first(where: { $0.other == nil }) else { return }
    reused = RetoldActivities.reused(
      own,
      reports.filter { $0.other != nil && (wholes(period).contains($0.period) || wholes($0.period).contains(period)) }
    )
  }

  /// Decides which rows count, and finds those that differ from what counts for them.
  private static func shadowed(
    _ reports: inout [Read], within wholes: (PeriodKey) -> Set<PeriodKey>, folding fold: @escaping TitleFolding
  ) -> [Pair] {
    var counted = CountedActivities(folding: fold)
    var figures = ToldFigures(folding: fold)
    var pairs: [Pair] = []
    var ownPlace: Int?
    for place in reports.indices {
      let report = reports[place]
      var counts = [Bool](repeating: false, count: report.activities.count)
      for row in counted.read(report.activities, of: report.period, within: wholes(report.period)) {
        counts[row] = true
      }
      reports[place].counts = counts
      if report.other == nil { ownPlace = place }
      // Before the report itself is read there is nothing of it to differ from.
      if let ownPlace {
        for row in counts.indices where !counts[row] {
          let activity = report.activities[row]
          let same = counted.counterparts(of: activity)
          guard let first = same.first, place == ownPlace || first.submission == ownPlace,
            !same.contains(where: { agrees(activity, reports[$0.submission].activities[$0.row]) }),
            !figures.knows(activity)
          else { continue }
          if let other = report.other {
            pairs.append(Pair(row: first.row, other: other, otherRow: row, ownCounts: true))
          } else if let other = reports[first.submission].other {
            pairs.append(Pair(row: row, other: other, otherRow: first.row, ownCounts: false))
          }
        }
      }
      for row in counts.indices where counts[row] { figures.enter(report.activities[row]) }
    }
    return pairs.sorted { ($0.row, $0.other, $0.otherRow) < ($1.row, $1.other, $1.otherRow) }
  }

  private static func reused(_ own: Read, _ nested: [Read]) -> [Pair] {
    guard !nested.isEmpty else { return [] }
    var rows: [OwnID: Int] = [:]
    for row in own.counts.indices where own.counts[row] {
      if let id = own.activities[row].id { rows[OwnID(id)] = row }
    }
    var pairs: [Pair] = []
    for report in nested {
      guard let other = report.other else { continue }
      for otherRow in report.counts.indices where report.counts[otherRow] {
        guard let id = report.activities[otherRow].id, let row = rows[OwnID(id)] else { continue }
        pairs.append(Pair(row: row, other: other, otherRow: otherRow, ownCounts: true))
      }
    }
    return pairs.sorted { ($0.row, $0.other, $0.otherRow) < ($1.row, $1.other, $1.otherRow) }
  }

  private static func agrees(_ one: Activity, _ other: Activity) -> Bool {
    one.quantity == other.quantity && one.people == other.people && one.area == other.area
      && one.channel == other.channel && Set(one.topics) == Set(other.topics)
  }
}

/// Rows that count, by their nature and what they tell of it: of several of one nature each has its own figures.
private struct ToldFigures {
  private struct Key: Hashable {
    let frame: ActivityFrame
    let quantity: Int64
    let people: Int64
    let area: String
    let channel: String
    let topics: Set<String>
  }

  private var numbering = ActivityNumbering()
  private var titles: TitleTable<Key>

  init(folding fold: @escaping TitleFolding) {
    titles = TitleTable(folding: fold)
  }

  mutating func knows(_ activity: Activity) -> Bool {
    var title = ToldTitle(activity.title)
    return titles.number(of: &title, under: key(of: activity)) != nil
  }

  mutating func enter(_ activity: Activity) {
    var title = ToldTitle(activity.title)
    _ = titles.enter(0, for: &title, under: key(of: activity))
  }

  private mutating func key(of activity: Activity) -> Key {
    Key(
      frame: numbering.frame(of: activity), quantity: activity.quantity, people: activity.people, area: activity.area,
      channel: activity.channel, topics: Set(activity.topics))
  }
}
