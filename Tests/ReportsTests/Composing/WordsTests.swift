import Regimes
import ReportingModel
import Testing

@testable import Aggregation
@testable import Reports

/// How figures are said.
@Suite struct WordsTests {
  @Test(arguments: [
    ("Học kỳ I", "học kỳ I"), ("6 tháng đầu năm", "6 tháng đầu năm"), ("Đợt 2", "đợt 2"), ("", ""),
    ("Ấn phẩm", "ấn phẩm"),
  ])
  func namesBeginSmallWithinASentence(_ name: String, _ inSentence: String) {
    #expect(Words.inSentence(name) == inSentence)
  }

  /// Not told is not zero.
  @Test func aValueThatNobodyToldIsThreePoints() throws {
    let students = try Fixture.regime().indicator("CT02")
    #expect(Words.cell(nil, students) == "…")
    #expect(Words.cell(.zero, students) == "0")
    #expect(Words.cell(Amount(1_234_567), nil) == "1.234.567")
    #expect(Words.cell(Amount(thousandths: 12_500), students) == "12,5")
  }

  /// Đồng as millions of đồng, to three places, half away from zero.
  @Test(arguments: [
    (12_500_000, "12,5"), (1_234_567_890, "1.234,568"), (12_345_678, "12,346"), (12_344_499, "12,344"),
    (12_344_500, "12,345"), (499, "0"), (500, "0,001"), (0, "0"), (-12_500_000, "-12,5"), (-500, "-0,001"), (-499, "0"),
    (1_000_000_000_000, "1.000.000"),
  ])
  func moneyIsPrintedInMillions(_ value: Int64, _ printed: String) throws {
    let money = try #require(try Fixture.regime().indicator("CT06"))
    #expect(Words.printed(Amount(value), money) == printed)
    #expect(Words.unit(money) == "triệu đồng")
  }

  @Test func otherUnitsAreTheirOwn() throws {
    let hours = try #require(try Fixture.regime().indicator("CT05"))
    #expect(Words.unit(hours) == "giờ" && Words.printed(Amount(thousandths: 1_500_250), hours) == "1.500,25")
  }

  /// Below twenty a percentage says nothing; a change that rounds to nothing is none to speak of.
  @Test(
    arguments: [
      (9000, 8000, "tăng 12,5% so với cùng kỳ năm trước"), (7000, 8000, "giảm 12,5% so với cùng kỳ năm trước"),
      (7, 3, "tăng từ 3 lên 7 so với cùng kỳ năm trước"), (19, 40, "giảm từ 40 xuống 19 so với cùng kỳ năm trước"),
      (5, 0, "cùng kỳ năm trước không phát sinh"), (0, 0, "bằng cùng kỳ"), (100_001, 100_000, "tương đương cùng kỳ"),
    ])
  func changesAreSaidInWords(_ now: Int, _ before: Int, _ words: String) {
    #expect(Words.change(Amount(now), Amount(before)) == words)
  }

  @Test func withoutAYearBeforeThereIsNoChange() {
    #expect(Words.change(Amount(1), nil) == nil && Words.change(nil, Amount(1)) == nil)
  }

  /// Who had to tell it, of how many, and who else did; what is counted from activities has participants only.
  @Test(
    arguments: [
      (1098, 90, 1170, "(số liệu của 90/1.170 đơn vị phải báo cáo và 1.008 đơn vị khác)"),
      (90, 90, 117, "(số liệu của 90/117 đơn vị phải báo cáo)"),
      (125, 117, 117, "(số liệu của toàn bộ 117 đơn vị phải báo cáo và 8 đơn vị khác)"),
      (8, 0, 0, "(số liệu của 8 đơn vị phối hợp báo cáo)"),
      (8, 0, 117, "(số liệu của 8 đơn vị phối hợp báo cáo; đơn vị phải báo cáo chưa báo chỉ tiêu này)"),
    ])
  func howFarAFigureReaches(_ units: Int, _ required: Int, _ expected: Int, _ words: String) throws {
    let figure = IndicatorFigure(
      code: "CT02", value: Amount(1), units: units, requiredUnits: required, expected: expected)
    #expect(Words.coverage(figure, try Fixture.regime().indicator("CT02")) == words)
    #expect(
      Words.coverage(figure, try Fixture.regime().indicators.first { $0.isDerived })
        == "(do \(VietnameseNumber.text(units)) đơn vị thực hiện)")
  }

  @Test func namesWithinASentence() {
    #expect(Words.inSentence("Học kỳ I, năm học 2026 - 2027") == "học kỳ I, năm học 2026-2027")
    #expect(Words.inSentence("UBND xã, phường") == "UBND xã, phường")
    #expect(Words.list([]).isEmpty && Words.list(["a"]) == "a" && Words.list(["a", "b", "c"]) == "a, b và c")
  }
}
