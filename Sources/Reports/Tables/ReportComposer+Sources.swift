package import Aggregation
import Documents
import Regimes
import ReportingModel

/// Says in which bundle, and in which file of it, what adds to a figure stands.
package protocol ContributionOrigins: Sendable {
  func origin(of contribution: Contribution) -> (bundle: String, entry: String)?
}

/// Nothing is known of bundles.
package struct NoOrigins: ContributionOrigins {
  package init() {}
  package func origin(of contribution: Contribution) -> (bundle: String, entry: String)? { nil }
}

/// Every figure of the sheets with its path, its formula, and what each unit's submission adds to it (<doc:layout#Sheets>).
extension ReportComposer {
  /// Rows of one sheet, a little below what a spreadsheet holds.
  static let sheetRows = 1_000_000

  private struct Figure: Sendable {
    let sheet: String
    let cell: String
    let label: Cell
    let value: Cell
    let path: String

    /// A cell of two numbers, such as activities and products, stands for its group.
    var isPair: Bool { if case .pair = value.value { true } else { false } }
  }

  private static let sourceColumns = [
    Table.Column("TT", .center, weight: 5), Table.Column("Sheet", weight: 14), Table.Column("Ô", .center, weight: 6),
    Table.Column("Nội dung", weight: 26), Table.Column("Giá trị", .right, weight: 10),
    Table.Column("Đường dẫn số liệu", weight: 24), Table.Column("Công thức", weight: 40),
    Table.Column("Đơn vị", weight: 14), Table.Column("Kỳ", weight: 14), Table.Column("Số thứ tự", .right, weight: 8),
    Table.Column("Gói", weight: 18), Table.Column("Tệp", weight: 18), Table.Column("Dòng", .right, weight: 6),
    Table.Column("Giá trị đóng góp", .right, weight: 10), Table.Column("Ghi chú", weight: 20),
  ]

  /// The sheets of sources: one, or several where one does not hold all. Rows are counted first and made while they are
  /// written: a province has millions of them.
  func sourceSheets(_ sheets: [Sheet], head: [String]) -> [Sheet] {
    let explainer = FigureExplainer(facts, question)
    let figures = figures(of: sheets)
    var parts: [(figures: Range<Int>, rows: Int)] = [(0..<0, 0)]
    for (index, figure) in figures.enumerated() {
      let count = max(1, explained(figure, by: explainer)?.contributions.count ?? 1)
      if parts[parts.count - 1].rows + count > Self.sheetRows { parts.append((index..<index, 0)) }
      parts[parts.count - 1].figures = parts[parts.count - 1].figures.lowerBound..<(index + 1)
      parts[parts.count - 1].rows += count
    }
    return parts.enumerated().map { number, part in
      Sheet(
        name: number == 0 ? "Nguồn" : "Nguồn (\(number + 1))", head: ["Nguồn số liệu"] + head,
        tables: [Table(name: "nguon", caption: "", columns: Self.sourceColumns, rows: [])]
      ) { write in
        for index in part.figures {
          for row in rows(index + 1, figures[index], explainer) { write(row) }
        }
      }
    }
  }

  private func figures(of sheets: [Sheet]) -> [Figure] {
    var figures: [Figure] = []
    for sheet in sheets {
      for (tableIndex, table) in sheet.tables.enumerated() {
        for (rowIndex, cells) in (table.rows.map { $0.isBar ? [] : $0.cells } + [table.total ?? []]).enumerated() {
          let label = cells.first { if case .text(let text) = $0.value { !text.isEmpty } else { false } }
          for (index, cell) in cells.enumerated() where index < table.columns.count {
            guard let path = cell.path else { continue }
            var value = cell.value
            if case .coverage(let required, _, _) = value { value = .count(Int128(required)) }
            let title = table.columns[index].title
            let name = label.map { "\(Self.text($0)) - \(title)" } ?? title
            figures.append(
              Figure(
                sheet: sheet.name, cell: sheet.cell(table: tableIndex, row: rowIndex, column: index),
                label: .text(name), value: Cell(value), path: path))
          }
        }
      }
    }
    return figures
  }

  private static func text(_ cell: Cell) -> String { if case .text(let text) = cell.value { text } else { "" } }

  private func explained(_ figure: Figure, by explainer: FigureExplainer) -> FigureExplainer.BySubmission? {
    explainer.bySubmission(figure.path)
      ?? explainer.bySubmission(figure.path + (figure.isPair ? ".records" : ".value"))
  }

  private func rows(_ number: Int, _ figure: Figure, _ explainer: FigureExplainer) -> [Table.Row] {
    let found = explained(figure, by: explainer)
    // An indicator that is printed in another unit of measure stands as it was told.
    let isScaled =
      figure.path.contains("ndicators") && !figure.path.hasSuffix("nits")
      && figure.path.split(separator: ".").contains { step in
        regime.indicator(String(step.prefix { $0 != "+" }))?.printed != nil
      }
    let lead: [Cell] = [
      .count(number), .text(figure.sheet), .text(figure.cell), figure.label, figure.value, .text(figure.path),
      .text(found?.formula.vietnamese ?? ""),
    ]
    guard let found, !found.contributions.isEmpty else {
      return [Table.Row(lead + [Cell](repeating: .empty, count: 8))]
    }
    return found.contributions.map { contribution in
      let origin = origins.origin(of: contribution)
      return Table.Row(
        lead + [
          .text(contribution.unit), .text(contribution.period?.description ?? ""),
          contribution.sequence.map { .count($0) } ?? .empty, .text(origin?.bundle ?? ""), .text(origin?.entry ?? ""),
          contribution.line > 0 ? .count(contribution.line) : .empty, .amount(contribution.value),
          .text(figure.isPair ? "số hoạt động" : isScaled ? "chưa đổi đơn vị tính" : ""),
        ])
    }
  }
}
