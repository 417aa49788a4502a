/// A unit's own id of an activity or an exemplar as ids are compared: upper-cased (<doc:counting#Live-activities>).
package struct OwnID: Hashable, Sendable {
  private let text: String

  package init(_ told: String) {
    text = told.uppercased()
  }
}

/// What an activity is but for its title: two that agree in this and in their folded titles are of one nature
/// (<doc:counting#Live-activities>).
struct ActivityFrame: Hashable {
  let date: CalendarDate
  /// Numbers of one `ActivityNumbering`.
  let task: Int32
  let product: Int32
}

/// Numbers for the codes and ids of activities, so that tables hash a few bytes instead of texts.
struct ActivityNumbering {
  private var codes: [String: Int32] = [:]
  private var ids: [OwnID: Int32] = [:]
  /// By the id as it was told, which saves the upper-casing.
  private var toldIDs: [String: Int32] = [:]

  mutating func frame(of activity: Activity) -> ActivityFrame {
    ActivityFrame(date: activity.date, task: number(of: activity.task), product: number(of: activity.product))
  }

  /// The number of an activity's id; one for all spellings of it.
  mutating func id(of activity: Activity) -> Int32? {
    guard let told = activity.id else { return nil }
    if let number = toldIDs[told] { return number }
    let id = OwnID(told)
    let number = ids[id] ?? Int32(clamping: ids.count)
    ids[id] = number
    toldIDs[told] = number
    return number
  }

  private mutating func number(of code: String) -> Int32 {
    if let number = codes[code] { return number }
    let number = Int32(clamping: codes.count)
    codes[code] = number
    return number
  }
}

/// Numbers of activities by their nature: date, task, product and folded title.
package struct ActivityNatures {
  private var numbering = ActivityNumbering()
  private var titles: TitleTable<ActivityFrame>

  package init(folding fold: @escaping TitleFolding) {
    titles = TitleTable(folding: fold)
  }

  /// Enters an activity under a number of the caller's; returns that of the first of its nature, which stays, if it is not
  /// the first.
  package mutating func enter(_ number: Int, for activity: Activity) -> Int? {
    var title = ToldTitle(activity.title)
    return titles.enter(number, for: &title, under: numbering.frame(of: activity))
  }
}
