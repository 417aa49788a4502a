import Aggregation
import Documents
import Regimes
import ReportingModel

extension ReportComposer {
  /// Who has reported, by kind and then by level: a block a period.
  var completenessAppendix: [Block] {
    let periods = aggregate.reporting.completeness.filter { $0.counts.required > 0 }
    let columns: [Table.Column] = [
      Table.Column("TT", .center, weight: 5), Table.Column("Loại đơn vị, cấp học", weight: 26),
      Table.Column("Phải báo cáo", .right, weight: 8), Table.Column("Đã gửi", .right, weight: 7),
      Table.Column("Đúng hạn", .right, weight: 7), Table.Column("Sau hạn", .right, weight: 7),
      Table.Column("Chưa đạt yêu cầu", .right, weight: 8), Table.Column("Chưa gửi", .right, weight: 7),
      Table.Column("Tỷ lệ gửi (%)", .right, weight: 8), Table.Column("Tỷ lệ đúng hạn (%)", .right, weight: 8),
      Table.Column("Phối hợp báo cáo", .right, weight: 8),
    ]
    return periods.map { period in
      let key = period.period.description
      func rows(_ dimension: Dimension, _ codes: [String]) -> [Table.Row] {
        codes.compactMap { code in period.groups.first { $0.dimension == dimension && $0.code == code } }.enumerated()
          .map { index, group in
            Table.Row(
              [.count(index + 1), .text(codeName(dimension, group.code))] + counts(group.counts, path: nil, key))
          }
      }
      let levels = rows(.level, regime.levels.map(\.code))
      return .table(
        Table(
          name: "gui-bao-cao", caption: "", unitLine: name(of: period.period), columns: columns,
          rows: [.bar("Theo loại đơn vị")] + rows(.kind, regime.unitKinds.map(\.code))
            + (levels.isEmpty ? [] : [.bar("Theo cấp học")] + levels),
          total: [.empty, "Tổng cộng"] + counts(period.counts, path: "completeness.\(key)", key),
          notes: [
            "Tỷ lệ = đã gửi (đúng hạn) / phải báo cáo; đơn vị phối hợp báo cáo không tính vào tỷ lệ.",
            "Chưa đạt yêu cầu: đã gửi nhưng chưa được tiếp nhận.",
          ]))
    }
  }

  private func counts(_ counts: CompletenessCounts, path: String?, _ period: String) -> [Cell] {
    func cell(_ number: Int, _ key: String) -> Cell { .count(number, path: path.map { "\($0).\(key)" }) }
    func rate(_ percent: Percent?, _ key: String) -> Cell {
      percent.map { Cell(.percent($0), path: path == nil ? nil : "completenessRates.\(period).\(key)") }
        ?? .notApplicable
    }
    return [
      cell(counts.required, "required"), cell(counts.reported, "reported"), cell(counts.onTime, "onTime"),
      cell(counts.late, "late"), cell(counts.rejected, "rejected"), cell(counts.missing, "missing"),
      rate(counts.reportedRate, "reportedRate"), rate(counts.onTimeRate, "onTimeRate"),
      cell(counts.invitedReported, "invitedReported"),
    ]
  }

  /// Every commune, by region and then by name, those without figures too.
  var communesAppendix: [Block] {
    let known = aggregate.places.communes.filter { $0.code != "-" }.map { ($0, name(of: $0.code)) }
    let sorted = known.sorted { left, right in
      (left.0.region, left.1, left.0.code) < (right.0.region, right.1, right.0.code)
    }
    let elsewhere = aggregate.places.communes.filter { $0.code == "-" && $0.measures.records > 0 }
      .map { ($0, "Đơn vị không thuộc địa bàn") }
    let rows = (sorted + elsewhere).enumerated().map { index, row in
      let (commune, name) = row
      let path = "communes.\(commune.code)"
      return Table.Row([
        .count(index + 1), .text(name), .text(commune.region == "-" ? "" : commune.region),
        .count(commune.ownReporting, path: path + ".ownReporting"),
        .count(commune.departmentReporting, path: path + ".departmentReporting"),
        .count(commune.measures.records, path: path + ".records"),
        .count(commune.measures.quantity, path: path + ".soLuong"),
        .count(commune.measures.people, path: path + ".soNguoi"),
        .count(commune.exemplars, path: path + ".exemplars"),
      ])
    }
    let group = "Số đơn vị có báo cáo"
    return block(
      Table(
        name: "dia-ban", caption: "",
        columns: [
          Table.Column("TT", .center, weight: 6), Table.Column("Xã, phường, đặc khu", weight: 26),
          Table.Column("Khu vực", weight: 14), Table.Column("Thuộc xã", .right, weight: 9, group: group),
          Table.Column("Trực thuộc Sở trên địa bàn", .right, weight: 11, group: group),
          Table.Column("Hoạt động", .right, weight: 10), Table.Column("Sản phẩm", .right, weight: 10),
          Table.Column("Lượt người", .right, weight: 11), Table.Column("Mô hình", .right, weight: 9),
        ], rows: rows,
        notes: [
          "Số liệu tính theo địa bàn; cơ sở giáo dục trực thuộc Sở được tách riêng. Không dùng để xếp hạng."
        ]))
  }
}
