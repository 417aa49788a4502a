package import ReportingModel
import VietnameseText

/// Live activities that may be one: they agree in date, product and folded title, and units of one commune tell them, or one unit
/// does (<doc:counting#Possible-doubles>). All of them count.
package struct PossibleDouble: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var unit: String
    package var period: PeriodKey
    package var sequence: Int64
    /// The unit's own id.
    package var id: String?
    /// Line in the file it was read from.
    var line: Int
  }

  package var date: CalendarDate
  /// As the first of the rows tells it.
  package var title: String
  package var product: String
  package var rows: [Row]
}

extension LiveFacts {
  /// What the activities of one possible double agree in, but for the title.
  private struct Meeting: Hashable {
    /// The commune's number, or the unit's below zero where it has no commune.
    let place: Int
    let date: Int32
    let product: UInt32
  }

  /// The possible doubles among the activities that a report counts; titles are folded only where all else agrees.
  func possibleDoubles(_ window: Window, where filter: DimensionFilter) -> [PossibleDouble] {
    let communes = units.codes.indices.map { unit in
      units.code(of: unit, .commune) == CodeTable.none
        ? -1 - unit : Int(units.numbers[.commune]?[unit] ?? 0)
    }
    var firsts = TitleTable<Meeting>(folding: titleKey)
    var groups: [Int: [Int]] = [:]
    Selection(self, window: window, filters: [filter]).forEach(columns) { index in
      let meeting = Meeting(
        place: communes[Int(columns.unit[index])], date: columns.date[index], product: columns.product[index])
      var title = ToldTitle(
        live[Int(columns.submission[index])].content.activities[Int(columns.row[index])].title)
      if let first = firsts.enter(index, for: &title, under: meeting) { groups[first, default: [first]].append(index) }
    }
    return groups.values.map { double($0) }
      .sortedBytewise { [$0.date.description, $0.title, $0.product, $0.rows.first?.unit ?? ""] }
  }

  private func double(_ indices: [Int]) -> PossibleDouble {
    let told = indices.map { traced($0) }.sorted { PossibleDouble.row($0).precedes(PossibleDouble.row($1)) }
    return PossibleDouble(
      date: told[0].activity.date, title: told[0].activity.title, product: told[0].activity.product,
      rows: told.map { PossibleDouble.row($0) })
  }
}

extension PossibleDouble {
  fileprivate static func row(_ told: TracedActivity) -> Row {
    Row(
      unit: told.unit, period: told.period, sequence: told.sequence, id: told.activity.id, line: told.activity.line)
  }
}

extension PossibleDouble.Row {
  fileprivate func precedes(_ other: PossibleDouble.Row) -> Bool {
    for (own, its) in [
      (unit, other.unit), (period.description, other.period.description),
    ] where own != its {
      return own.bytewisePrecedes(its)
    }
    if sequence != other.sequence { return sequence < other.sequence }
    let (own, its) = (id ?? "", other.id ?? "")
    return own.utf8.elementsEqual(its.utf8) ? line < other.line : own.bytewisePrecedes(its)
  }
}
