import Aggregation
import Regimes
import ReportingModel

/// The rules of <doc:counting> once more, as plainly as they can be written, to hold the fast ones against.
struct Reference {
  let submissions: [Sent]
  let requests: [CollectionRequest]
  /// Live activities with their unit.
  private(set) var activities: [(unit: String, activity: Activity)] = []

  init(submissions: [Sent], requests: [CollectionRequest]) {
    self.submissions = submissions
    self.requests = requests
    activities = activityReference.judged().counting.map { ($0.unit, $0.activity) }
  }

  var live: [Sent] {
    submissions.filter { one in
      !one.withdrawn
        && !submissions.contains {
          !$0.withdrawn && $0.sequence > one.sequence && $0.content.header.unit == one.content.header.unit
            && $0.content.header.period == one.content.header.period
        }
    }.sorted { $0.sequence < $1.sequence }
  }

  func codes(_ dimension: Dimension, _ unit: String, _ activity: Activity) -> [String] {
    let row = Fixture.units.first { $0.code == unit }
    let code =
      switch dimension {
      case .task: activity.task
      case .area: activity.area
      case .channel: activity.channel
      case .product: activity.product
      case .topic: ""
      case .kind: row?.kind ?? ""
      case .level: row?.level ?? ""
      case .commune: row?.kind == "UBND_XA" ? unit : row?.commune ?? ""
      case .region: row?.region ?? ""
      case .unit: unit
      case .month: activity.date.monthCode
      }
    if dimension == .topic { return activity.topics.isEmpty ? ["-"] : activity.topics }
    return [code.isEmpty ? "-" : code]
  }

  func query(_ window: Window, _ by: [Dimension], _ filter: DimensionFilter) -> [String: Measures] {
    var groups: [String: [(String, Activity)]] = [:]
    for (unit, activity) in activities where window.contains(activity.date) {
      guard
        filter.allSatisfy({ dimension, values in codes(dimension, unit, activity).contains { values.contains($0) } })
      else { continue }
      var keys = [""]
      for dimension in by {
        let own = codes(dimension, unit, activity).filter { filter[dimension]?.contains($0) ?? true }
        keys = keys.flatMap { key in own.map { key + "/" + $0 } }
      }
      for key in keys { groups[key, default: []].append((unit, activity)) }
    }
    return groups.mapValues { rows in
      Measures(
        records: rows.count, quantity: rows.reduce(0) { $0 + Int128($1.1.quantity) },
        people: rows.reduce(0) { $0 + Int128($1.1.people) }, units: Set(rows.map(\.0)).count)
    }
  }

  func parts(_ key: PeriodKey) -> [PeriodKey] {
    (key.kind == "NAM" ? ["HK1", "HK2"].map { PeriodKey(kind: $0, which: key.which) } : [])
      + requests.filter { $0.partOf == key }.map { PeriodKey(kind: "CD", which: $0.code) }
  }

  func told(_ unit: String, _ key: PeriodKey, _ code: String) -> Amount {
    if let value = live.first(where: { $0.content.header.unit == unit && $0.content.header.period == key })?
      .content.value(of: code)
    {
      return value
    }
    return parts(key).reduce(.zero) { $0 + told(unit, $1, code) }
  }

  func lastDay(_ key: PeriodKey) -> CalendarDate {
    if let request = requests.first(where: { $0.code == key.which }) { return request.window.to }
    let year = SchoolYear(key.which)?.firstYear ?? 0
    return Fixture.day(key.kind == "HK1" ? "\(year + 1)-01-17" : "\(year + 1)-05-31")
  }

  func flow(_ code: String, _ window: Window) -> Amount? {
    var sum: Amount?
    for submission in live {
      let header = submission.content.header
      guard let value = submission.content.value(of: code), window.contains(lastDay(header.period)) else { continue }
      let contained = parts(header.period).reduce(Amount.zero) { $0 + told(header.unit, $1, code) }
      sum = (sum ?? .zero) + value - contained
    }
    return sum
  }
}
