/// Finds where the bytes ahead stood before: a chain of places, the newest first, for every hash of three bytes.
///
/// A place is asked for once; places that were passed over are noted on the way.
struct MatchFinder {
  /// How far back a match may lie, and how long one may be (RFC 1951, 2).
  static let reach = 1 << 15
  static let longest = 258
  static let shortest = 3

  /// So many places of a chain are looked at.
  private static let patience = 64
  /// From this length on none longer is looked for.
  private static let enough = 128
  /// Three bytes from farther away take more bits than three bytes.
  private static let nearForShortest = 4096

  struct Match {
    let length: Int
    let distance: Int
  }

  private var newest = [Int32](repeating: -1, count: 1 << 15)
  /// The place before in the same chain, by the lowest bits of the place.
  private var earlier = [Int32](repeating: -1, count: MatchFinder.reach)
  private var notedCount = 0

  mutating func forget() {
    for index in newest.indices { newest[index] = -1 }
    notedCount = 0
  }

  /// The longest run at `place` that stood before and is longer than `length`; the nearest of equals.
  mutating func match(at place: Int, longerThan length: Int, in bytes: Span<UInt8>) -> Match? {
    let most = min(MatchFinder.longest, bytes.count &- place)
    if most <= max(length, MatchFinder.shortest &- 1) { return nil }
    while notedCount < place { _ = note(in: bytes) }
    var candidate = note(in: bytes)
    let farthest = max(0, place &- MatchFinder.reach)
    var bestLength = max(length, MatchFinder.shortest &- 1)
    var bestPlace = -1
    var patience = MatchFinder.patience
    while candidate >= farthest, patience > 0 {
      // What is not longer than the best mostly differs where it would have to go on.
      if bytes[candidate &+ bestLength] == bytes[place &+ bestLength], bytes[candidate] == bytes[place] {
        var count = 1
        while count < most, bytes[candidate &+ count] == bytes[place &+ count] { count &+= 1 }
        if count > bestLength {
          (bestLength, bestPlace) = (count, candidate)
          if count == most || count >= MatchFinder.enough { break }
        }
      }
      let next = Int(earlier[candidate & (MatchFinder.reach &- 1)])
      if next >= candidate { break }
      candidate = next
      patience &-= 1
    }
    let distance = place &- bestPlace
    if bestPlace < 0 || bestLength == MatchFinder.shortest && distance > MatchFinder.nearForShortest { return nil }
    return Match(length: bestLength, distance: distance)
  }

  /// Notes the next place, which has three bytes, and tells what was first in its chain.
  private mutating func note(in bytes: Span<UInt8>) -> Int {
    let place = notedCount
    let three = UInt32(bytes[place]) | UInt32(bytes[place &+ 1]) &<< 8 | UInt32(bytes[place &+ 2]) &<< 16
    let hash = Int((three &* 0x9E37_79B1) &>> 17)
    let before = newest[hash]
    newest[hash] = Int32(truncatingIfNeeded: place)
    earlier[place & (MatchFinder.reach &- 1)] = before
    notedCount = place &+ 1
    return Int(before)
  }
}
