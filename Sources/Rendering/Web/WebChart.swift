import Documents
import ReportingModel

/// Bars in SVG with their table beside them: no colour alone tells anything apart, and every value stands in words.
enum WebChart {
  private static let labelWidth = 190
  private static let barWidth = 330
  private static let valueWidth = 80
  private static let barHeight = 15
  private static let gap = 9
  /// Of the series: fill and pattern; dark enough beside white.
  private static func fill(_ index: Int, in chart: Chart) -> String {
    ["#1f4e79", "url(#ke-\(chart.name))", "#7f6000", "url(#cham-\(chart.name))"][index % 4]
  }

  static func write(_ chart: Chart, _ page: inout MarkupWriter) {
    page.raw("<figure class=\"chart\"><figcaption id=\"bd-\(chart.name)\">")
    page.text(chart.title)
    page.raw("</figcaption>")
    if chart.series.count > 1 { legend(chart, &page) }
    picture(chart, &page)
    if !chart.note.isEmpty {
      page.raw("<p class=\"notes\">")
      page.text(Unbroken.text(chart.note + "."))
      page.raw("</p>")
    }
    page.raw("<details><summary>Bảng số liệu</summary>")
    table(chart, &page)
    page.raw("</details></figure>\n")
  }

  private static func legend(_ chart: Chart, _ page: inout MarkupWriter) {
    page.raw("<ul class=\"legend\">")
    for (index, name) in chart.series.enumerated() {
      page.raw(
        "<li><svg width=\"14\" height=\"14\" aria-hidden=\"true\"><rect width=\"14\" height=\"14\" fill=\"\(fill(index, in: chart))\" stroke=\"#000\"/></svg> "
      )
      page.text(name)
      page.raw("</li>")
    }
    page.raw("</ul>")
  }

  private static func picture(_ chart: Chart, _ page: inout MarkupWriter) {
    let rows = chart.isStacked ? 1 : chart.series.count
    let step = rows * barHeight + gap
    let height = chart.bars.count * step + gap
    let whole = labelWidth + barWidth + valueWidth
    page.raw(
      "<svg viewBox=\"0 0 \(whole) \(height)\" role=\"img\" aria-labelledby=\"bd-\(chart.name) bd-\(chart.name)-mt\"><desc id=\"bd-\(chart.name)-mt\">"
    )
    page.text(chart.description)
    page.raw(
      "</desc><defs><pattern id=\"ke-\(chart.name)\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#fff\"/><rect width=\"2.5\" height=\"5\" fill=\"#1f4e79\"/></pattern><pattern id=\"cham-\(chart.name)\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect width=\"5\" height=\"5\" fill=\"#fff\"/><circle cx=\"2.5\" cy=\"2.5\" r=\"1.4\" fill=\"#7f6000\"/></pattern></defs>"
    )
    let most =
      chart.bars.map { bar in
        chart.isStacked ? total(bar) : bar.values.compactMap { $0 }.max() ?? .zero
      }.max() ?? .zero
    for (index, bar) in chart.bars.enumerated() {
      let top = gap + index * step
      label(bar.label, top + rows * barHeight / 2 + 4, &page)
      if chart.isStacked {
        var left = labelWidth
        for (series, value) in bar.values.enumerated() {
          let width = length(value ?? .zero, of: most)
          self.bar(left, top, width, series, chart, &page)
          left += width
        }
        value(VietnameseNumber.text(total(bar)), left, top, &page)
      } else {
        for (series, told) in bar.values.enumerated() {
          let y = top + series * barHeight
          let width = length(told ?? .zero, of: most)
          if told != nil { self.bar(labelWidth, y, width, series, chart, &page) }
          value(told.map { VietnameseNumber.text($0) } ?? "chưa có số liệu", labelWidth + width, y, &page)
        }
      }
    }
    page.raw("</svg>")
  }

  private static func total(_ bar: Chart.Bar) -> Amount { bar.values.compactMap { $0 }.reduce(.zero, +) }

  private static func length(_ value: Amount, of most: Amount) -> Int {
    guard most > .zero, value > .zero else { return 0 }
    return max(1, Int(value.thousandths * Int128(barWidth) / most.thousandths))
  }

  private static func bar(
    _ x: Int, _ y: Int, _ width: Int, _ series: Int, _ chart: Chart, _ page: inout MarkupWriter
  ) {
    guard width > 0 else { return }
    page.raw(
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(barHeight - 2)\" fill=\"\(fill(series, in: chart))\" stroke=\"#000\" stroke-width=\".5\"/>"
    )
  }

  private static func value(_ text: String, _ x: Int, _ y: Int, _ page: inout MarkupWriter) {
    page.raw("<text x=\"\(x + 5)\" y=\"\(y + barHeight - 4)\">")
    page.text(text)
    page.raw("</text>")
  }

  private static func label(_ text: String, _ y: Int, _ page: inout MarkupWriter) {
    let limit = 30
    page.raw("<text x=\"\(labelWidth - 6)\" y=\"\(y)\" text-anchor=\"end\">")
    page.text(text.count > limit ? text.prefix(limit - 1) + "…" : text)
    page.raw("</text>")
  }

  private static func table(_ chart: Chart, _ page: inout MarkupWriter) {
    page.raw("<table><thead><tr><th scope=\"col\">")
    page.text(chart.axes.bars.prefix(1).uppercased() + chart.axes.bars.dropFirst())
    page.raw("</th>")
    for name in chart.series.count > 1 ? chart.series : [chart.axes.values] {
      page.raw("<th scope=\"col\">")
      page.text(name.prefix(1).uppercased() + name.dropFirst())
      page.raw("</th>")
    }
    page.raw("</tr></thead><tbody>")
    for bar in chart.bars {
      page.raw("<tr><th scope=\"row\">")
      page.text(bar.label)
      page.raw("</th>")
      for value in bar.values {
        page.raw("<td class=\"r\">")
        page.text(value.map { VietnameseNumber.text($0) } ?? "…")
        page.raw("</td>")
      }
      page.raw("</tr>")
    }
    page.raw("</tbody></table>")
  }
}
