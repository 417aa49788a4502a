import ReportingModel
import VietnameseText

/// The activities of one unit that were met, by identity (<doc:counting#Live-activities>).
///
/// With the unit's own id: school year of the date and id. Without: date, task, product and folded title. Titles are
/// folded only where date, task and product meet a second time, for folding is most of the cost.
struct IdentitySet {
  private struct Own: Hashable {
    let year: Int32
    let id: String
  }

  private struct Natural: Hashable {
    let date: Int32
    let task: String
    let product: String
  }

  private enum Titles {
    case single(String)
    case folded(Set<String>)
  }

  private var own: Set<Own>
  private var natural: [Natural: Titles] = [:]

  init(capacity: Int) {
    own = Set(minimumCapacity: capacity)
  }

  /// Takes an activity in and says whether it is the first of its identity.
  mutating func insert(_ activity: Activity) -> Bool {
    if let id = activity.id {
      return own.insert(Own(year: Int32(clamping: SchoolYear(of: activity.date).firstYear), id: id)).inserted
    }
    let key = Natural(date: activity.date.dayNumber, task: activity.task, product: activity.product)
    switch natural[key] {
    case nil:
      natural[key] = .single(activity.title)
      return true
    case .single(let title):
      let first = caseFolded(title)
      let second = caseFolded(activity.title)
      natural[key] = .folded([first, second])
      return first != second
    case .folded(var titles):
      natural[key] = nil
      defer { natural[key] = .folded(titles) }
      return titles.insert(caseFolded(activity.title)).inserted
    }
  }
}
