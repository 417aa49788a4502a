import ReportingModel
import Submissions
import Testing

/// Values of indicators: told, not told, unreadable.
@Suite struct IndicatorReadingTests {
  private func read(_ rows: [(String, String)]) throws -> Submission {
    try Fixture.reader().read(
      Fixture.raw(rows.map { ["ma": $0.0, "gia_tri": $0.1] }, in: .indicators))
  }

  @Test func theRegimeSaysHowManyDecimals() throws {
    let result = try read([("CT02", "1.234"), ("CT05", "12,25"), ("CT06", "1.500.000")])
    #expect(result.log.isEmpty)
    #expect(result.content?.indicators.map(\.value.description) == ["1234", "12.25", "1500000"])
    #expect(try read([("CT02", "12,5")]).log.codes == ["CSV-NUMBER"])
    #expect(try read([("CT05", "1.234")]).log.codes == ["CSV-NUMBER"])
  }

  /// An empty value is not zero; all of them are one warning.
  @Test func anEmptyValueIsNotTold() throws {
    let result = try read([("CT02", ""), ("CT03", "0"), ("CT05", " ")])
    #expect(result.untold == ["CT02", "CT05"])
    #expect(result.content?.indicators.map(\.code) == ["CT03"])
    #expect(result.log.codes == ["IND-EMPTY"] && result.log.errorCount == 0)
    let finding = try #require(result.log.kept.first)
    #expect(finding.message.vietnamese.hasSuffix("CT02, CT05.") && finding.location.cell == "B2")
  }

  @Test func theSecondRowOfACodeIsRefusedHoweverItIsWritten() throws {
    let result = try read([("CT02", "1"), ("ct2 - Lượt học sinh (lượt)", "2"), ("2", "")])
    #expect(result.log.codes == ["IND-TWICE", "IND-TWICE"])
    #expect(result.content?.value(of: "CT02") == Amount(1))
    #expect(result.untold == [])
  }

  @Test func aValueThatCannotBeReadIsNeitherToldNorMissing() throws {
    let result = try read([("CT02", "nhiều"), ("CT03", "5")])
    #expect(result.content?.value(of: "CT02") == nil && result.content?.value(of: "CT03") == Amount(5))
    #expect(result.unread.mayHold("CT02", in: .indicators) && !result.unread.mayHold("CT03", in: .indicators))
    #expect(result.unread.blocks == [])
    let finding = try #require(result.log.kept.first)
    #expect(finding.value == "nhiều" && finding.location.line == 2 && finding.location.field == "gia_tri")
  }

  @Test func anUnknownCodeNamesTheNearest() throws {
    let result = try read([("CT88", "1"), ("Tổng số học sinh toàn trường", "2")])
    #expect(result.log.codes == ["IND-CODE", "IND-CODE"])
    #expect(result.log.kept.last?.message.english.contains("holds sentences") == true)
    #expect(result.log.kept.first?.hint.english.contains("Codes allowed: CT01, CT02") == true)
  }
}
