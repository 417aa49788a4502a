import ReportingModel
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    ("0", "0"), ("12.5", "12.5"), ("-3.040", "-3.04"), ("007", "7"), ("1000000000000", "1000000000000"),
  ])
  func amounts(_ text: String, _ canonical: String) { #expect(Amount(plain: text)?.description == canonical) }

  @Test(arguments: ["", ".", "1.", ".5", "1.2345", "1,5", "1e3", "--1", "9999999999999999999"])
  func noAmount(_ text: String) { #expect(Amount(plain: text) == nil) }

  /// Half away from zero, to hundredths of a percent.
  @Test(arguments: [
    (1, 3, "33.33"), (2, 3, "66.67"), (1, 8, "12.5"), (1, 20_000, "0.01"), (-1, 20_000, "-0.01"), (523, 788, "66.37"),
    (0, 5, "0"),
  ])
  func percents(_ part: Int, _ whole: Int, _ text: String) {
    #expect(Percent(Int128(part), of: Int128(whole))?.description == text)
  }

  @Test func zeroDenominatorGivesNoValue() { #expect(Percent(1, of: 0) == nil) }

  @Test func vietnameseNumbers() {
    #expect(VietnameseNumber.text(1_234_567) == "1.234.567")
    #expect(VietnameseNumber.text(-1000) == "-1.000")
    #expect(VietnameseNumber.text(Amount(thousandths: 1_234_500)) == "1.234,5")
    #expect(Percent(1, of: 8).map { VietnameseNumber.text($0) } == "12,5")
  }

  @Test func digests() {
    let digest = Digest(first32: Array(0..<40))
    #expect(digest.bytes.count == 32)
    #expect(Digest(hex: digest.description) == digest)
    #expect(Digest(hex: String(digest.description.dropLast())) == nil)
    #expect(Digest(hex: String(repeating: "g", count: 64)) == nil)
    #expect(Digest(bytes: [1]) == nil)
  }

  @Test func jsonIsWrittenOneWay() {
    let value = JSONValue.object(["b": .array([.int(1), .null, .bool(true)]), "a": .string("Đ\"\\\n\u{1}")])
    #expect(String(decoding: value.canonicalBytes, as: UTF8.self) == #"{"a":"Đ\"\\\n\u0001","b":[1,null,true]}"#)
    #expect(value.fileBytes.last == 0x0A)
  }

  @Test func cellsAreNamedAsSpreadsheetsDo() {
    #expect(SourceLocation(line: 12, column: 2).cell == "B12")
    #expect(SourceLocation(line: 1, column: 28).cell == "AB1")
    #expect(SourceLocation(line: 3).cell == nil)
  }
}
