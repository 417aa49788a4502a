import TestSupport
import Testing
import VietnameseText

/// The edits between two texts, against a table that is filled cell by cell.
@Suite struct EditMeterTests {
  private func table(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var rows = [Array(0...second.count)]
    for i in first.indices {
      rows.append([i + 1])
      for j in second.indices {
        var cost = min(rows[i][j + 1], rows[i + 1][j]) + 1
        cost = min(cost, rows[i][j] + (first[i] == second[j] ? 0 : 1))
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        rows[i + 1].append(cost)
      }
    }
    return rows[first.count][second.count]
  }

  @Test(
    arguments: [
      ("mau001", "mau002", 1), ("mau001", "mau010", 1), ("nguyendu", "nguyentrai", 4), ("a", "", 1), ("a", "bcd", 3),
      ("abcd", "abcd", 0), ("ca", "abc", 3),
    ]) func distances(_ one: String, _ other: String, _ count: Int) throws
  {
    let meter = try #require(EditMeter(Array(one.utf8)))
    #expect(meter.distance(to: Array(other.utf8)) == count)
  }

  @Test func itAgreesWithTheTable() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<3000 {
      func text(_ count: ClosedRange<Int>) -> [UInt8] {
        (0..<Int.random(in: count, using: &random)).map { _ in UInt8.random(in: 97...100, using: &random) }
      }
      let one = text(1...(Bool.random(using: &random) ? 64 : 8)), other = text(0...90)
      #expect(try #require(EditMeter(one)).distance(to: other) == table(one, other))
    }
  }

  @Test func whatIsEmptyOrTooLongIsNoName() {
    #expect(EditMeter([]) == nil && EditMeter([UInt8](repeating: 97, count: 65)) == nil)
  }
}
