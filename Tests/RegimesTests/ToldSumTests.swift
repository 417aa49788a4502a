import Regimes
import ReportingModel
import TestSupport
import Testing

/// *told(P)* against its sentence, read word by word (<doc:counting#told-P>).
@Suite struct ToldSumTests {
  private static func key(_ number: Int) -> PeriodKey { PeriodKey(kind: "P", which: "\(number)") }

  /// Periods whose parts all come after them, so that there is no circle; a part may be part of several.
  private struct Tree {
    var parts: [PeriodKey: [PeriodKey]] = [:]
    var values: [PeriodKey: Amount] = [:]

    init(_ random: inout SplitMix64) {
      for number in 0..<9 {
        let later = Array(number + 1..<10).shuffled(using: &random)
        parts[key(number)] = later.prefix(Int.random(in: 0...3, using: &random)).map(key)
        if Int.random(in: 0..<3, using: &random) == 0 {
          values[key(number)] = Amount(thousandths: Int128.random(in: -2000...2000, using: &random))
        }
      }
    }

    /// The value that the submission for it tells, else the sum over the parts.
    func naive(_ period: PeriodKey) -> Amount? {
      if let value = values[period] { return value }
      let told = (parts[period] ?? []).compactMap(naive)
      return told.isEmpty ? nil : told.reduce(.zero, +)
    }

    var sum: ToldSum { ToldSum(parts: { parts[$0] ?? [] }, value: { values[$0] }) }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func partsOfPartsAreSummedWhereTheWholeIsNotTold(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let tree = Tree(&random)
    for number in 0..<10 { #expect(tree.sum.told(Self.key(number)) == tree.naive(Self.key(number))) }
    let some = [Self.key(1), Self.key(4), Self.key(7)]
    let told = some.compactMap(tree.naive)
    #expect(tree.sum.sum(some) == (told.isEmpty ? nil : told.reduce(.zero, +)))
  }

  /// A told zero is told; a part that tells nothing is not zero.
  @Test func notToldIsNotZero() {
    let (whole, first, second) = (Self.key(1), Self.key(2), Self.key(3))
    func told(_ values: [PeriodKey: Amount]) -> Amount? {
      ToldSum(parts: { $0 == whole ? [first, second] : [] }, value: { values[$0] }).told(whole)
    }
    #expect(told([:]) == nil)
    #expect(told([second: .zero]) == .zero)
    #expect(told([first: Amount(4), second: Amount(5)]) == Amount(9))
    #expect(told([whole: .zero, first: Amount(4)]) == .zero)
  }

  /// No regime is a circle; one that were would end all the same.
  @Test func aCircleEnds() {
    let (first, second) = (Self.key(1), Self.key(2))
    let parts = [first: [second], second: [first]]
    #expect(ToldSum(parts: { parts[$0] ?? [] }, value: { _ in nil }).told(first) == nil)
    let told = ToldSum(parts: { parts[$0] ?? [] }, value: { $0 == second ? Amount(3) : nil }).told(first)
    #expect(told == Amount(3))
  }
}
