import Testing

@testable import Submissions

/// The nearest code is looked for once for each value, and for so many values only.
@Suite struct SuggestionTests {
  @Test func eachValueIsAskedOnce() {
    var suggestions = Suggestions()
    #expect(suggestions.nearest("NV0X", in: ["NV01"], of: 2) == "NV01")
    // The answer is remembered: nobody looks into the list again.
    #expect(suggestions.nearest("NV0X", in: [], of: 2) == "NV01")
    #expect(suggestions.nearest("NV0X", in: [], of: 3) == nil)
    for number in 0..<1000 { _ = suggestions.nearest("HT\(number)", in: ["HT1"], of: 4) }
    #expect(suggestions.nearest("HT1x", in: ["HT1"], of: 4) == nil)
    #expect(suggestions.nearest("NV0X", in: [], of: 2) == "NV01")
  }
}
