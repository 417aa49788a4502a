import Aggregation
package import Documents
import Regimes
import ReportingModel

/// The working papers of a report: its tables as sheets (<doc:layout#Sheets>).
extension ReportComposer {
  /// The sheets of this copy; what stays within the department is in no other.
  package func sheets() -> [Sheet] {
    let own = figureSheets
    return own + sourceSheets(own, head: sheetHead)
      + [Sheet(name: "Đối soát", head: ["Thông tin đối soát"] + sheetHead, tables: tables(provenanceAppendix))]
  }

  private var sheetHead: [String] {
    [
      "Từ ngày \(aggregate.window.from.vietnamese) đến ngày \(aggregate.window.to.vietnamese)",
      "Số liệu tính đến hết ngày \(facts.today.vietnamese)",
    ]
  }

  /// Those that hold figures.
  private var figureSheets: [Sheet] {
    var sheets: [Sheet] = []
    for (name, title, tables) in [
      ("Tóm tắt", "Kết quả chủ yếu", [summaryTable]), ("Nhiệm vụ", "Kết quả thực hiện nhiệm vụ", tables(tasksAppendix)),
      ("Nội dung - hình thức", "Kết quả theo nội dung và hình thức", tables(areasAppendix)),
      ("Chỉ tiêu", "Tổng hợp chỉ tiêu và sản phẩm", tables(indicatorsAppendix)),
      ("Mô hình", "Mô hình hay, cách làm hiệu quả", tables(exemplarsAppendix)),
      ("Gửi báo cáo", "Tình hình gửi báo cáo", tables(completenessAppendix)),
      ("Địa bàn", "Kết quả theo địa bàn", tables(communesAppendix)),
      ("Khu vực", "Kết quả theo khu vực", [table("khu-vuc", [], caption: "")].compactMap { $0 }),
      ("Theo tháng", "Kết quả theo tháng", [monthsTable]),
      ("Kết quả tra cứu", "Kết quả theo yêu cầu", tables(rowsAppendix)),
      ("Chưa gửi", "Đơn vị chưa gửi hoặc chưa đạt yêu cầu", tables(appendix("chuaGui") ?? [])),
      ("Ý kiến đơn vị", "Ý kiến của đơn vị", tables(appendix("yKien") ?? [])),
      ("Nhận xét số liệu", "Nhận xét số liệu", tables(appendix("nhanXet") ?? [])),
    ] {
      let filled = tables.filter { !$0.rows.isEmpty }
      if !filled.isEmpty { sheets.append(Sheet(name: name, head: [title] + sheetHead, tables: filled)) }
    }
    return sheets
  }

  private func tables(_ blocks: [Block]) -> [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  private var summaryTable: Table {
    let before = aggregate.comparison.before
    func row(_ name: String, _ unit: String, _ value: Cell, _ now: Amount?, _ old: Amount?, _ coverage: Cell)
      -> Table.Row
    {
      Table.Row([
        .text(name), .text(unit), value, old.map { .amount($0) } ?? .notTold,
        .text(Words.comparison(now, old) ?? ""), coverage,
      ])
    }
    let total = aggregate.activities.total
    var rows = [
      row(
        "Hoạt động", "hoạt động", .count(total.records, path: "total.records"), Amount(total.records),
        before.map { Amount($0.total.records) }, .count(total.units, path: "total.units")),
      row(
        "Sản phẩm", "sản phẩm", .count(total.quantity, path: "total.soLuong"), Amount(total.quantity),
        before.map { Amount($0.total.quantity) }, .count(total.units, path: "total.units")),
      row(
        "Lượt người", "lượt", .count(total.people, path: "total.soNguoi"), Amount(total.people),
        before.map { Amount($0.total.people) }, .count(total.units, path: "total.units")),
    ]
    for figure in aggregate.told.indicators {
      guard let indicator = regime.indicator(figure.code), figure.value != nil else { continue }
      rows.append(
        row(
          printedName(of: indicator), Words.unit(indicator), value(of: figure, indicator), figure.value,
          before?.indicators.first { $0.code == figure.code }?.value, Words.coverageCell(figure, indicator)))
    }
    return Table(
      name: "tom-tat", caption: "",
      columns: [
        Table.Column("Chỉ tiêu", weight: 40), Table.Column("Đơn vị tính", .center, weight: 12),
        Table.Column("Kết quả", .right, weight: 12), Table.Column("Cùng kỳ", .right, weight: 12),
        Table.Column("Tăng, giảm", weight: 16),
        Table.Column(
          "Số đơn vị báo", .right, weight: 12, parts: ["Phải báo cáo đã báo", "Phải báo cáo", "Đơn vị khác"]),
      ], rows: rows)
  }

  private var monthsTable: Table {
    Table(
      name: "theo-thang", caption: "",
      columns: [
        Table.Column("Tháng", .center, weight: 16), Table.Column("Hoạt động", .right, weight: 16),
        Table.Column("Sản phẩm", .right, weight: 16), Table.Column("Lượt người", .right, weight: 16),
        Table.Column("Đơn vị", .right, weight: 16),
      ],
      rows: aggregate.activities.byMonth.map { month in
        Table.Row([.text(codeName(.month, month.code))] + measureCells(month.measures, path: "byMonth.\(month.code)"))
      })
  }

  /// The tables of the sheets by name, for files of their own; those of one name are one after the other.
  package func namedTables() -> [Table] {
    var tables: [Table] = []
    for table in figureSheets.flatMap(\.tables) + self.tables(provenanceAppendix) {
      var named = table
      let count = tables.count { $0.name == table.name || $0.name.hasPrefix(table.name + "-") }
      if count > 0 { named.name += "-\(count + 1)" }
      tables.append(named)
    }
    return tables
  }

  /// Above every printed page of the sheets.
  package var sheetHeader: String { "Bảng số liệu làm việc của Báo cáo \(Words.inSentence(names.period.vietnamese))" }
}
