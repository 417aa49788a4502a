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
  /// An activity by what those of one possible double agree in, but for the title.
  private struct Meeting {
    /// The commune's number, or the unit's below zero where it has no commune; the date; the product.
    let key: UInt128
    let index: Int

    init(place: Int, date: Int32, product: UInt32, index: Int) {
      key = UInt128(UInt64(bitPattern: Int64(place))) << 64 | UInt128(UInt32(bitPattern: date)) << 32 | UInt128(product)
      self.index = index
    }
  }

  /// The possible doubles among the activities that a report counts; titles are looked at only where all else agrees, which is
  /// rare: sorting numbers first took the tenth part of entering every title in a table.
  func possibleDoubles(_ window: Window, where filter: DimensionFilter) -> [PossibleDouble] {
    let communes = units.codes.indices.map { unit in
      units.code(of: unit, .commune) == CodeTable.none
        ? -1 - unit : Int(units.numbers[.commune]?[unit] ?? 0)
    }
    var meetings: [Meeting] = []
    let (unitColumn, dates, products) = (columns.unit, columns.date, columns.product)
    Selection(self, window: window, filters: [filter]).forEach(columns) { index in
      meetings.append(
        Meeting(
          place: communes[Int(unitColumn[index])], date: dates[index], product: products[index], index: index))
    }
    meetings.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    var found: [PossibleDouble] = []
    var rest = meetings[...]
    while let first = rest.first {
      let equal = rest.prefix { $0.key == first.key }
      rest = rest.dropFirst(equal.count)
      if equal.count > 1 { found += sameTitles(equal.map(\.index)).map { double($0) } }
    }
    return found.sortedBytewise { [$0.date.description, $0.title, $0.product, $0.rows.first?.unit ?? ""] }
  }

  /// Those that share their folded title with another.
  private func sameTitles(_ indices: [Int]) -> [[Int]] {
    var firsts = TitleTable<Bool>(folding: titleKey)
    var groups: [Int: [Int]] = [:]
    for index in indices {
      var title = ToldTitle(activity(index).title)
      if let first = firsts.enter(index, for: &title, under: true) { groups[first, default: [first]].append(index) }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
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
