import ReportingModel

/// How an activity's codes become the number of its group.
///
/// Dimensions of units are joined into one number for each unit beforehand, so that a row has at most seven codes: unit
/// group, task, area, channel, product, month, topic.
struct GroupKey {
  /// The codes of one group: a lane for each part, 0 where the part is not grouped by.
  typealias Lanes = SIMD8<UInt32>

  private static let topicLane = 6

  let by: [Dimension]
  /// By unit: the number of the group of its unit dimensions.
  let unitGroups: [UInt32]
  /// By group: the unit's code numbers, in the order of `unitDimensions`.
  private let unitCodes: [[UInt32]]
  private let unitDimensions: [Dimension]
  private let columns: [(lane: Int, column: [UInt32])]
  /// By day after `firstDay`: months after `firstMonth`; empty when not grouped by months.
  private let months: [UInt32]
  /// Counted from January of year 0.
  private let firstMonth: Int
  private let firstDay: Int32
  /// By topic set: the topics in whose rows an activity stands; `nil` when not grouped by topics.
  let topics: [[UInt32]]?
  /// Number of values in each lane.
  let sizes: Lanes
  private let tables: [Dimension: CodeTable]

  init(_ facts: LiveFacts, by: [Dimension], selection: Selection) {
    self.by = by
    unitDimensions = by.filter(\.isOfUnits)
    var sizes = Lanes(repeating: 1)
    var groups: [[UInt32]: UInt32] = [:]
    var unitCodes: [[UInt32]] = []
    unitGroups = facts.units.codes.indices.map { unit in
      let codes = by.filter(\.isOfUnits).compactMap { facts.units.numbers[$0]?[unit] }
      if let group = groups[codes] { return group }
      let group = UInt32(truncatingIfNeeded: unitCodes.count)
      groups[codes] = group
      unitCodes.append(codes)
      return group
    }
    self.unitCodes = unitCodes
    sizes[0] = UInt32(max(1, unitCodes.count))
    let lanes: [(Dimension, Int)] = [(.task, 1), (.area, 2), (.channel, 3), (.product, 4)]
    var columns: [(lane: Int, column: [UInt32])] = []
    for (dimension, lane) in lanes where by.contains(dimension) {
      columns.append((lane, facts.columns.column(dimension) ?? []))
      sizes[lane] = UInt32(max(1, facts.columns.tables[dimension]?.count ?? 1))
    }
    self.columns = columns
    firstDay = selection.from
    if by.contains(.month), selection.from <= selection.to {
      let first = GroupKey.month(of: selection.from)
      months = (selection.from...selection.to).map { UInt32(clamping: GroupKey.month(of: $0) - first) }
      firstMonth = first
      sizes[5] = (months.last ?? 0) + 1
    } else {
      months = []
      firstMonth = 0
    }
    if by.contains(.topic) {
      let wanted = selection.topics
      topics = facts.columns.topicSets.map { set in set.filter { wanted?[Int($0)] ?? true } }
      sizes[GroupKey.topicLane] = UInt32(max(1, facts.columns.tables[.topic]?.count ?? 1))
    } else {
      topics = nil
    }
    self.sizes = sizes
    tables = facts.columns.tables.merging(facts.units.tables) { first, _ in first }
  }

  private static func month(of day: Int32) -> Int {
    let (year, month, _) = CalendarDate(dayNumber: day).components
    return year * 12 + month - 1
  }

  /// The group of an activity, but for its topic.
  @inline(__always)
  func lanes(of index: Int, unit: Int, date: Int32) -> Lanes {
    var lanes = Lanes()
    lanes[0] = unitGroups[unit]
    for (lane, column) in columns { lanes[lane] = column[index] }
    if !months.isEmpty { lanes[5] = months[Int(date - firstDay)] }
    return lanes
  }

  @inline(__always)
  static func adding(topic: UInt32, to lanes: Lanes) -> Lanes {
    var lanes = lanes
    lanes[topicLane] = topic
    return lanes
  }

  /// Code numbers in the order of `by`: they sort as the codes do.
  func sortKey(_ lanes: Lanes) -> [UInt32] {
    by.map { dimension in
      switch dimension {
      case .task: lanes[1]
      case .area: lanes[2]
      case .channel: lanes[3]
      case .product: lanes[4]
      case .month: lanes[5]
      case .topic: lanes[GroupKey.topicLane]
      case .kind, .level, .commune, .region, .unit:
        unitDimensions.firstIndex(of: dimension).map { unitCodes[Int(lanes[0])][$0] } ?? 0
      }
    }
  }

  /// The codes that a sort key stands for.
  func codes(_ sortKey: [UInt32]) -> [String] {
    zip(by, sortKey).map { dimension, number in
      if dimension == .month {
        let month = firstMonth + Int(number)
        return CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)?.monthCode ?? CodeTable.none
      }
      return tables[dimension]?.codes[Int(number)] ?? CodeTable.none
    }
  }
}
