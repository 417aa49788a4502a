import Aggregation
import Documents
import Regimes
import ReportingModel

/// What stays within the department.
extension ReportComposer {
  /// Required units that have not reported, or not well.
  var missingAppendix: [Block] {
    let rows = aggregate.reporting.missing.enumerated().map { index, row in
      Table.Row([
        .count(index + 1), .text(name(of: row.unit)), .text(name(of: row.period)), .date(row.due),
        .text(row.status.words.vietnamese), .count(row.refusals),
      ])
    }
    return block(
      Table(
        name: "chua-gui", caption: "",
        columns: [
          Table.Column("TT", .center, weight: 6), Table.Column("Đơn vị", weight: 34), Table.Column("Kỳ", weight: 22),
          Table.Column("Hạn", .center, weight: 12), Table.Column("Tình trạng", weight: 18),
          Table.Column("Số lần đã gửi chưa đạt", .right, weight: 10),
        ], rows: rows))
  }

  /// What units wrote, word for word, by section.
  var narrativesAppendix: [Block] {
    let rows = regime.sections.flatMap { section -> [Table.Row] in
      let own = aggregate.narratives.rows.filter { $0.section == section.code }
      guard !section.isRequired, !own.isEmpty else { return [] }
      return [.bar(section.name.vietnamese)]
        + own.enumerated().map { index, row in
          Table.Row([.count(index + 1), .text(name(of: row.unit)), .text(name(of: row.period)), .text(row.text)])
        }
    }
    return block(
      Table(
        name: "y-kien", caption: "",
        columns: [
          Table.Column("TT", .center, weight: 6), Table.Column("Đơn vị", weight: 22), Table.Column("Kỳ", weight: 16),
          Table.Column("Nội dung", weight: 58),
        ], rows: rows, notes: ["Nguyên văn; số định danh, số điện thoại đã được che."]))
  }

  /// Warnings that units explained, cumulative figures below their parts, activities that may be one.
  var remarksAppendix: [Block] {
    func named(_ name: String, _ table: Table) -> [Block] {
      var table = table
      table.name = name
      return block(table)
    }
    return named("giai-trinh", explanationTable("A. Giải trình của đơn vị về cảnh báo"))
      + named("chenh-lech-am", negativeTable("B. Số lũy kế thấp hơn tổng các kỳ trước"))
      + named("co-the-trung", doublesTable("C. Hoạt động có thể trùng (cùng ngày, sản phẩm, tên; đều đã tính)"))
  }
}
