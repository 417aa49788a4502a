import ReportingModel

/// What is wrong between the periods of a regime: what a school tells must belong to one period, or to a whole and its parts,
/// or sums would count it twice (<doc:regime#Calendars>).
struct ScheduleChecks {
  struct Problem {
    /// Index of the kind at fault.
    let kind: Int
    /// The attribute to look at first.
    let attribute: String
    let message: LocalizedText
  }

  private let kinds: [PeriodKind]
  private let years: [Int]
  /// For each kind the kinds it is made of, at any depth.
  private let contents: [Set<Int>]

  /// As many kinds as `regime.xsd` allows; what a file has beyond them is refused already.
  private static let most = 24

  init(kinds all: [PeriodKind], appliesFrom: CalendarDate) {
    let kinds = Array(all.prefix(ScheduleChecks.most))
    self.kinds = kinds
    var years = Set((-1...2).map { appliesFrom.year + $0 })
    for year in kinds.flatMap(\.exceptions.keys) { years.formUnion([year - 1, year, year + 1]) }
    self.years = years.sorted()
    let parts = kinds.map { kind in kind.parts.compactMap { part in kinds.firstIndex { $0.code == part } } }
    contents = kinds.indices.map { kind in
      var found: Set<Int> = []
      var waiting = parts[kind]
      while let part = waiting.popLast() {
        if found.insert(part).inserted { waiting += parts[part] }
      }
      return found
    }
  }

  func problems() -> [Problem] {
    var result: [Problem] = []
    for kind in kinds.indices { result += ownProblems(kind) }
    return result + overlaps()
  }

  private func ownProblems(_ index: Int) -> [Problem] {
    let kind = kinds[index]
    var result: [Problem] = []
    func add(_ attribute: String, _ vietnamese: String, _ english: String) {
      result.append(Problem(kind: index, attribute: attribute, message: LocalizedText(vietnamese, english)))
    }
    if contents[index].contains(index) {
      add("gom", "Kỳ \(kind.code) gồm chính nó.", "The period \(kind.code) contains itself.")
    }
    if kind.calendar == .request, kinds[..<index].contains(where: { $0.calendar == .request }) {
      add("lich", "Chỉ có một loại kỳ theo yêu cầu.", "There is one kind of period on request.")
    }
    let special: [PeriodSchedule] = kind.exceptions.sorted { $0.key < $1.key }.map(\.value)
    for schedule in (kind.schedule.map { [$0] } ?? []) + special {
      guard let window = schedule.window(in: 2027) else {
        add("den", "Kỳ \(kind.code) kết thúc trước khi bắt đầu.", "The period \(kind.code) ends before it begins.")
        continue
      }
      if let due = schedule.due.date(in: 2027), due < window.to {
        add("han", "Hạn nộp của kỳ \(kind.code) trước ngày cuối kỳ.", "The period \(kind.code) is due before it ends.")
      }
    }
    for part in kinds where kind.parts.contains(part.code) && part.code != kind.code {
      if part.calendar != kind.calendar {
        add(
          "gom", "Kỳ \(part.code) không cùng loại lịch với \(kind.code).",
          "The period \(part.code) lives by another calendar than \(kind.code).")
      } else if years.contains(where: { lies(part, outside: kind, in: $0) }) {
        add("gom", "Kỳ \(part.code) nằm ngoài kỳ \(kind.code).", "The period \(part.code) lies outside \(kind.code).")
      }
    }
    return result
  }

  private func lies(_ part: PeriodKind, outside whole: PeriodKind, in year: Int) -> Bool {
    guard let inner = part.schedule(in: year)?.window(in: year), let outer = whole.schedule(in: year)?.window(in: year)
    else { return false }
    return !outer.encloses(inner)
  }

  private struct Span {
    let kind: Int
    let year: Int
    let window: Window
  }

  /// Overlapping periods of which neither is made of the other, one problem for each pair of kinds.
  private func overlaps() -> [Problem] {
    let spans = kinds.indices.flatMap { kind in
      years.compactMap { year in
        kinds[kind].schedule(in: year)?.window(in: year).map { Span(kind: kind, year: year, window: $0) }
      }
    }.sorted { ($0.window.from, $0.kind, $0.year) < ($1.window.from, $1.kind, $1.year) }
    var pairs: Set<[Int]> = []
    for (index, first) in spans.enumerated() {
      for second in spans[(index + 1)...].prefix(while: { $0.window.from <= first.window.to })
      where !isWholeAndPart(first, second) {
        pairs.insert([min(first.kind, second.kind), max(first.kind, second.kind)])
      }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { pair in
      let (first, second) = (kinds[pair[0]].code, kinds[pair[1]].code)
      return Problem(
        kind: pair[1], attribute: "tu",
        message: LocalizedText(
          "Các ngày của kỳ \(second) chồng lên kỳ \(first) mà không kỳ nào gồm kỳ kia.",
          "The days of \(second) overlap \(first), and neither contains the other."))
    }
  }

  private func isWholeAndPart(_ first: Span, _ second: Span) -> Bool {
    first.year == second.year
      && (contents[first.kind].contains(second.kind) || contents[second.kind].contains(first.kind))
  }
}
