/// Measures how many edits lie between one text and each of many: one insertion, deletion, replacement or swap of neighbours
/// counts 1, as in `nearest(_:in:within:)`.
///
/// A column of the table of edits is held in the bits of a word (Hyyrö 2003), so that a name costs as many steps as it has
/// bytes.
package struct EditMeter: Sendable {
  /// The most bytes that the one text may have.
  package static let longest = 64

  private let count: Int
  /// Where each byte stands in the one text.
  private let places: [UInt64]

  /// - Returns: `nil` for a text that is empty or too long.
  package init?(_ text: [UInt8]) {
    guard (1...EditMeter.longest).contains(text.count) else { return nil }
    count = text.count
    var places = [UInt64](repeating: 0, count: 256)
    for (index, byte) in text.enumerated() { places[Int(byte)] |= 1 << UInt64(index) }
    self.places = places
  }

  package func distance(to other: [UInt8]) -> Int {
    let last: UInt64 = 1 << UInt64(count - 1)
    var (rises, falls, diagonal, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
    var distance = count
    for byte in other {
      let here = places[Int(byte)]
      let swapped = ((~diagonal & here) << 1) & before
      diagonal = (((here & rises) &+ rises) ^ rises) | here | falls | swapped
      var rising = falls | ~(diagonal | rises)
      var falling = diagonal & rises
      if rising & last != 0 { distance += 1 }
      if falling & last != 0 { distance -= 1 }
      rising = rising << 1 | 1
      falling <<= 1
      rises = falling | ~(diagonal | rising)
      falls = rising & diagonal
      before = here
    }
    return distance
  }
}
