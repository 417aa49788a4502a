import Regimes
import ReportingModel
import VietnameseText

/// The names of a registry, by which a report under a wrong code is recognised
/// (<doc:regime#Codes-decide-and-names-suggest>).
struct UnitNames: Sendable {
  private struct Bearer: Sendable {
    let row: UnitRow
    let bare: [UInt8]
  }

  private let registry: Registry
  private let byTitle: [FoldedTitle: [UnitRow]]
  private let bearers: [Bearer]

  init(_ registry: Registry) {
    self.registry = registry
    byTitle = Dictionary(grouping: registry.rows) { FoldedTitle(titleKey($0.name)) }
    bearers = registry.rows.map { Bearer(row: $0, bare: UnitNames.bare($0.name)) }.filter { !$0.bare.isEmpty }
  }

  /// What a name that a report tells says of its code.
  enum Suspicion {
    /// Other units, and no row of the unit itself, bear it.
    case borne(by: [UnitRow])
    /// It is nearer to other units' names than to any of the unit's own.
    case fits([UnitRow])
  }

  /// Holds a name against those of all units that were in force on a day of a period and that no succession joins to the unit;
  /// `nil` where it suits the unit no worse than any of them.
  func suspicion(_ told: String, of unit: String, in window: Window) -> Suspicion? {
    let title = FoldedTitle(titleKey(told))
    let same = byTitle[title] ?? []
    guard !same.contains(where: { $0.code == unit }) else { return nil }
    let related = Related(registry, unit)
    func isOther(_ row: UnitRow) -> Bool { row.isInForce(during: window) && !related.contains(row.code) }
    let bearing = UnitNames.oneEach(same.filter(isOther))
    if !bearing.isEmpty { return .borne(by: bearing) }
    guard let meter = EditMeter(UnitNames.bare(told)),
      let own = registry.rows(of: unit).map({ meter.distance(to: UnitNames.bare($0.name)) }).min()
    else { return nil }
    var least = own
    var nearest: [UnitRow] = []
    for bearer in bearers {
      let distance = meter.distance(to: bearer.bare)
      guard distance < own, distance <= least, isOther(bearer.row) else { continue }
      if distance < least { nearest = [] }
      least = distance
      nearest.append(bearer.row)
    }
    return nearest.isEmpty ? nil : .fits(UnitNames.oneEach(nearest))
  }

  private static func oneEach(_ rows: [UnitRow]) -> [UnitRow] {
    var seen: Set<String> = []
    return rows.filter { seen.insert($0.code).inserted }
  }

  /// A name folded and without the words of kind in front: `Trường THPT Mẫu 001` and `THPT Mẫu 001` are `mau001`; of `Trường`
  /// alone nothing is left.
  private static func bare(_ name: String) -> [UInt8] {
    let words = name.split { $0.isWhitespace || $0 == "-" }.map { foldedKey(String($0)) }.filter { !$0.isEmpty }
    var rest = words[...]
    while let kind = rest.first.flatMap({ kinds[$0] })?.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(kind.count)
    }
    return Array(rest.joined().utf8)
  }

  /// Words that say of which kind a unit is, folded, by the first of them; longer ones before those that they begin with.
  private static let kinds: [String: [[String]]] = Dictionary(
    grouping: """
      truong, tieu hoc, trung hoc co so, trung hoc pho thong, trung hoc, pho thong, th, thcs, thpt, pt, lien cap,
      mam non, mau giao, mn, mg, nha tre, nhom tre, lop mau giao, doc lap, co so giao duc,
      dan toc noi tru, dan toc ban tru, dtnt, dtbt, ptdtnt, ptdtbt, cao dang, trung cap,
      trung tam, tt, giao duc thuong xuyen, giao duc nghe nghiep, giao duc, gdtx, gdnn,
      uy ban nhan dan, uy ban, ubnd, xa, phuong, dac khu, thi tran, va
      """.split { $0 == "," || $0.isNewline }.map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty },
    by: { $0[0] })
}

/// The units that a succession of mergers joins to one, itself among them: what became of it, and what it came from.
private struct Related {
  private let registry: Registry
  private let unit: String
  private let after: Set<String>

  init(_ registry: Registry, _ unit: String) {
    self.registry = registry
    self.unit = unit
    after = Related.successors(of: unit, in: registry)
  }

  func contains(_ code: String) -> Bool {
    code == unit || after.contains(code) || Related.successors(of: code, in: registry).contains(unit)
  }

  /// Every unit that succeeds one, at first or at last.
  private static func successors(of code: String, in registry: Registry) -> Set<String> {
    var found: Set<String> = []
    var open = [code]
    while let next = open.popLast() {
      for successor in registry.rows(of: next).compactMap(\.successor) where found.insert(successor).inserted {
        open.append(successor)
      }
    }
    return found
  }
}
