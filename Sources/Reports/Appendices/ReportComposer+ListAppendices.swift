import Aggregation
import Documents
import Regimes
import ReportingModel

extension ReportComposer {
  /// Chosen exemplars first, in the office's order; within the department the others after them, by unit. Without a choice
  /// all that were presented.
  var exemplarsAppendix: [Block] {
    let chosen = chosen ?? []
    let others =
      self.chosen == nil || isInternal
      ? aggregate.exemplars.rows.filter { row in !chosen.contains { $0.exemplar == row } } : []
    let rows = chosen.map { ($0.exemplar, Optional($0.choice)) } + others.map { ($0, nil) }
    var columns = [
      Table.Column("TT", .center, weight: 5), Table.Column("Tên mô hình", weight: 22),
      Table.Column("Đơn vị", weight: 18), Table.Column("Nội dung", weight: 15), Table.Column("Tóm tắt", weight: 30),
      Table.Column("Đường dẫn", weight: 15),
    ]
    if !chosen.isEmpty {
      columns += [Table.Column("Đã đăng", .center, weight: 16), Table.Column("Báo chí", weight: 11)]
    }
    return block(
      Table(
        name: "mo-hinh", caption: "", columns: columns,
        rows: rows.enumerated().map { index, row in
          let (exemplar, choice) = row
          var cells: [Cell] = [
            .count(index + 1), .text(exemplar.title), .text(name(of: exemplar.unit)),
            .text(regime.areas.first { $0.code == exemplar.area }?.shortName.vietnamese ?? exemplar.area),
            .text(Words.shortened(exemplar.summary, words: 60)), .text(exemplar.link ?? ""),
          ]
          if !chosen.isEmpty {
            cells += [
              .text([choice?.published?.vietnamese, choice?.link].compactMap { $0 }.joined(separator: "; ")),
              .text(choice?.press ?? ""),
            ]
          }
          return Table.Row(cells)
        },
        notes: rows.contains { $0.0.summary.split(whereSeparator: \.isWhitespace).count > 60 }
          ? ["Tóm tắt dài được cắt còn 60 chữ (…); toàn văn trong báo cáo của đơn vị."] : []))
  }

  /// What `--by` asked for.
  var rowsAppendix: [Block] {
    guard let result = aggregate.rows, !result.rows.isEmpty else { return [] }
    let columns =
      [Table.Column("TT", .center, weight: 6)]
      + result.by.map {
        Table.Column(Words.dimension($0).prefix(1).uppercased() + Words.dimension($0).dropFirst(), weight: 26)
      }
      + [
        Table.Column("Số hoạt động", .right, weight: 12), Table.Column("Số sản phẩm", .right, weight: 12),
        Table.Column("Lượt người", .right, weight: 12), Table.Column("Số đơn vị", .right, weight: 12),
      ]
    let rows = result.rows.enumerated().map { index, row in
      let names = zip(result.by, row.codes).map { Cell.text(codeName($0, $1)) }
      // As the canonical report names the row: its codes in the order of their keys.
      let path =
        "rows."
        + zip(result.by, row.codes).sorted { $0.0.rawValue.utf8.lexicographicallyPrecedes($1.0.rawValue.utf8) }
        .map(\.1).joined(separator: "+")
      return Table.Row([.count(index + 1)] + names + measureCells(row.measures, path: path))
    }
    let total = [Cell.empty, "Tổng cộng"] + [Cell](repeating: .empty, count: result.by.count - 1)
    return block(
      Table(
        name: "theo", caption: "", columns: columns, rows: rows,
        total: total + measureCells(result.total, path: "total")))
  }

  func measureCells(_ measures: Measures, path: String) -> [Cell] {
    [
      .count(measures.records, path: path + ".records"), .count(measures.quantity, path: path + ".soLuong"),
      .count(measures.people, path: path + ".soNguoi"), .count(measures.units, path: path + ".units"),
    ]
  }

  /// What the code of a dimension is called.
  func codeName(_ dimension: Dimension, _ code: String) -> String {
    guard code != "-" else { return Words.nothing(dimension) }
    let names: [CodedName]? =
      switch dimension {
      case .area: regime.areas
      case .channel: regime.channels
      case .product: regime.products
      case .topic: regime.topics
      case .level: regime.levels
      default: nil
      }
    if let names { return names.first { $0.code == code }?.name.vietnamese ?? code }
    return switch dimension {
    case .task: regime.task(code)?.shortName.vietnamese ?? code
    case .kind: regime.unitKind(code)?.name.vietnamese ?? code
    case .commune, .unit: name(of: code)
    case .month: String(code.suffix(2)) + "/" + code.prefix(4)
    default: code
    }
  }

  /// What the report stands on, so that it can be held against the record.
  var provenanceAppendix: [Block] {
    func groups(_ digest: String) -> String {
      stride(from: 0, to: digest.utf8.count, by: 8).map { start in
        String(decoding: Array(digest.utf8)[start..<min(start + 8, digest.utf8.count)], as: UTF8.self)
      }.joined(separator: " ")
    }
    let rows: [(String, Cell)] = [
      ("Chế độ báo cáo", .text("\(regime.id), phiên bản \(regime.version)")),
      ("Mã đối soát của chế độ báo cáo", .text(groups(aggregate.regimeDigest.description))),
      ("Mã đối soát của danh mục đơn vị", .text(groups(aggregate.registryDigest.description))),
      ("Số đơn vị có số liệu", .count(aggregate.reporting.units, path: "reportingUnits")),
      ("Số liệu tính đến mục số", .count(aggregate.asOf, path: "asOf")),
      ("Mã đối soát của mục đó", .text(groups(ledgerHead))),
      ("Cách kiểm tra lại", "Dùng tệp xuất đối soát, chạy «tonghop audit replay»."),
    ]
    return block(
      Table(
        name: "doi-soat", caption: "",
        columns: [Table.Column("Mục", weight: 34), Table.Column("Giá trị", weight: 66)],
        rows: rows.map { Table.Row([.text($0.0), $0.1]) }))
  }
}
