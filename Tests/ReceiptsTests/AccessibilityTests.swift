import ReportingModel
import Testing

@testable import Receipts

/// What an accessibility checker and a careful browser ask of the page.
@Suite struct AccessibilityTests {
  private static func pages() throws -> [String] {
    let findings = [Fixture.finding(), Fixture.finding(.csvTitle, .warning)]
    var line = try Fixture.line(.accepted, [Fixture.finding(.csvTitle, .warning)])
    line.earlier = SubmissionReceipt.Earlier(number: 1, activityCount: 3, told: [:])
    let receipts = try [
      Fixture.receipt([line]), Fixture.receipt([Fixture.line(.rejected, findings)], findings: findings),
      Fixture.receipt([line, Fixture.line(.rejected, findings), Fixture.innerArchive("a.zip")], findings: findings),
      Fixture.receipt([], findings: findings, folder: "T-01", isReadable: false),
      Fixture.receipt([Fixture.line(.duplicate)]).asCheck,
    ]
    return receipts.flatMap { receipt in
      Language.allCases.map { String(decoding: ReceiptPage(receipt: receipt).html($0), as: UTF8.self) }
    }
  }

  /// One heading of the first level, and none that leaves a level out on the way down.
  @Test func headingsAreInOrder() throws {
    for page in try Self.pages() {
      let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
      #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(levels)")
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
    }
  }

  @Test func tablesHaveHeadsAndCellsUnderThem() throws {
    for page in try Self.pages() {
      for table in page.matches(of: /<table[^>]*>(.*?)<\/table>/.dotMatchesNewlines()).map(\.1) {
        let heads = table.matches(of: /<th scope="col"/).count
        #expect(heads > 0 && !table.contains("<th>"))
        for row in table.matches(of: /<tr>(.*?)<\/tr>/).dropFirst() {
          #expect(row.1.matches(of: /<td/).count == heads)
        }
      }
      #expect(page.contains(/<html lang="(vi|en)">/) && page.contains(/<title>[^<]+<\/title>/))
      #expect(page.contains("<main>") && !page.contains(/<p[^>]*><\/p>/))
    }
  }

  @Test func noScriptRunsWhateverCameIn() throws {
    for page in try Self.pages() {
      let policy = try #require(page.firstMatch(of: /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.1)
      #expect(policy.contains("default-src 'none'") && !policy.contains("script"))
      // It comes before everything that it is to govern.
      #expect(
        try #require(page.firstRange(of: policy)).upperBound < (try #require(page.firstRange(of: "<style>"))).lowerBound
      )
    }
  }

  /// 4.5 to 1 for every colour of text on every colour behind it.
  @Test func textStandsOut() throws {
    let texts = PageStyle.sheet.matches(of: /[{;]color:#([0-9a-f]{3,6})/).map { Self.luminance(String($0.1)) }
    let grounds = PageStyle.sheet.matches(of: /background:#([0-9a-f]{3,6})/).map { Self.luminance(String($0.1)) }
    #expect(texts.count >= 2 && grounds.count >= 4)
    for text in texts {
      for ground in grounds { #expect((ground + 0.05) / (text + 0.05) >= 4.5) }
    }
  }

  /// Relative luminance as WCAG 2 has it, near enough.
  private static func luminance(_ hex: String) -> Double {
    let digits = hex.count == 3 ? hex.flatMap { [$0, $0] } : Array(hex)
    let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let part = Double(Int(String(digits[place...place + 1]), radix: 16) ?? 0) / 255
      // The curve's exponent 2.4, by two roots: exact enough for colours that are not chosen at the limit.
      return part * part * (part.squareRoot())
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
