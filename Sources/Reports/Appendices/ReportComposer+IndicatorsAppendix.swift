import Aggregation
import Documents
import Regimes
import ReportingModel

extension ReportComposer {
  /// All indicators: what units told, what is counted from activities, and the products.
  var indicatorsAppendix: [Block] {
    let comparesYears = aggregate.comparison.before != nil
    var columns: [Table.Column] = [
      Table.Column("TT", .center, weight: 6), Table.Column("Chỉ tiêu", weight: 34),
      Table.Column("Đơn vị tính", .center, weight: 12), Table.Column("Kết quả", .right, weight: 12),
      Table.Column("Kỳ số liệu", weight: 16),
      Table.Column(
        "Số đơn vị báo (phải báo cáo; khác)", .center, weight: 15,
        parts: ["Phải báo cáo đã báo", "Phải báo cáo", "Đơn vị khác"]),
    ]
    if comparesYears {
      columns += [Table.Column("Cùng kỳ", .right, weight: 12), Table.Column("Tăng, giảm", .center, weight: 14)]
    }
    var rows: [Table.Row] = []
    for (title, isDerived) in [
      ("A. Theo báo cáo của đơn vị", false), ("B. Tính từ hoạt động có ngày trong kỳ", true),
    ] {
      let figures = aggregate.told.indicators.filter { regime.indicator($0.code)?.isDerived == isDerived }
      guard figures.contains(where: { $0.value != nil }) else { continue }
      rows.append(.bar(title))
      rows += figures.enumerated().compactMap { index, figure in row(index + 1, figure, comparesYears) }
    }
    guard !rows.isEmpty else { return [] }
    let products = aggregate.activities.products.filter { $0.measures.quantity > 0 }
    if !products.isEmpty {
      rows.append(.bar("C. Sản phẩm"))
      rows += products.enumerated().map { index, product in
        var cells: [Cell] = [
          .count(index + 1), .text(productName(product.code) ?? product.code), "sản phẩm",
          .count(product.measures.quantity, path: "products.\(product.code).soLuong"), .empty,
          .count(product.measures.units, path: "products.\(product.code).units"),
        ]
        if comparesYears { cells += [.empty, .empty] }
        return Table.Row(cells)
      }
    }
    let told = aggregate.told.ratios.filter { $0.value != nil }
    if !told.isEmpty {
      rows.append(.bar("D. Tỷ lệ"))
      rows += told.enumerated().map { index, ratio in
        let name = regime.ratios.first { $0.code == ratio.code }?.name.vietnamese ?? ratio.code
        var cells: [Cell] = [
          .count(index + 1), .text(name), "%", .percent(ratio.value, path: "ratios.\(ratio.code).value"), .empty,
          .count(ratio.units, path: "ratioTerms.\(ratio.code).units"),
        ]
        if comparesYears { cells += [.empty, .empty] }
        return Table.Row(cells)
      }
    }
    return block(
      Table(
        name: "chi-tieu", caption: "", columns: columns, rows: rows,
        notes: [
          "90/117; khác 8 là 90/117 đơn vị phải báo cáo; khác 8 đơn vị phối hợp báo cáo.",
          "Chỉ tiêu tính từ hoạt động có ngày: là số đơn vị có hoạt động tương ứng trong kỳ.",
          "…: chưa có số liệu báo cáo.",
        ]))
  }

  private func row(_ number: Int, _ figure: IndicatorFigure, _ comparesYears: Bool) -> Table.Row? {
    guard let indicator = regime.indicator(figure.code) else { return nil }
    let periods = aggregate.told.periods.first { $0.code == figure.code }?.periods ?? []
    var cells: [Cell] = [
      .count(number), .text(printedName(of: indicator)), .text(Words.unit(indicator)), value(of: figure, indicator),
      .text(indicator.isDerived ? "" : periods.map { Words.inSentence(name(of: $0)) }.joined(separator: "; ")),
      Words.coverageCell(figure, indicator),
    ]
    if comparesYears {
      let before = aggregate.comparison.before?.indicators.first { $0.code == figure.code }?.value
      cells += [
        before.map { Words.amount($0, indicator, path: "before.indicators.\(figure.code).value") } ?? .notTold,
        .text(Words.comparison(figure.value, before) ?? ""),
      ]
    }
    return Table.Row(cells, indent: parent(of: indicator) == nil ? 0 : 1)
  }

  /// The value as printed, scaled where the regime says so.
  func value(of figure: IndicatorFigure, _ indicator: Indicator) -> Cell {
    guard let value = figure.value else { return .notTold }
    return Words.amount(value, indicator, path: "indicators.\(figure.code).value")
  }

  /// The name without the hints of a form; a part of another indicator says so.
  func printedName(of indicator: Indicator) -> String {
    let own = word("tenIn.\(indicator.code)")
    return own.isEmpty ? indicator.name.vietnamese : own
  }

  /// The indicator of which it is a part, where the regime names one.
  func parent(of indicator: Indicator) -> Indicator? { regime.indicator(word("laPhanCua.\(indicator.code)")) }
}
