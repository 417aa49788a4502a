import Aggregation
import Foundation
import Regimes
import ReportingModel

/// The rule of live activities (<doc:counting#Live-activities>) once more: every row against every row that counts.
struct ActivityReference {
  /// Why a row does not count.
  enum Clause: CaseIterable {
    case one, twoAByTitle, twoAByTask, twoB, twiceInOne
  }

  struct Row {
    let submission: Sent
    let activity: Activity
    let title: [Unicode.Scalar]

    var period: PeriodKey { submission.content.header.period }
    var unit: String { submission.content.header.unit }
  }

  /// Live submissions of any units.
  let live: [Sent]
  /// What a period is made of.
  let parts: (PeriodKey) -> [PeriodKey]
  /// All periods there are.
  let periods: [PeriodKey]

  func contains(_ whole: PeriodKey, _ part: PeriodKey) -> Bool {
    parts(whole).contains { $0 == part || contains($0, part) }
  }

  /// The rows that count, and for each of the others the clause that took it out.
  func judged() -> (counting: [Row], others: [(row: Row, clause: Clause)]) {
    var counting: [Row] = []
    var others: [(row: Row, clause: Clause)] = []
    func depth(_ submission: Sent) -> Int {
      periods.count { contains($0, submission.content.header.period) }
    }
    var titles: [String: [Unicode.Scalar]] = [:]
    for title in live.flatMap(\.content.activities).map(\.title) where titles[title] == nil {
      titles[title] = ActivityReference.folded(title)
    }
    let order = live.sorted { (depth($0), -$0.sequence) < (depth($1), -$1.sequence) }
    for submission in order {
      let read = counting.filter { $0.unit == submission.content.header.unit }
      var own: [Row] = []
      for activity in submission.content.activities.reversed() {
        let row = Row(submission: submission, activity: activity, title: titles[activity.title] ?? [])
        if let clause = read.lazy.compactMap({ self.clause(row, $0) }).first {
          others.append((row, clause))
        } else if activity.id == nil, own.contains(where: { $0.activity.id == nil && isOneNature(row, $0) }) {
          others.append((row, .twiceInOne))
        } else {
          own.append(row)
        }
      }
      counting += own
    }
    return (counting, others)
  }

  /// What the receipt of a live submission says of its unit's others, it being their latest: pairs of rows with one id that
  /// are two activities where one period contains the other, and rows told again with other figures.
  func told(of latest: Sent) -> (reused: Int, shadowed: Int) {
    let (counting, others) = judged()
    func depth(_ row: Row) -> (Int, Int64) {
      (periods.count { contains($0, row.period) }, -row.submission.sequence)
    }
    let unit = latest.content.header.unit
    let own = counting.filter { $0.submission.sequence == latest.sequence }
    var reused = 0
    for row in own {
      for other in counting where other.unit == unit && other.submission.sequence != latest.sequence {
        guard let first = row.activity.id, let second = other.activity.id, first.uppercased() == second.uppercased(),
          contains(row.period, other.period) || contains(other.period, row.period)
        else { continue }
        reused += 1
      }
    }
    var shadowed = 0
    for (row, clause) in others where row.unit == unit && clause != .twiceInOne {
      let same = counting.filter { $0.unit == unit && depth($0) < depth(row) && self.clause(row, $0) != nil }
      guard let first = same.first, !same.contains(where: { Self.agrees($0.activity, row.activity) }) else { continue }
      if max(first.submission.sequence, row.submission.sequence) == latest.sequence { shadowed += 1 }
    }
    return (reused, shadowed)
  }

  private static func agrees(_ a: Activity, _ b: Activity) -> Bool {
    a.quantity == b.quantity && a.people == b.people && a.area == b.area && a.channel == b.channel
      && a.topics.sorted() == b.topics.sorted()
  }

  private func isOneNature(_ a: Row, _ b: Row) -> Bool {
    a.activity.date == b.activity.date && a.activity.task == b.activity.task
      && a.activity.product == b.activity.product && a.title == b.title
  }

  private func clause(_ a: Row, _ b: Row) -> Clause? {
    if isOneNature(a, b) { return .one }
    guard let first = a.activity.id, let second = b.activity.id, first.uppercased() == second.uppercased(),
      SchoolYear(of: a.activity.date) == SchoolYear(of: b.activity.date)
    else { return nil }
    let isOneWork = a.activity.task == b.activity.task && a.activity.product == b.activity.product
    if a.activity.date == b.activity.date {
      if a.title == b.title { return .twoAByTitle }
      if isOneWork { return .twoAByTask }
    }
    guard a.title == b.title, isOneWork, contains(a.period, b.period) || contains(b.period, a.period) else {
      return nil
    }
    return .twoB
  }

  /// Folding (<doc:counting#Folding>), step by step.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    let invisible: Set<Unicode.Scalar> = ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"]
    let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    let lower = text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars
      .filter { !invisible.contains($0) }
    let words = lower.split { $0.properties.isWhitespace }.map { word -> [Unicode.Scalar] in
      let letters = String(String.UnicodeScalarView(word)).decomposedStringWithCanonicalMapping.unicodeScalars
      let rest = String(String.UnicodeScalarView(letters.filter { !tones.contains($0) }))
      return Array(rest.precomposedStringWithCanonicalMapping.unicodeScalars) + letters.filter { tones.contains($0) }
    }
    return Array(words.joined(separator: [" "]))
  }
}

extension Reference {
  var activityReference: ActivityReference {
    let years = (2024...2028).map { SchoolYear(firstYear: $0).description }
    let periods =
      years.flatMap { year in ["HK1", "HK2", "NAM"].map { PeriodKey(kind: $0, which: year) } }
      + requests.map { Fixture.asked($0.code) }
    return ActivityReference(live: live, parts: parts, periods: periods)
  }
}
