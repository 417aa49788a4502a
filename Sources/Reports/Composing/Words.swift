import Aggregation
import Regimes
import ReportingModel

/// How figures are said (<doc:layout#Figures-in-words>).
enum Words {
  static let notTold = "…"

  /// A name that begins with a capital, in the middle of a sentence: `học kỳ I`.
  static func inSentence(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }

  /// A value in a table: `…` where nobody told it.
  static func cell(_ value: Amount?, _ indicator: Indicator?) -> String {
    value.map { printed($0, indicator) } ?? notTold
  }

  /// A value as printed: scaled where the regime says so (đồng as triệu đồng).
  static func printed(_ value: Amount, _ indicator: Indicator?) -> String {
    guard let scale = indicator?.printed else { return VietnameseNumber.text(value) }
    let divisor = Int128(scale.divisor)
    let half = divisor / 2
    let magnitude = (value.thousandths.magnitude + UInt128(half)) / UInt128(divisor)
    let scaled = Int128(magnitude)
    return VietnameseNumber.text(Amount(thousandths: value.thousandths < 0 ? -scaled : scaled))
  }

  /// The unit of measure a value is printed in.
  static func unit(_ indicator: Indicator) -> String {
    indicator.printed?.unit.vietnamese ?? indicator.unit.vietnamese
  }

  /// `tăng 12,5% so với cùng kỳ`.
  static func change(_ change: Change?) -> String? {
    guard let change else { return nil }
    if change.difference == .zero { return "bằng cùng kỳ" }
    let size = change.percent.map { VietnameseNumber.text(Percent(magnitudeOf: $0)) + "%" }
    let direction = change.difference > .zero ? "tăng" : "giảm"
    return [direction, size, "so với cùng kỳ"].compactMap { $0 }.joined(separator: " ")
  }

  /// `(tổng hợp từ 98 đơn vị, trong đó 90/117 đơn vị phải báo cáo)`.
  static func coverage(_ figure: IndicatorFigure) -> String {
    "(tổng hợp từ \(VietnameseNumber.text(figure.units)) đơn vị, trong đó \(VietnameseNumber.text(figure.requiredUnits))/\(VietnameseNumber.text(figure.expected)) đơn vị phải báo cáo)"
  }

  /// A task's status; a continuous task that is done is going on.
  static func status(_ figure: TaskFigure, _ task: PlanTask?) -> String {
    let words: String
    switch figure.status {
    case .done: words = task?.timing == .continuous ? "Đang thực hiện thường xuyên" : "Đã thực hiện"
    case .notDue: words = "Chưa đến hạn"
    case .overdue: words = "Quá hạn"
    case .none: words = "Chưa ghi nhận kết quả trong kỳ"
    }
    return figure.lead == .silent ? words + " (đơn vị chủ trì chưa cập nhật)" : words
  }
}

extension Percent {
  /// The same size without its sign.
  init(magnitudeOf percent: Percent) {
    self.init(hundredths: Int128(percent.hundredths.magnitude))
  }
}
