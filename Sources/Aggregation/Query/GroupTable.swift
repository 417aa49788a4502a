/// The groups met so far, each with its sums.
///
/// Small key spaces are a plain array from key to group; larger ones a dictionary. Activities must come ordered by
/// unit: then a unit is new to a group exactly when it is not the last one that the group saw.
struct GroupTable {
  private struct Sums {
    var measures = Measures()
    var lastUnit = -1
  }

  /// Keys up to here are looked up in an array of four bytes each.
  private static let denseLimit = 1 << 22

  private var dense: [Int32] = []
  private var sparse: [GroupKey.Lanes: Int32] = [:]
  private var strides = SIMD8<UInt32>()
  private let isDense: Bool
  private(set) var keys: [GroupKey.Lanes] = []
  private var sums: [Sums] = []
  private var lastKey: GroupKey.Lanes?
  private var lastSlot = 0

  init(sizes: GroupKey.Lanes) {
    var size = 1
    var overflow = false
    for lane in 0..<8 {
      strides[lane] = UInt32(truncatingIfNeeded: size)
      let (product, isOver) = size.multipliedReportingOverflow(by: Int(sizes[lane]))
      overflow = overflow || isOver || product > GroupTable.denseLimit
      size = overflow ? 1 : product
    }
    isDense = !overflow
    if isDense { dense = [Int32](repeating: -1, count: size) }
  }

  @inline(__always)
  mutating func add(_ key: GroupKey.Lanes, unit: Int, quantity: Int64, people: Int64) {
    let slot = slot(of: key)
    sums[slot].measures.records += 1
    sums[slot].measures.quantity += Int128(quantity)
    sums[slot].measures.people += Int128(people)
    if sums[slot].lastUnit != unit {
      sums[slot].lastUnit = unit
      sums[slot].measures.units += 1
    }
  }

  @inline(__always)
  private mutating func slot(of key: GroupKey.Lanes) -> Int {
    if isDense {
      let place = Int((key &* strides).wrappedSum())
      if dense[place] < 0 { dense[place] = Int32(truncatingIfNeeded: newSlot(key)) }
      return Int(dense[place])
    }
    if key == lastKey { return lastSlot }
    lastKey = key
    if let known = sparse[key] {
      lastSlot = Int(known)
    } else {
      lastSlot = newSlot(key)
      sparse[key] = Int32(truncatingIfNeeded: lastSlot)
    }
    return lastSlot
  }

  private mutating func newSlot(_ key: GroupKey.Lanes) -> Int {
    keys.append(key)
    sums.append(Sums())
    return sums.count - 1
  }

  func measures(_ slot: Int) -> Measures { sums[slot].measures }
}
