import ReportingModel
import TestSupport
import Testing

/// What is kept in mind of a content is the same whether the content or its stored bytes were read.
@Suite struct ContentSummaryTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func theStoredBytesGiveTheContentsSummary(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let content = Self.content(&random)
    let bytes = content.storedBytes
    #expect(try ContentSummary(storedBytes: bytes) == ContentSummary(content))
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func whateverIsCutOffOrAddedIsRefused(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = Self.content(&random).storedBytes
    for count in bytes.indices {
      #expect(throws: CanonicalDecoder.Malformed.self) { try ContentSummary(storedBytes: Array(bytes[..<count])) }
    }
    #expect(throws: CanonicalDecoder.Malformed.self) { try ContentSummary(storedBytes: bytes + [0]) }
    #expect(throws: CanonicalDecoder.Malformed.self) { try ContentSummary(storedBytes: [4] + bytes.dropFirst()) }
  }

  /// The value that counts of an indicator that is told twice is the first, as `value(of:)` says.
  @Test func theFirstOfTwoValuesCounts() throws {
    var content = CanonicalTests.content
    content.indicators.append(IndicatorValue(code: content.indicators[0].code, value: .zero))
    let told = try ContentSummary(storedBytes: content.storedBytes).told
    #expect(told == ["CT09": try #require(content.value(of: "CT09"))])
  }

  private static func content(_ random: inout SplitMix64) -> SubmissionContent {
    var content = SubmissionContent(
      header: SubmissionHeader(
        regime: text(&random), unit: text(&random), unitName: maybe(&random),
        period: PeriodKey(kind: text(&random), which: text(&random)), nilReturn: .random(using: &random),
        preparer: maybe(&random), signer: maybe(&random), date: day(&random)))
    content.header.number = Bool.random(using: &random) ? Int.random(in: 1...9999, using: &random) : nil
    let activities = list(&random) { random in
      Activity(
        id: maybe(&random), date: day(&random), task: text(&random), area: text(&random), channel: text(&random),
        product: text(&random), topics: list(&random) { text(&$0) },
        quantity: .random(in: 1...1_000_000, using: &random),
        people: .random(in: 0...300, using: &random), title: text(&random), link: maybe(&random), note: maybe(&random),
        line: .random(in: 0...70_000, using: &random))
    }
    let indicators = list(&random) { random in
      let value = Amount(thousandths: Int128.random(in: -5_000...1_000_000_000_000_000, using: &random))
      return IndicatorValue(code: text(&random), value: value, note: maybe(&random), line: 3)
    }
    let exemplars = list(&random) { random in
      Exemplar(
        id: maybe(&random), area: text(&random), title: text(&random), summary: text(&random), author: maybe(&random),
        link: maybe(&random), evidence: list(&random) { text(&$0) }, line: 4)
    }
    content.activities = Rows(activities)
    content.indicators = Rows(indicators)
    content.exemplars = Rows(exemplars)
    content.narratives = Rows(list(&random) { KeyedText(key: text(&$0), text: text(&$0), line: 5) })
    content.explanations = Rows(list(&random) { KeyedText(key: text(&$0), text: text(&$0), line: 6) })
    content.evidence = list(&random) {
      Evidence(path: text(&$0), digest: Digest(first32: [UInt8.random(in: 0...9, using: &$0)]))
    }
    return content
  }

  private static func list<Element>(
    _ random: inout SplitMix64, _ make: (inout SplitMix64) -> Element
  ) -> [Element] {
    let count = Int.random(in: 0...3, using: &random)
    return (0..<count).map { _ in make(&random) }
  }

  private static func text(_ random: inout SplitMix64) -> String {
    let letters = ["", "CT01", "Trường", "«", "\u{0}", "a\r\nb", "🏫", "ế", String(repeating: "dài ", count: 40)]
    return (0..<Int.random(in: 0...2, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
  }

  private static func maybe(_ random: inout SplitMix64) -> String? {
    Bool.random(using: &random) ? text(&random) : nil
  }

  private static func day(_ random: inout SplitMix64) -> CalendarDate {
    CalendarDate(dayNumber: .random(in: 20_600...20_640, using: &random))
  }
}
