/// The place of a submission in the reading of a unit's: that with the fewest periods around its own first, among equals
/// the latest (<doc:counting#Live-activities>).
package struct ReadingRank: Comparable {
  private let wholes: Int
  private let sequence: Int64

  /// - Parameter wholes: number of periods that contain the submission's.
  package init(wholes: Int, sequence: Int64) {
    self.wholes = wholes
    self.sequence = sequence
  }

  package static func < (left: ReadingRank, right: ReadingRank) -> Bool {
    left.wholes != right.wholes ? left.wholes < right.wholes : left.sequence > right.sequence
  }
}
