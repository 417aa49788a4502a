import Testing

@testable import Submissions

/// Whole numbers as people leave them in cells, and as XML must write them.
@Suite struct IntegerTests {
  private static let range: ClosedRange<Int64> = -1_000_000_000...1_000_000_000

  private func read(_ text: String, exact: Bool = false) throws(CellProblem) -> Int64 {
    try CellValue.integer(text, exact: exact, in: IntegerTests.range)
  }

  @Test(
    arguments: [
      ("0", 0), ("7", 7), ("007", 7), ("1234", 1234), ("1000000000", 1_000_000_000),
      // Groups of three: the point of Vietnamese settings, the comma of English ones, the spaces of Word and of Excel.
      ("1.234", 1234), ("12.345", 12_345), ("123.456", 123_456), ("1.234.567", 1_234_567), ("1,234", 1234),
      ("350,000", 350_000), ("1,234,567", 1_234_567), ("1 234", 1234), ("1 234 567", 1_234_567),
      ("1\u{A0}234", 1234), ("1\u{202F}234", 1234), ("1\u{2009}234", 1234), ("1\u{A0}234\u{202F}567", 1_234_567),
      // Decimals of zeros alone, which a number format leaves behind.
      ("350,0", 350), ("350.00", 350), ("350,00", 350), ("5.000.000,00", 5_000_000), ("5,000,000.00", 5_000_000),
      ("1.234,00", 1234), ("1 234,0", 1234), ("0,0", 0), ("0.00", 0), ("350,0000", 350), ("-5,0", -5),
      ("-5", -5), ("-0", 0), ("-1.234", -1234), ("-1 234", -1234),
    ] as [(String, Int64)])
  func isRead(_ text: String, _ value: Int64) throws { #expect(try read(text) == value) }

  @Test(arguments: [
    // One group is too short or too long: a decimal in a column of whole numbers, or a digit that was lost.
    "1.23", "1,5", "12,50", "0.350", "00.350", "0,350", "0.000", "000.350.000", "350.0.0", "5.000.00", "1.2345",
    "1234.567", "1.23.456", "1.234.56", "1 23", "12 34", "1 2 3", "5.",
    "5,", "1..234", "1,,234", "1 \u{A0}234", "1234 567",
  ])
  func isGroupedWrongly(_ text: String) {
    #expect(throws: CellProblem.numberGroups) { try read(text) }
  }

  /// Two separators: the second can only be a decimal sign.
  @Test(arguments: ["1.234,5", "1,234.5", "1.234,000", "1 234,5", "1\u{A0}234,50", "1.234.567,8", "1 234.567"])
  func hasDecimals(_ text: String) {
    #expect(throws: CellProblem.numberNotWhole) { try read(text) }
  }

  @Test(arguments: [
    "", "-", "+5", "--5", "- 5", "5-", "−5", "–5", "(5)", ".5", ",5", " 5", "1e3", "1E3", "0x1F", "12a", "a12", "O",
    "l0",
    "12%", "12 người", "350hs", "~100", ">100", "100+", "khoảng 100", "một trăm", "không", "n/a", "#REF!", "#VALUE!",
    "1/2", "10-20", "1+1", "=A1", "1'234", "1_234", "1·234", "1;234", "1\t234", "1\n234", "1\u{200B}234",
    "1\u{3000}234", "１２３", "١٢٣", "1２3", "½", "²", "Ⅷ", "五", "5đ", "1.234 đ", "\u{202E}12",
  ])
  func isNoNumber(_ text: String) {
    #expect(throws: CellProblem.numberForm) { try read(text) }
  }

  @Test(arguments: ["1000000001", "1.000.000.001", "-1000000001", "-1 000 000 001", "4294967296"])
  func isOutOfRange(_ text: String) {
    #expect(throws: CellProblem.numberRange(IntegerTests.range)) { try read(text) }
  }

  /// Digits without end neither trap nor wrap round into the range.
  @Test(arguments: [
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616",
    "18446744073709551621", "18.446.744.073.709.551.621", String(repeating: "9", count: 5000),
    "-" + String(repeating: "1", count: 5000),
  ])
  func overflows(_ text: String) {
    for exact in [false, true] where !exact || !text.contains(".") {
      #expect {
        try read(text, exact: exact)
      } throws: { error in
        if case .numberRange? = error as? CellProblem { true } else { false }
      }
    }
    #expect(throws: Never.self) { try read(String(repeating: "0", count: 5000) + "7") }
  }

  @Test func xmlHasOneForm() throws {
    for (text, value) in [("0", 0), ("0042", 42), ("-5", -5)] as [(String, Int64)] {
      #expect(try read(text, exact: true) == value)
    }
    for text in ["", "1.234", "1,234", "1 234", "1\u{A0}234", "+1", "1.0", "1e3", "１", " 1"] {
      #expect(throws: CellProblem.numberForm, "\(text)") { try read(text, exact: true) }
    }
  }
}
