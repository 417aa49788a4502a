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

  @Test(
    arguments: [
      (10, 1250, "tăng 12,5% so với cùng kỳ"), (-10, -1250, "giảm 12,5% so với cùng kỳ"),
      (7, nil, "tăng so với cùng kỳ"),
      (0, 0, "bằng cùng kỳ"), (0, nil, "bằng cùng kỳ"), (5, 123_456, "tăng 1.234,56% so với cùng kỳ"),
    ] as [(Int, Int?, String)])
  func changesAreSaidInWords(_ difference: Int, _ hundredths: Int?, _ words: String) {
    let percent = hundredths.map { Percent(hundredths: Int128($0)) }
    #expect(Words.change(change(difference, percent)) == words)
  }

  private func change(_ difference: Int, _ percent: Percent?) -> Change {
    Change(section: "total", code: "", measure: "records", difference: Amount(difference), percent: percent)
  }

  @Test func withoutAYearBeforeThereIsNoChange() { #expect(Words.change(nil) == nil) }

  @Test func howFarAFigureReaches() {
    let figure = IndicatorFigure(code: "CT02", value: Amount(1), units: 1098, requiredUnits: 90, expected: 1170)
    #expect(Words.coverage(figure) == "(tổng hợp từ 1.098 đơn vị, trong đó 90/1.170 đơn vị phải báo cáo)")
  }

  @Test(
    arguments: [
      (.done, .told, "NV02", "Đang thực hiện thường xuyên"), (.done, .told, "NV03", "Đã thực hiện"),
      (.notDue, .told, "NV03", "Chưa đến hạn"), (.overdue, .told, "NV01", "Quá hạn"),
      (.none, .told, "NV02", "Chưa ghi nhận kết quả trong kỳ"),
      (.done, .silent, "NV03", "Đã thực hiện (đơn vị chủ trì chưa cập nhật)"), (.done, .told, "XX", "Đã thực hiện"),
    ] as [(TaskStatus, TaskLeadState, String, String)])
  func statusOfATask(_ status: TaskStatus, _ lead: TaskLeadState, _ code: String, _ words: String) throws {
    let figure = TaskFigure(code: code, measures: .zero, status: status, lead: lead)
    #expect(Words.status(figure, try Fixture.regime().task(code)) == words)
  }
}
