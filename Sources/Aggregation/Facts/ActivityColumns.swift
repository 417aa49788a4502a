import Regimes
import ReportingModel
import VietnameseText

/// Live activities as columns of dense numbers, ordered by unit: a query touches no text and allocates nothing a row.
struct ActivityColumns: Sendable {
  var unit: [UInt32] = []
  /// Day numbers of `CalendarDate`.
  var date: [Int32] = []
  var task: [UInt32] = []
  var area: [UInt32] = []
  var channel: [UInt32] = []
  var product: [UInt32] = []
  /// Index in `topicSets`.
  var topicSet: [UInt32] = []
  var quantity: [Int64] = []
  var people: [Int64] = []
  /// Where it was told: index of the live submission, and of the row in it.
  var submission: [UInt32] = []
  var row: [UInt32] = []

  /// Code tables of task, area, channel, product and topic, bytewise sorted.
  var tables: [Dimension: CodeTable] = [:]
  /// Each combination of topics that occurs, as sorted numbers; one without topics holds the number of `-`.
  var topicSets: [[UInt32]] = []

  var count: Int { unit.count }

  /// The column of a dimension that is one code a row.
  func column(_ dimension: Dimension) -> [UInt32]? {
    switch dimension {
    case .task: task
    case .area: area
    case .channel: channel
    case .product: product
    default: nil
    }
  }
}

/// Fills the columns; live submissions must come ordered by unit.
struct ActivityColumnsBuilder {
  private var columns = ActivityColumns()
  private var tasks = CodeTable()
  private var areas = CodeTable()
  private var channels = CodeTable()
  private var products = CodeTable()
  private var topics = CodeTable()
  private var sets: [[String]: UInt32] = [:]

  /// Makes the columns of the live activities: those left when what was told twice counts once
  /// (<doc:counting#Live-activities>).
  static func columns(of live: [LiveSubmission], _ nesting: PeriodNesting) -> ActivityColumns {
    var builder = ActivityColumnsBuilder()
    builder.reserve(live.reduce(0) { $0 + $1.activities.count })
    var start = 0
    while start < live.count {
      var end = start + 1
      while end < live.count, live[end].unit == live[start].unit { end += 1 }
      builder.append(live, of: start..<end, nesting)
      start = end
    }
    return builder.finished()
  }

  private mutating func reserve(_ count: Int) {
    columns.unit.reserveCapacity(count)
    columns.date.reserveCapacity(count)
    columns.task.reserveCapacity(count)
    columns.area.reserveCapacity(count)
    columns.channel.reserveCapacity(count)
    columns.product.reserveCapacity(count)
    columns.topicSet.reserveCapacity(count)
    columns.quantity.reserveCapacity(count)
    columns.people.reserveCapacity(count)
    columns.submission.reserveCapacity(count)
    columns.row.reserveCapacity(count)
  }

  /// Appends one unit's activities, in the order of reading.
  private mutating func append(_ live: [LiveSubmission], of range: Range<Int>, _ nesting: PeriodNesting) {
    var counted = CountedActivities(folding: titleKey)
    func rank(_ index: Int) -> ReadingRank { nesting.rank(of: live[index].key, sequence: live[index].sequence) }
    for index in range.sorted(by: { rank($0) < rank($1) }) {
      let activities = live[index].activities
      for row in counted.read(activities, of: live[index].key, within: nesting.wholes(of: live[index].key)) {
        append(activities[row], unit: live[index].unit, submission: index, row: row)
      }
    }
  }

  private mutating func append(_ activity: Activity, unit: Int, submission: Int, row: Int) {
    columns.unit.append(UInt32(truncatingIfNeeded: unit))
    columns.date.append(activity.date.dayNumber)
    columns.task.append(tasks.number(of: activity.task))
    columns.area.append(areas.number(of: activity.area))
    columns.channel.append(channels.number(of: activity.channel))
    columns.product.append(products.number(of: activity.product))
    columns.topicSet.append(setNumber(of: activity.topics))
    columns.quantity.append(activity.quantity)
    columns.people.append(activity.people)
    columns.submission.append(UInt32(truncatingIfNeeded: submission))
    columns.row.append(UInt32(truncatingIfNeeded: row))
  }

  private mutating func setNumber(of codes: [String]) -> UInt32 {
    if let number = sets[codes] { return number }
    let number = UInt32(truncatingIfNeeded: columns.topicSets.count)
    let members = codes.isEmpty ? [topics.number(of: "")] : codes.map { topics.number(of: $0) }
    columns.topicSets.append(members)
    sets[codes] = number
    return number
  }

  private consuming func finished() -> ActivityColumns {
    ActivityColumnsBuilder.renumber(&columns.task, tasks.sort())
    ActivityColumnsBuilder.renumber(&columns.area, areas.sort())
    ActivityColumnsBuilder.renumber(&columns.channel, channels.sort())
    ActivityColumnsBuilder.renumber(&columns.product, products.sort())
    let renumbered = topics.sort()
    columns.topicSets = columns.topicSets.map { set in Set(set.map { renumbered[Int($0)] }).sorted() }
    columns.tables = [.task: tasks, .area: areas, .channel: channels, .product: products, .topic: topics]
    return columns
  }

  private static func renumber(_ column: inout [UInt32], _ renumbered: [UInt32]) {
    for index in column.indices { column[index] = renumbered[Int(column[index])] }
  }
}
