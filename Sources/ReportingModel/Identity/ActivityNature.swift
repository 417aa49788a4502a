/// A unit's own id of an activity or an exemplar as ids are compared: upper-cased (<doc:counting#Live-activities>).
package struct OwnID: Hashable, Sendable {
  let text: String

  package init(_ told: String) {
    // Most ids are capitals and digits already.
    text = told.utf8.contains { 97...122 ~= $0 || $0 >= 0x80 } ? told.uppercased() : told
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
  /// By the id as it was told, and as ids are compared: what is upper case is so again.
  private var ids: [String: Int32] = [:]
  private var idCount: Int32 = 0

  mutating func frame(of activity: Activity) -> ActivityFrame {
    ActivityFrame(date: activity.date, task: number(of: activity.task), product: number(of: activity.product))
  }

  /// The number of an activity's id; one for all spellings of it.
  mutating func id(of activity: Activity) -> Int32? {
    guard let told = activity.id else { return nil }
    if let number = ids[told] { return number }
    let text = OwnID(told).text
    let known = text == told ? nil : ids[text]
    let number = known ?? idCount
    if known == nil {
      idCount += 1
      ids[text] = number
    }
    if text != told { ids[told] = number }
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
