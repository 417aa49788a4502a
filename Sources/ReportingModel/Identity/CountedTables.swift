/// A row as the tables see it.
struct CountedRow {
  /// Its place in its submission.
  let row: Int
  /// Number of its id, if it has one.
  let id: Int32?
  let frame: ActivityFrame
  var title: ToldTitle
  /// Its number among all rows that count, in the order of reading, once it is in the tables.
  var number = 0
}

/// Where rows are looked up that may be the same activity as one that counts, whatever the two periods: a table for each
/// clause of <doc:counting#Live-activities>.
struct CountedTables {
  /// One id on one day.
  private struct Mark: Hashable {
    let id: Int32
    let date: CalendarDate
  }

  /// One id, on one day, for one task and product.
  private struct MarkedFrame: Hashable {
    let id: Int32
    let frame: ActivityFrame
  }

  /// (1) Date, task, product and title agree.
  private var natures: TitleTable<ActivityFrame>
  /// (2a) Ids, dates and titles agree.
  private var titles: TitleTable<Mark>
  /// (2a) Ids, dates, tasks and products agree.
  private var frames: [MarkedFrame: Int] = [:]

  init(folding fold: @escaping TitleFolding) {
    natures = TitleTable(folding: fold)
    titles = TitleTable(folding: fold)
  }

  /// Whether a row is the same activity as one that was entered, by (1) or (2a).
  ///
  /// What needs no title comes first: a row that was told again unchanged is found without folding.
  mutating func knows(_ row: inout CountedRow) -> Bool {
    if let id = row.id, frames[MarkedFrame(id: id, frame: row.frame)] != nil { return true }
    if natures.number(of: &row.title, under: row.frame) != nil { return true }
    guard let id = row.id else { return false }
    return titles.number(of: &row.title, under: Mark(id: id, date: row.frame.date)) != nil
  }

  /// The numbers of the rows that were entered and are the same activity, by (1) and (2a) the first of each.
  mutating func all(_ row: inout CountedRow) -> [Int] {
    var found = [natures.number(of: &row.title, under: row.frame)]
    if let id = row.id {
      found.append(frames[MarkedFrame(id: id, frame: row.frame)])
      found.append(titles.number(of: &row.title, under: Mark(id: id, date: row.frame.date)))
    }
    return found.compactMap { $0 }
  }

  /// Makes room for some more rows.
  mutating func reserve(_ count: Int) {
    natures.reserve(count)
    titles.reserve(count)
    frames.reserveCapacity(frames.count + count)
  }

  mutating func enter(_ row: inout CountedRow) {
    _ = natures.enter(row.number, for: &row.title, under: row.frame)
    guard let id = row.id else { return }
    let frame = MarkedFrame(id: id, frame: row.frame)
    if frames[frame] == nil { frames[frame] = row.number }
    _ = titles.enter(row.number, for: &row.title, under: Mark(id: id, date: row.frame.date))
  }
}

/// What (2b) of <doc:counting#Live-activities> asks but for the title: one id in one school year, for one task and product.
struct Recurrence: Hashable {
  private let id: Int32
  private let year: Int32
  private let task: Int32
  private let product: Int32

  /// `nil` for a row without id.
  init?(_ row: CountedRow) {
    guard let id = row.id else { return nil }
    self.id = id
    year = Int32(clamping: SchoolYear(of: row.frame.date).firstYear)
    task = row.frame.task
    product = row.frame.product
  }
}
