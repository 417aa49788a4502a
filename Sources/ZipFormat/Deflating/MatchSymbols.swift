/// A length of 3 to 258 as its symbol and what is added to it (RFC 1951, 3.2.5).
struct LengthSymbol {
  let symbol: Int
  let extra: UInt32
  let extraWidth: Int

  /// Eight lengths have symbols of their own; then four symbols share each further power of two. 258 has its own again.
  init(_ length: Int) {
    let offset = length &- 3
    if offset < 8 || length == 258 {
      symbol = length == 258 ? 285 : 257 &+ offset
      extra = 0
      extraWidth = 0
    } else {
      let width = offset.highestBit &- 2
      symbol = 257 &+ 4 &* (width &+ 1) &+ (offset &>> width) & 3
      extra = UInt32(truncatingIfNeeded: offset & (1 &<< width &- 1))
      extraWidth = width
    }
  }
}

/// A distance of 1 to 32 768 as its symbol and what is added to it (RFC 1951, 3.2.5).
struct DistanceSymbol {
  let symbol: Int
  let extra: UInt32
  let extraWidth: Int

  /// Four distances have symbols of their own; then two symbols share each further power of two.
  init(_ distance: Int) {
    let offset = distance &- 1
    if offset < 4 {
      symbol = offset
      extra = 0
      extraWidth = 0
    } else {
      let width = offset.highestBit &- 1
      symbol = 2 &* (width &+ 1) &+ (offset &>> width) & 1
      extra = UInt32(truncatingIfNeeded: offset & (1 &<< width &- 1))
      extraWidth = width
    }
  }
}

extension Int {
  fileprivate var highestBit: Int { Int.bitWidth &- 1 &- leadingZeroBitCount }
}
