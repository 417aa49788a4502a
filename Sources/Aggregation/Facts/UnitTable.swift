import Regimes
import ReportingModel

/// Every unit by a dense number in bytewise order of the codes, with its dimensions (<doc:counting#Activities>).
struct UnitTable: Sendable {
  let codes: [String]
  /// What the registry says of the unit on N's day, else latest; `nil` for a code it does not know.
  let rows: [UnitRow?]
  /// Numbers in `tables`, by dimension and unit.
  let numbers: [Dimension: [UInt32]]
  let tables: [Dimension: CodeTable]
  private let indices: [String: Int]
  private let registry: Registry

  /// - Parameter others: codes of units that told something though the registry does not know them.
  init(regime: Regime, registry: Registry, today: CalendarDate, others: Set<String>) {
    self.registry = registry
    let codes = Set(registry.codes).union(others).sorted { $0.bytewisePrecedes($1) }
    let rows = codes.map { registry.description(of: $0, on: today) }
    let communeKinds = Set(regime.unitKinds.filter { $0.group == .commune }.map(\.code))
    var numbers: [Dimension: [UInt32]] = [:]
    var tables: [Dimension: CodeTable] = [:]
    for dimension in Dimension.ofUnits {
      var table = CodeTable()
      let raw = zip(codes, rows).map { code, row in
        table.number(of: UnitTable.code(of: dimension, unit: code, row: row, communeKinds: communeKinds))
      }
      let renumbered = table.sort()
      numbers[dimension] = raw.map { renumbered[Int($0)] }
      tables[dimension] = table
    }
    self.codes = codes
    self.rows = rows
    self.numbers = numbers
    self.tables = tables
    indices = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
  }

  private static func code(of dimension: Dimension, unit: String, row: UnitRow?, communeKinds: Set<String>) -> String {
    guard dimension != .unit else { return unit }
    guard let row else { return CodeTable.none }
    return switch dimension {
    case .kind: row.kind
    case .level: row.level
    case .commune: communeKinds.contains(row.kind) ? unit : row.commune
    case .region: row.region
    default: CodeTable.none
    }
  }

  func index(of code: String) -> Int? { indices[code] }

  /// The unit's code in a dimension of units, `-` when it has none.
  func code(of unit: Int, _ dimension: Dimension) -> String {
    guard let table = tables[dimension], let number = numbers[dimension]?[unit] else { return CodeTable.none }
    return table.codes[Int(number)]
  }

  func kind(of unit: Int) -> String { rows[unit]?.kind ?? "" }

  func isInForce(_ unit: Int, on date: CalendarDate) -> Bool { registry.row(of: codes[unit], on: date) != nil }

  /// Whether a unit passes the filter's dimensions of units.
  func passes(_ filter: DimensionFilter) -> [Bool] {
    var passing = [Bool](repeating: true, count: codes.count)
    for dimension in Dimension.ofUnits {
      guard let wanted = filter[dimension], let table = tables[dimension], let numbers = numbers[dimension] else {
        continue
      }
      let matching = table.codes.map { wanted.contains($0) }
      for unit in passing.indices where !matching[Int(numbers[unit])] { passing[unit] = false }
    }
    return passing
  }
}
