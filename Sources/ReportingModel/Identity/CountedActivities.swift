/// Which activities of one unit count, where it told some more than once (<doc:counting#Live-activities>).
///
/// Submissions are read in the order of `ReadingRank`. Time is linear in the rows, times the depth of periods within
/// periods. Tables are made of a submission only when another is read after it: a unit's only one costs no more than the
/// look for its repeats.
package struct CountedActivities {
  private struct Submission {
    let period: PeriodKey
    /// Its rows that count.
    var rows: [CountedRow]
    /// By (2b); made when a part of its period is read.
    var recurrences: TitleTable<Recurrence>?
  }

  private let fold: TitleFolding
  private var numbering = ActivityNumbering()
  private var tables: CountedTables
  private var submissions: [Submission] = []

  package init(folding fold: @escaping TitleFolding) {
    self.fold = fold
    tables = CountedTables(folding: fold)
  }

  /// Reads a submission and returns the rows of it that count, the last first.
  /// - Parameters:
  ///   - activities: all rows of the submission.
  ///   - period: its period; a period is read once.
  ///   - wholes: the periods that contain it. Those of the unit's have been read, which the order sees to, so *the period of
  ///     one contains that of the other* needs no look the other way.
  package mutating func read(
    _ activities: [Activity], of period: PeriodKey, within wholes: Set<PeriodKey>
  ) -> [Int] {
    enterLast()
    let containing = submissions.indices.filter { wholes.contains(submissions[$0].period) }
    for index in containing { makeRecurrences(of: index) }
    let isFirst = submissions.isEmpty
    var own = TitleTable<ActivityFrame>(folding: fold)
    var rows: [CountedRow] = []
    rows.reserveCapacity(activities.count)
    for index in activities.indices.reversed() {
      let activity = activities[index]
      var row = CountedRow(
        row: index, id: numbering.id(of: activity), frame: numbering.frame(of: activity),
        title: ToldTitle(activity.title))
      if !isFirst, tables.knows(&row) || recurs(&row, in: containing) { continue }
      // Rows of one submission are told apart by their ids: only what has none is the same told twice.
      if row.id == nil, own.enter(index, for: &row.title, under: row.frame) != nil { continue }
      rows.append(row)
    }
    submissions.append(Submission(period: period, rows: rows))
    return rows.map(\.row)
  }

  /// Puts the rows of the submission that was read last where those of the next one are looked up.
  private mutating func enterLast() {
    guard let last = submissions.indices.last else { return }
    tables.reserve(submissions[last].rows.count)
    for index in submissions[last].rows.indices { tables.enter(&submissions[last].rows[index]) }
  }

  private mutating func makeRecurrences(of index: Int) {
    guard submissions[index].recurrences == nil else { return }
    var table = TitleTable<Recurrence>(folding: fold)
    table.reserve(submissions[index].rows.count)
    for place in submissions[index].rows.indices {
      guard let recurrence = Recurrence(submissions[index].rows[place]) else { continue }
      _ = table.enter(place, for: &submissions[index].rows[place].title, under: recurrence)
    }
    submissions[index].recurrences = table
  }

  /// Whether a row is the same activity as one of a submission whose period contains its own, by (2b).
  private mutating func recurs(_ row: inout CountedRow, in containing: [Int]) -> Bool {
    guard !containing.isEmpty, let recurrence = Recurrence(row) else { return false }
    for index in containing where submissions[index].recurrences?.number(of: &row.title, under: recurrence) != nil {
      return true
    }
    return false
  }
}
