import Aggregation
import Documents
import Regimes
import ReportingModel

/// The tables of the body (<doc:layout#Tables>).
extension ReportComposer: TableSource {
  func table(_ name: String, _ arguments: [String], caption: String) -> Table? {
    switch name {
    case "chi-tieu": indicatorTable(arguments, caption)
    case "nhiem-vu": taskTable(caption)
    case "khu-vuc": regionTable(caption)
    case "theo-loai": kindTable(arguments, caption)
    case "noi-dung":
      measureTable("noi-dung", caption, "Nội dung", aggregate.activities.areas, regime.areas, "contentAreas")
    case "hinh-thuc":
      measureTable("hinh-thuc", caption, "Hình thức", aggregate.activities.channels, regime.channels, "channels")
    case "gui-bao-cao": completenessTable(caption)
    case "chua-gui": missingTable(caption)
    case "giai-trinh": explanationTable(caption)
    case "chenh-lech-am": negativeTable(caption)
    case "co-the-trung": doublesTable(caption)
    case "hai-nua": halvesTable(arguments, caption)
    default: nil
    }
  }

  /// The indicators that are named; without any, all that somebody told.
  private func indicatorTable(_ named: [String], _ caption: String) -> Table {
    let codes = named.isEmpty ? aggregate.told.indicators.filter { $0.value != nil }.map(\.code) : named
    let comparesYears = aggregate.comparison.before != nil
    var columns: [Table.Column] = [
      Table.Column("TT", .center, weight: 7), Table.Column("Chỉ tiêu", weight: 40),
      Table.Column("Đơn vị tính", .center, weight: 13), Table.Column("Kết quả", .right, weight: 14),
      Table.Column(
        "Số đơn vị báo (phải báo cáo; khác)", .center, weight: 18,
        parts: ["Phải báo cáo đã báo", "Phải báo cáo", "Đơn vị khác"]),
    ]
    if comparesYears { columns.append(Table.Column("So cùng kỳ", .center, weight: 18)) }
    var rows: [Table.Row] = []
    for code in codes {
      guard let indicator = regime.indicator(code),
        let figure = aggregate.told.indicators.first(where: { $0.code == code })
      else { continue }
      var cells: [Cell] = [
        .count(rows.count + 1), .text(printedName(of: indicator)), .text(Words.unit(indicator)),
        value(of: figure, indicator), Words.coverageCell(figure, indicator),
      ]
      if comparesYears {
        let before = aggregate.comparison.before?.indicators.first { $0.code == code }?.value
        cells.append(.text(Words.comparison(figure.value, before) ?? Words.notTold))
      }
      rows.append(Table.Row(cells, indent: parent(of: indicator).map { codes.contains($0.code) } == true ? 1 : 0))
    }
    return Table(
      name: "chi-tieu", caption: caption, columns: columns, rows: rows,
      notes: [
        "90/117; khác 8 là 90/117 đơn vị phải báo cáo; khác 8 đơn vị phối hợp báo cáo.",
        "Chỉ tiêu tính từ hoạt động có ngày: là số đơn vị có hoạt động tương ứng trong kỳ.",
      ])
  }

  private func taskTable(_ caption: String) -> Table {
    let rows = aggregate.tasks.figures.enumerated().compactMap { index, figure -> Table.Row? in
      guard let task = regime.task(figure.code) else { return nil }
      let (records, products, people) = (figure.measures.records, figure.measures.quantity, figure.measures.people)
      let done = [
        records > 0 ? "\(VietnameseNumber.text(records)) hoạt động" : nil,
        products > 0 ? "\(VietnameseNumber.text(products)) sản phẩm" : nil,
        people > 0 ? "\(VietnameseNumber.text(people)) lượt người" : nil,
      ].compactMap { $0 }
      let result = [resultCell(of: task), done.isEmpty ? nil : done.joined(separator: "; ")].compactMap { $0 }
      let remark = leadRemark(figure, task)
      return Table.Row([
        .count(index + 1), .text(task.shortName.vietnamese), .text(leads(of: task)),
        .text(result.joined(separator: "; ")),
        .text(
          [status(of: figure, task), remark.isEmpty ? nil : Words.inSentence(remark)].compactMap { $0 }.joined(
            separator: "; ")),
      ])
    }
    return Table(
      name: "nhiem-vu", caption: caption,
      columns: [
        Table.Column("TT", .center, weight: 7), Table.Column("Nhiệm vụ", weight: 29),
        Table.Column("Chủ trì", weight: 20), Table.Column("Kết quả", weight: 23),
        Table.Column("Trạng thái", weight: 22),
      ], rows: rows)
  }

