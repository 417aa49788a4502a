import Aggregation
import Documents
import Regimes
import ReportingModel

/// How figures are said (<doc:layout#Figures-in-words>).
enum Words {
  static let notTold = "…"

  /// A name that begins with a capital, in the middle of a sentence: `học kỳ I`; abbreviations keep theirs. A school year is
  /// written without spaces there, so that no line parts it.
  static func inSentence(_ name: String) -> String {
    let isAbbreviation = name.dropFirst().first.map { $0.isUppercase } ?? false
    return withoutGap(isAbbreviation ? name : name.prefix(1).lowercased() + name.dropFirst())
  }

  /// `2026-2027` for `2026 - 2027`.
  static func withoutGap(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
    var bytes = Array(text.utf8)
    func isYear(_ range: Range<Int>) -> Bool {
      range.lowerBound >= 0 && range.upperBound <= bytes.count && bytes[range].allSatisfy { 48...57 ~= $0 }
    }
    var place = bytes.count
    while let dash = bytes[..<place].lastIndex(of: UInt8(ascii: "-")) {
      place = dash
      guard isYear(dash - 5..<dash - 1), isYear(dash + 2..<dash + 6),
        bytes[dash - 1] == UInt8(ascii: " "), bytes[dash + 1] == UInt8(ascii: " ")
      else { continue }
      bytes.remove(at: dash + 1)
      bytes.remove(at: dash - 1)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value in a text: `…` where nobody told it.
  static func cell(_ value: Amount?, _ indicator: Indicator?) -> String {
    value.map { printed($0, indicator) } ?? notTold
  }

  /// A value as printed: scaled where the regime says so (đồng as triệu đồng).
  static func printed(_ value: Amount, _ indicator: Indicator?) -> String {
    VietnameseNumber.text(scaled(value, indicator))
  }

  /// A value as a cell, scaled as it is printed.
  static func amount(_ value: Amount, _ indicator: Indicator?, path: String) -> Cell {
    .amount(scaled(value, indicator), path: path)
  }

  private static func scaled(_ value: Amount, _ indicator: Indicator?) -> Amount {
    guard let scale = indicator?.printed else { return value }
    let divisor = Int128(scale.divisor)
    let magnitude = (value.thousandths.magnitude + UInt128(divisor / 2)) / UInt128(divisor)
    let scaled = Int128(magnitude)
    return Amount(thousandths: value.thousandths < 0 ? -scaled : scaled)
  }

  /// The unit of measure a value is printed in.
  static func unit(_ indicator: Indicator) -> String {
    indicator.printed?.unit.vietnamese ?? indicator.unit.vietnamese
  }

  /// `tăng 12,5%`; `tăng từ 3 lên 7` where either is below twenty, of which a percentage says nothing; `nil` with nothing to
  /// compare.
  static func comparison(_ now: Amount?, _ before: Amount?) -> String? {
    guard let now, let before else { return nil }
    if now == before { return "bằng cùng kỳ" }
    if before == .zero { return "mới" }
    let verb = now > before ? ("tăng", "lên") : ("giảm", "xuống")
    let few = Amount(20)
    if now < few || before < few {
      return "\(verb.0) từ \(VietnameseNumber.text(before)) \(verb.1) \(VietnameseNumber.text(now))"
    }
    let difference = now > before ? now - before : before - now
    guard let percent = Percent(difference.thousandths, of: before.thousandths) else { return nil }
    // A tenth of a percent, rounded half up, is what is printed.
    let tenths = (percent.hundredths + 5) / 10
    guard tenths > 0 else { return "tương đương cùng kỳ" }
    return "\(verb.0) \(VietnameseNumber.text(Amount(thousandths: Int128(tenths) * 100)))%"
  }

  /// The same within a sentence.
  static func change(_ now: Amount?, _ before: Amount?) -> String? {
    switch comparison(now, before) {
    case "mới"?: "cùng kỳ năm trước không phát sinh"
    case let words? where words.hasSuffix("cùng kỳ"): words
    case let words?: words + " so với cùng kỳ năm trước"
    case nil: nil
    }
  }

  /// `(số liệu của 90/117 đơn vị phải báo cáo và 8 đơn vị khác)`; of what is counted from activities, who did them.
  static func coverage(
    _ figure: IndicatorFigure, _ indicator: Indicator?, _ text: (Int) -> String = { VietnameseNumber.text($0) }
  ) -> String {
    if indicator?.isDerived == true { return "(do \(text(figure.units)) đơn vị thực hiện)" }
    let (told, all, others) = (figure.requiredUnits, figure.expected, figure.units - figure.requiredUnits)
    let also = others > 0 ? " và \(text(others)) đơn vị khác" : ""
    if all == 0 { return "(số liệu của \(text(others)) đơn vị phối hợp báo cáo)" }
    if told == all { return "(số liệu của toàn bộ \(text(all)) đơn vị phải báo cáo\(also))" }
    if told == 0, others > 0 {
      return "(số liệu của \(text(others)) đơn vị phối hợp báo cáo; đơn vị phải báo cáo chưa báo chỉ tiêu này)"
    }
    return "(số liệu của \(text(told))/\(text(all)) đơn vị phải báo cáo\(also))"
  }

  /// The same as a cell: participation of what is counted from activities has no whole.
  static func coverageCell(_ figure: IndicatorFigure, _ indicator: Indicator) -> Cell {
    let path = "indicators.\(figure.code).requiredUnits"
    let others = figure.units - figure.requiredUnits
    guard figure.units > 0 || !indicator.isDerived else { return Cell(.notTold) }
    return Cell(
      .coverage(required: figure.requiredUnits, ofAll: indicator.isDerived ? nil : figure.expected, others: others),
      path: path)
  }

  /// The beginning of a text, so many words of it; what is left out is marked.
  static func shortened(_ text: String, words limit: Int) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count > limit else { return words.joined(separator: " ") }
    return words.prefix(limit).joined(separator: " ") + "…"
  }

  /// `mô hình, sản phẩm và video`.
  static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " và " + last
  }

  /// What a dimension is called.
  static func dimension(_ dimension: Dimension) -> String {
    switch dimension {
    case .task: "nhiệm vụ"
    case .area: "nội dung"
    case .channel: "hình thức"
    case .product: "sản phẩm"
    case .topic: "chủ đề"
    case .kind: "loại đơn vị"
    case .level: "cấp học"
    case .commune: "địa bàn"
    case .region: "khu vực"
    case .unit: "đơn vị"
    case .month: "tháng"
    }
  }

  /// What is said of what has no code there.
  static func nothing(_ dimension: Dimension) -> String {
    switch dimension {
    case .topic: "Không ghi chủ đề"
    case .level: "Không phân cấp học"
    case .commune: "Không thuộc địa bàn"
    case .region: "Không tính theo khu vực"
    default: "-"
    }
  }
}
