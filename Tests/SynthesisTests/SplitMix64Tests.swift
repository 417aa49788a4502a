import Testing

@testable import Synthesis

/// The generator is the published one, on any machine.
@Suite struct SplitMix64Tests {
  /// Of Vigna's splitmix64.c, seed 1234567.
  @Test func publishedSequence() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test func numbersStayInTheirRangeAndReachItsEnds() {
    var random = SplitMix64(seed: 9)
    let numbers = (0..<500).map { _ in random.number(-2...3) }
    #expect(Set(numbers) == [-2, -1, 0, 1, 2, 3])
    #expect((0..<50).allSatisfy { _ in random.number(7...7) == 7 })
    #expect(Set((0..<200).map { _ in random.element(["a", "b", "c"]) }) == ["a", "b", "c"])
  }
}