  private func regionTable(_ caption: String) -> Table {
    let regions =
      aggregate.places.regions.filter { $0.code != "-" } + aggregate.places.regions.filter { $0.code == "-" }
    return Table(
      name: "khu-vuc", caption: caption,
      columns: [
        Table.Column("Khu vực", weight: 26), Table.Column("Số đơn vị có báo cáo", .right, weight: 16),
        Table.Column("Hoạt động", .right, weight: 14), Table.Column("Sản phẩm", .right, weight: 14),
        Table.Column("Lượt người", .right, weight: 16), Table.Column("Mô hình", .right, weight: 14),
      ],
      rows: regions.map { region in
        let path = "regions.\(region.code)"
        return Table.Row([
          .text(region.code == "-" ? "Đơn vị thuộc Sở không tính theo khu vực" : region.code),
          .count(region.reporting, path: path + ".reporting"), .count(region.measures.records, path: path + ".records"),
          .count(region.measures.quantity, path: path + ".soLuong"),
          .count(region.measures.people, path: path + ".soNguoi"),
          .count(region.exemplars, path: path + ".exemplars"),
        ])
      },
      total: [
        "Tổng cộng", .count(aggregate.reporting.units, path: "reportingUnits"),
        .count(aggregate.activities.total.records, path: "total.records"),
        .count(aggregate.activities.total.quantity, path: "total.soLuong"),
        .count(aggregate.activities.total.people, path: "total.soNguoi"), .count(aggregate.exemplars.rows.count),
      ])
  }

  /// Indicators by unit kind: a column an indicator, a row a kind; nothing where all of it is zero or untold.
  private func kindTable(_ codes: [String], _ caption: String) -> Table {
    let indicators = codes.compactMap { regime.indicator($0) }
    func value(_ kind: String, _ indicator: Indicator) -> Cell {
      let found = aggregate.told.indicatorsByKind.first { $0.kind == kind && $0.code == indicator.code }?.value
      return found.map { Words.amount($0, indicator, path: "indicatorsByKind.\(indicator.code)+\(kind)") } ?? .notTold
    }
    let kinds = regime.unitKinds.filter { kind in
      aggregate.told.indicatorsByKind.contains { row in
        row.kind == kind.code && codes.contains(row.code) && row.value != .zero
      }
    }
    return Table(
      name: "theo-loai", caption: caption,
      columns: [Table.Column("Loại đơn vị", weight: 40)]
        + indicators.map { Table.Column("\(printedName(of: $0)) (\(Words.unit($0)))", .right, weight: 30) },
      rows: kinds.map { kind in Table.Row([.text(kind.name.vietnamese)] + indicators.map { value(kind.code, $0) }) },
      total: ["Tổng cộng"]
        + indicators.map { indicator in
          aggregate.told.indicators.first { $0.code == indicator.code }.map { self.value(of: $0, indicator) }
            ?? .notTold
        })
  }

