import Aggregation
import Documents
import Regimes
import ReportingModel

extension ReportComposer {
  /// Every task of the plan: what was asked, what there is (texts of appendix I).
  var tasksAppendix: [Block] {
    var columns: [Table.Column] = [
      Table.Column("TT", .center, weight: 4), Table.Column("Nội dung nhiệm vụ", weight: 24),
      Table.Column("Đơn vị chủ trì", weight: 13), Table.Column("Thời gian", weight: 10),
      Table.Column("Sản phẩm theo Kế hoạch", weight: 13), Table.Column("Sản phẩm đã có", weight: 14),
      Table.Column("Số hoạt động", .right, weight: 7), Table.Column("Lượt người", .right, weight: 8),
      Table.Column("Số đơn vị thực hiện", .right, weight: 7), Table.Column("Trạng thái", weight: 12),
    ]
    if isInternal { columns.append(Table.Column("Ghi chú", weight: 11)) }
    let rows = aggregate.tasks.figures.enumerated().compactMap { index, figure -> Table.Row? in
      guard let task = regime.task(figure.code) else { return nil }
      let path = "tasks.\(figure.code)"
      var cells: [Cell] = [
        .count(index + 1), .text(task.name.vietnamese), .text(leads(of: task)), .text(task.timingText.vietnamese),
        .text(task.products.compactMap { productName($0) }.joined(separator: "; ")), .text(products(of: task)),
        .count(figure.measures.records, path: path + ".records"),
        .count(figure.measures.people, path: path + ".soNguoi"),
        .count(figure.measures.units, path: path + ".units"), .text(status(of: figure, task)),
      ]
      if isInternal { cells.append(.text(leadRemark(figure, task))) }
      return Table.Row(cells)
    }
    return block(
      Table(
        name: "nhiem-vu", caption: "", columns: columns, rows: rows, notes: ["Một hoạt động tính cho một nhiệm vụ."]))
  }

  func productName(_ code: String) -> String? {
    regime.products.first { $0.code == code }?.name.vietnamese
  }

  /// `Tin, bài: 20; video: 3`.
  private func products(of task: PlanTask) -> String {
    let own = aggregate.tasks.products.rows.filter { $0.codes[0] == task.code && $0.measures.quantity > 0 }
    let parts = regime.products.compactMap { product -> String? in
      guard let row = own.first(where: { $0.codes[1] == product.code }) else { return nil }
      return "\(product.name.vietnamese): \(VietnameseNumber.text(row.measures.quantity))"
    }
    return parts.isEmpty ? resultCell(of: task) ?? "" : parts.joined(separator: "; ")
  }
}
