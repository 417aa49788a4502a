import Regimes
import ReportingModel

extension FigureExplainer {
  /// How a figure comes about, in a sentence.
  func formula(_ source: FigureSource, _ steps: [String]) -> LocalizedText {
    let days = "[\(window.from), \(window.to)]"
    switch source {
    case .activities(let filters, let measure):
      let conditions = filters.flatMap { filter in
        filter.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, values in
          values.count > 4
            ? "\(dimension.rawValue) ∈ {\(values.count)}"
            : "\(dimension.rawValue) = \(values.sorted { $0.bytewisePrecedes($1) }.joined(separator: "|"))"
        }
      }
      let which = conditions.isEmpty ? "" : "; " + conditions.joined(separator: "; ")
      return LocalizedText(
        "\(measure.name.vietnamese) còn hiệu lực, mỗi hoạt động một lần, ngày trong \(days)\(which)",
        "\(measure.name.english), live ones, each once, dated in \(days)\(which)")
    case .told(let code, _), .toldBy(let code, _):
      let isFlow = regime.indicator(code)?.nature == .flow
      if question.basis == .window {
        return isFlow
          ? LocalizedText(
            "tổng \(code) của các báo cáo còn hiệu lực có kỳ kết thúc trong \(days), trừ phần đã báo ở các kỳ nằm trong kỳ ấy",
            "sum of \(code) of the live submissions whose period ends in \(days), less what the parts of that period told"
          )
          : LocalizedText(
            "tổng \(code) theo báo cáo gần nhất của mỗi đơn vị có kỳ kết thúc trong 12 tháng đến \(window.to)",
            "sum of \(code) by each unit's latest submission whose period ends in the 12 months to \(window.to)")
      }
      return LocalizedText(
        "tổng \(code) của các báo cáo còn hiệu lực của kỳ", "sum of \(code) of the period's live submissions")
    case .units: return LocalizedText("mỗi đơn vị tính một lần", "each unit counts once")
    case .exemplars:
      return LocalizedText(
        "mỗi mô hình của đơn vị trong năm học tính một lần", "each exemplar of a unit in a school year counts once")
    case .ratio(let numerator, let denominator):
      let (top, bottom) = (formula(numerator, steps), formula(denominator, steps))
      return LocalizedText(
        "(\(top.vietnamese)) / (\(bottom.vietnamese))", "(\(top.english)) / (\(bottom.english))")
    }
  }
}