  private func measureTable(
    _ name: String, _ caption: String, _ title: String, _ rows: [CodedMeasures], _ names: [CodedName], _ path: String
  ) -> Table {
    let comparesYears = aggregate.comparison.before != nil && name == "noi-dung"
    var columns: [Table.Column] = [
      Table.Column("TT", .center, weight: 7), Table.Column(title, weight: 40),
      Table.Column("Số hoạt động", .right, weight: 13), Table.Column("Số sản phẩm", .right, weight: 13),
      Table.Column("Lượt người", .right, weight: 14), Table.Column("Số đơn vị thực hiện", .right, weight: 13),
    ]
    if comparesYears { columns.append(Table.Column("So cùng kỳ (số hoạt động)", .center, weight: 17)) }
    func comparison(_ now: Measures, _ before: Measures?) -> [Cell] {
      guard comparesYears else { return [] }
      return [.text(Words.comparison(Amount(now.records), before.map { Amount($0.records) }) ?? "")]
    }
    guard aggregate.activities.total.records > 0 else {
      return Table(name: name, caption: caption, columns: columns, rows: [])
    }
    return Table(
      name: name, caption: caption, columns: columns,
      rows: rows.enumerated().map { index, row in
        let before = aggregate.comparison.before?.contentAreas.first { $0.code == row.code }?.measures
        return Table.Row(
          [.count(index + 1), .text(names.first { $0.code == row.code }?.name.vietnamese ?? row.code)]
            + measureCells(row.measures, path: "\(path).\(row.code)") + comparison(row.measures, before))
      },
      total: [.empty, "Tổng cộng"] + measureCells(aggregate.activities.total, path: "total")
        + comparison(aggregate.activities.total, aggregate.comparison.before?.total),
      notes: ["Một đơn vị có thể thực hiện nhiều nội dung, hình thức; dòng Tổng cộng tính mỗi đơn vị một lần."])
  }

  /// The halves of a year side by side: activities first, then the indicators that are named, stocks under a bar of their own.
  private func halvesTable(_ codes: [String], _ caption: String) -> Table {
    let halves = aggregate.comparison.parts
    let comparesYears = aggregate.comparison.before != nil
    var columns: [Table.Column] =
      [
        Table.Column("TT", .center, weight: 6), Table.Column("Chỉ tiêu", weight: 34),
        Table.Column("Đơn vị tính", .center, weight: 12),
      ] + zip(["6 tháng đầu năm", "6 tháng cuối năm"], halves).map { Table.Column($0.0, .right, weight: 13) }
      + [Table.Column("Cả năm", .right, weight: 13)]
    if comparesYears {
      columns += [Table.Column("Năm trước", .right, weight: 12), Table.Column("So năm trước", .center, weight: 14)]
    }
    guard halves.count == 2 else { return Table(name: "hai-nua", caption: caption, columns: columns, rows: []) }
    var rows: [Table.Row] = []
    func add(_ name: String, _ unit: String, _ parts: [Cell], _ whole: Cell, _ now: Amount?, _ before: Amount?) {
      var cells: [Cell] = [.count(rows.count { !$0.isBar } + 1), .text(name), .text(unit)] + parts + [whole]
      if comparesYears {
        cells += [before.map { .amount($0) } ?? .notTold, .text(Words.comparison(now, before) ?? "")]
      }
      rows.append(Table.Row(cells))
    }
    for (name, unit, key, value) in [
      ("Hoạt động truyền thông", "hoạt động", "records", { (m: Measures) in Int128(m.records) }),
      ("Sản phẩm", "sản phẩm", "soLuong", { $0.quantity }),
      ("Lượt người tham gia, tiếp cận", "lượt", "soNguoi", { $0.people }),
    ] {
      add(
        name, unit, halves.map { .count(value($0.figures.total), path: "parts.\($0.key).total.\(key)") },
        .count(value(aggregate.activities.total), path: "total.\(key)"), Amount(value(aggregate.activities.total)),
        aggregate.comparison.before.map { Amount(value($0.total)) })
    }
    let indicators = codes.compactMap { regime.indicator($0) }
    for isStock in [false, true] {
      let own = indicators.filter { ($0.nature == .stock) == isStock }
      if isStock, !own.isEmpty { rows.append(.bar("Số liệu tại thời điểm")) }
      for indicator in own {
        let figure = aggregate.told.indicators.first { $0.code == indicator.code }
        let parts = halves.map { half -> Cell in
          let told = half.figures.indicators.first { $0.code == indicator.code }?.value
          let path = "parts.\(half.key).indicators.\(indicator.code).value"
          return told.map { Words.amount($0, indicator, path: path) } ?? .notTold
        }
        add(
          printedName(of: indicator), Words.unit(indicator), parts, figure.map { value(of: $0, indicator) } ?? .notTold,
          figure?.value, aggregate.comparison.before?.indicators.first { $0.code == indicator.code }?.value)
      }
    }
    return Table(
      name: "hai-nua", caption: caption, columns: columns, rows: rows,
      notes: ["…: chưa có số liệu báo cáo.", "Số liệu tại thời điểm: cả năm lấy theo cuối năm."])
  }
}
