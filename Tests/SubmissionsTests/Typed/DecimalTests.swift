import ReportingModel
import Testing

@testable import Submissions

/// Decimals: the one or the other sign is the decimal sign where that can be seen; where it cannot, nothing is guessed.
@Suite struct DecimalTests {
  private func read(_ text: String, exact: Bool = false, places: Int = 2) throws(CellProblem) -> String {
    try CellValue.amount(text, exact: exact, places: places).description
  }

  @Test(arguments: [
    ("0", "0"), ("12", "12"), ("007", "7"), ("-0", "0"), ("12,5", "12.5"), ("12.5", "12.5"), ("12,50", "12.5"),
    ("350,0", "350"), ("350.00", "350"), ("0,5", "0.5"), ("0.05", "0.05"), ("00,5", "0.5"), ("1234,56", "1234.56"),
    ("1234.56", "1234.56"), ("1,23", "1.23"), ("1.2", "1.2"),
    // Both signs: the last one is the decimal sign.
    ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("1.234,56", "1234.56"), ("123.456,7", "123456.7"),
    ("1.234.567,89", "1234567.89"), ("1,234,567.89", "1234567.89"),
    // One sign more than once: it makes groups.
    ("1.234.567", "1234567"), ("1,234,567", "1234567"), ("12.345.678.901", "12345678901"),
    ("1 234", "1234"), ("1 234 567", "1234567"), ("1 234,5", "1234.5"), ("1 234.5", "1234.5"),
    ("1\u{A0}234,5", "1234.5"), ("1\u{202F}234\u{2009}567,8", "1234567.8"),
    ("1000000000000", "1000000000000"), ("1.000.000.000.000", "1000000000000"), ("1000000000000,00", "1000000000000"),
  ])
  func isRead(_ text: String, _ value: String) throws { #expect(try read(text) == value) }

  /// Three digits after the only sign: thousands in one country, thousandths in another.
  @Test(arguments: ["1.234", "1,234", "12.345", "12,345", "123.456", "123,456", "350,000", "350.000", "-1.234"])
  func canBeReadTwoWays(_ text: String) {
    for places in 1...3 {
      #expect(throws: CellProblem.numberAmbiguous) { try read(text, places: places) }
    }
    // Where no decimals are allowed there is one way.
    if !text.hasPrefix("-") { #expect(throws: Never.self) { try read(text, places: 0) } }
  }

  /// A leading zero, a long whole part or grouping spaces show that the sign is the decimal one.
  @Test(arguments: [
    ("0,125", "0.125"), ("0.125", "0.125"), ("1234,567", "1234.567"), ("1234.567", "1234.567"),
    ("1 234,567", "1234.567"), ("1\u{A0}234.567", "1234.567"), ("1.234,567", "1234.567"),
  ])
  func threePlacesThatCanBeSeen(_ text: String, _ value: String) throws {
    #expect(try read(text, places: 3) == value)
    #expect(throws: CellProblem.numberNotWhole) { try read(text, places: 2) }
  }

  @Test(arguments: [
    "1.23.456", "1.234.56", "1,2,3", "12.34,5", "1234.567,8", "1.234,567,8", "1,234.567.8", "1..5", "1,,5", "1 23",
    "1234 567", "1 23,5", "1 234,5 6", "12 34.5",
  ])
  func isGroupedWrongly(_ text: String) {
    #expect(throws: CellProblem.numberGroups) { try read(text) }
  }

  @Test(arguments: [
    "", "-", "+1", "−1", "--1", ".", ",", ".5", ",5", "5.", "5,", "1e3", "1E-2", "0x1F", "12%", "12đ", "giờ",
    "12giờ", "1/2", "12:30", "½", "１２", "1２,5", "١٫٥", "1'234", "1\u{200B}5", "1\u{3000}234", "NaN", "inf", "∞",
    "#DIV/0!", "=1+1", "(12,5)",
  ])
  func isNoNumber(_ text: String) {
    #expect(throws: CellProblem.numberForm) { try read(text) }
  }

  @Test(arguments: [
    "-1", "-0,5", "-1.234,5", "-1 234", "1000000000000,01", "1000000000001", "1.000.000.000.001",
    "999999999999999999",
  ])
  func isOutOfRange(_ text: String) {
    #expect(throws: CellProblem.numberRange(0...1_000_000_000_000)) { try read(text) }
  }

  /// Whatever is said of them, none of these becomes a value.
  @Test(arguments: [
    "0,1234", "12,3456", "1234.56789", "9999999999999999999", String(repeating: "9", count: 400),
    "9,999,999,999,999,999,999.5", "12 giờ", "1,5e3", "2.5kg", "khoảng 12", "12,5 %", "1 234,5 đ", "0 123 456 7",
  ])
  func isRefused(_ text: String) {
    for places in 0...3 {
      #expect(throws: CellProblem.self) { try read(text, places: places) }
    }
  }

  @Test func anIndicatorWithoutDecimalsIsAWholeNumber() throws {
    for (text, value) in [("350,000", "350000"), ("1.234", "1234"), ("1 234", "1234"), ("0", "0")] {
      #expect(try read(text, places: 0) == value)
    }
    #expect(throws: CellProblem.numberGroups) { try read("12,5", places: 0) }
    #expect(throws: CellProblem.numberNotWhole) { try read("1.234,5", places: 0) }
    #expect(throws: CellProblem.numberRange(0...1_000_000_000_000)) { try read("-1", places: 0) }
  }

  /// In XML the point is the decimal sign and there are no groups, so nothing is ambiguous.
  @Test func xmlHasOneForm() throws {
    for (text, value) in [("12", "12"), ("12.5", "12.5"), ("012.50", "12.5"), ("1.234", "1.234"), ("-0", "0")] {
      #expect(try read(text, exact: true, places: 3) == value)
    }
    for text in ["", "12,5", "1 234", "1,234", "1.234.567", "1.", ".5", "+1", "1e3", "１"] {
      #expect(throws: CellProblem.numberForm, "\(text)") { try read(text, exact: true, places: 3) }
    }
    #expect(throws: CellProblem.numberNotWhole) { try read("1.234", exact: true) }
    #expect(throws: CellProblem.numberRange(0...1_000_000_000_000)) { try read("-0.001", exact: true, places: 3) }
  }
}
