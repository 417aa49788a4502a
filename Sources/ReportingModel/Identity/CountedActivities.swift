/// Which activities of one unit count, where it told some more than once (<doc:counting#Live-activities>).
///
/// Submissions are read in the order of `ReadingRank`. Time is linear in the rows, times the depth of periods within
/// periods. Tables are made of a submission only when another is read after it: a unit's only one costs no more than the
/// look for its repeats.
package struct CountedActivities {
  /// A row of one of the submissions, in the order of reading.
  package struct Place: Hashable, Sendable {
    /// How many submissions were read before its own.
    package let submission: Int
    /// Its place in its submission.
    package let row: Int
  }

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
  /// Where the rows in the tables stand, by their number.
  private var places: [Place] = []
  /// The submissions whose periods contain that of the one read last.
  private var containing: [Int] = []

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
    containing = submissions.indices.filter { wholes.contains(submissions[$0].period) }
    for index in containing { makeRecurrences(of: index) }
    let isFirst = submissions.isEmpty
    var own = TitleTable<ActivityFrame>(folding: fold)
    var rows: [CountedRow] = []
    rows.reserveCapacity(activities.count)
    for index in activities.indices.reversed() {
      var row = counted(activities[index], at: index)
      if !isFirst, tables.knows(&row) || recurrence(of: &row) != nil { continue }
      // Rows of one submission are told apart by their ids: only what has none is the same told twice.
      if row.id == nil, own.enter(index, for: &row.title, under: row.frame) != nil { continue }
      rows.append(row)
    }
    submissions.append(Submission(period: period, rows: rows))
    return rows.map(\.row)
  }

  /// The rows that count and are the same activity as a row of the submission read last: of each clause the one that was read
  /// first, in the order of reading.
  package mutating func counterparts(of activity: Activity) -> [Place] {
    var row = counted(activity, at: 0)
    var found = Set(tables.all(&row))
    if let number = recurrence(of: &row) { found.insert(number) }
    return found.sorted().map { places[$0] }
  }

  private mutating func counted(_ activity: Activity, at index: Int) -> CountedRow {
    CountedRow(
      row: index, id: numbering.id(of: activity), frame: numbering.frame(of: activity), title: ToldTitle(activity.title)
    )
  }

  /// Puts the rows of the submission that was read last where those of the next one are looked up.
  private mutating func enterLast() {
    guard let last = submissions.indices.last else { return }
    tables.reserve(submissions[last].rows.count)
    for index in submissions[last].rows.indices {
      submissions[last].rows[index].number = places.count
      places.append(Place(submission: last, row: submissions[last].rows[index].row))
      tables.enter(&submissions[last].rows[index])
    }
  }

  private mutating func makeRecurrences(of index: Int) {
    guard submissions[index].recurrences == nil else { return }
    var table = TitleTable<Recurrence>(folding: fold)
    table.reserve(submissions[index].rows.count)
    for place in submissions[index].rows.indices {
      guard let recurrence = Recurrence(submissions[index].rows[place]) else { continue }
      let number = submissions[index].rows[place].number
      _ = table.enter(number, for: &submissions[index].rows[place].title, under: recurrence)
    }
    submissions[index].recurrences = table
  }

  /// The first row that is the same activity by (2b), of a submission whose period contains that of the row's.
  private mutating func recurrence(of row: inout CountedRow) -> Int? {
    guard !containing.isEmpty, let recurrence = Recurrence(row) else { return nil }
    for index in containing {
      if let number = submissions[index].recurrences?.number(of: &row.title, under: recurrence) { return number }
    }
    return nil
  }
}
