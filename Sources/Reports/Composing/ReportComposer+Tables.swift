import Aggregation
import Documents
import Regimes
import ReportingModel

extension ReportComposer: TableSource {
  func table(_ name: String, _ arguments: [String], caption: String) -> Table? {
    switch name {
    case "chi-tieu": indicatorTable(arguments, caption)
    case "nhiem-vu": taskTable(caption)
    case "khu-vuc": regionTable(caption)
    case "theo-loai": kindTable(arguments, caption)
    case "noi-dung": measureTable(caption, "Nội dung", aggregate.contentAreas, regime.areas)
    case "hinh-thuc": measureTable(caption, "Hình thức", aggregate.channels, regime.channels)
    case "gui-bao-cao": completenessTable(caption)
    case "chua-gui": missingTable(caption)
    case "giai-trinh": explanationTable(caption)
    case "chenh-lech-am": negativeTable(caption)
    case "co-the-trung": doublesTable(caption)
    default: nil
    }
  }

  /// The indicators that are named; without any, all that somebody told.
  private func indicatorTable(_ named: [String], _ caption: String) -> Table {
    let codes = named.isEmpty ? aggregate.indicators.filter { $0.value != nil }.map(\.code) : named
    var table = Table(
      caption: caption,
      columns: [
        Table.Column("TT", .center, weight: 7), Table.Column("Chỉ tiêu", weight: 38),
        Table.Column("Đơn vị tính", .center, weight: 13), Table.Column("Kết quả", .right, weight: 14),
        Table.Column("Số đơn vị báo", .right, weight: 12), Table.Column("So cùng kỳ", .center, weight: 18),
      ], rows: [])
    for code in codes {
      guard let indicator = regime.indicator(code), let figure = aggregate.indicators.first(where: { $0.code == code })
      else { continue }
      let change = aggregate.changes.first { $0.section == "indicators" && $0.code == code }
      table.rows.append(
        Table.Row([
          .count(table.rows.count + 1), .text(indicator.name.vietnamese), .text(Words.unit(indicator)),
          .text(Words.cell(figure.value, indicator)), .count(figure.units),
          .text(Words.change(change)?.replacing(" so với cùng kỳ", with: "") ?? Words.notTold),
        ]))
    }
    return table
  }

  private func taskTable(_ caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column("TT", .center, weight: 7), Table.Column("Nhiệm vụ", weight: 29),
        Table.Column("Chủ trì", weight: 20),
        Table.Column("Kết quả", weight: 23), Table.Column("Trạng thái", weight: 22),
      ],
      rows: aggregate.tasks.enumerated().map { index, figure in
        let task = regime.task(figure.code)
        let result =
          figure.measures.records == 0
          ? "không phát sinh"
          : "\(VietnameseNumber.text(figure.measures.records)) hoạt động; \(VietnameseNumber.text(figure.measures.quantity)) sản phẩm; \(VietnameseNumber.text(figure.measures.people)) lượt người"
        return [
          String(index + 1), task?.shortName.vietnamese ?? figure.code, task?.leadText.vietnamese ?? "", result,
          Words.status(figure, task),
        ]
      })
  }

  private func regionTable(_ caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column("Khu vực", weight: 26), Table.Column("Số đơn vị có báo cáo", .right, weight: 16),
        Table.Column("Hoạt động", .right, weight: 14), Table.Column("Sản phẩm", .right, weight: 14),
        Table.Column("Lượt người", .right, weight: 16), Table.Column("Mô hình", .right, weight: 14),
      ],
      rows: aggregate.regions.map { region in
        [
          region.code == "-" ? "Không thuộc khu vực" : region.code, VietnameseNumber.text(region.reporting),
          VietnameseNumber.text(region.measures.records), VietnameseNumber.text(region.measures.quantity),
          VietnameseNumber.text(region.measures.people), VietnameseNumber.text(region.exemplars),
        ]
      },
      total: [
        "Tổng cộng", VietnameseNumber.text(aggregate.reportingUnits), VietnameseNumber.text(aggregate.total.records),
        VietnameseNumber.text(aggregate.total.quantity), VietnameseNumber.text(aggregate.total.people),
        VietnameseNumber.text(aggregate.exemplars.count),
      ])
  }

  /// Indicators by unit kind: a column an indicator, a row a kind.
  private func kindTable(_ codes: [String], _ caption: String) -> Table {
    let indicators = codes.compactMap { regime.indicator($0) }
    func value(_ kind: String, _ indicator: Indicator) -> Amount? {
      aggregate.indicatorsByKind.first { $0.kind == kind && $0.code == indicator.code }?.value
    }
    return Table(
      caption: caption,
      columns: [Table.Column("Loại đơn vị", weight: 40)]
        + indicators.map { Table.Column("\($0.name.vietnamese) (\(Words.unit($0)))", .right, weight: 30) },
      rows: regime.unitKinds.filter { kind in indicators.contains { value(kind.code, $0) != nil } }.map { kind in
        [kind.name.vietnamese] + indicators.map { Words.cell(value(kind.code, $0), $0) }
      },
      total: ["Tổng cộng"]
        + indicators.map { indicator in
          Words.cell(aggregate.indicators.first { $0.code == indicator.code }?.value, indicator)
        })
  }

  private func measureTable(_ caption: String, _ title: String, _ rows: [CodedMeasures], _ names: [CodedName]) -> Table
  {
    Table(
      caption: caption,
      columns: [
        Table.Column(title, weight: 44), Table.Column("Số hoạt động", .right, weight: 14),
        Table.Column("Số sản phẩm", .right, weight: 14), Table.Column("Lượt người", .right, weight: 14),
        Table.Column("Số đơn vị", .right, weight: 14),
      ],
      rows: rows.map { row in
        [names.first { $0.code == row.code }?.name.vietnamese ?? row.code] + cells(row.measures)
      }, total: ["Tổng cộng"] + cells(aggregate.total))
  }

  private func cells(_ measures: Measures) -> [String] {
    [
      VietnameseNumber.text(measures.records), VietnameseNumber.text(measures.quantity),
      VietnameseNumber.text(measures.people), VietnameseNumber.text(measures.units),
    ]
  }
}
