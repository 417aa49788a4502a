import Aggregation
import Documents
import Regimes
import ReportingModel

extension ReportComposer {
  /// Content areas by channel: activities and products in each cell.
  var areasAppendix: [Block] {
    guard aggregate.activities.total.records > 0 else { return [] }
    func short(_ channel: CodedName) -> String { channel.shortName.vietnamese }
    let columns =
      [Table.Column("TT", .center, weight: 5), Table.Column("Nội dung", weight: 26)]
      + regime.channels.map {
        Table.Column(
          short($0), .center, weight: 12, group: "Số hoạt động / số sản phẩm theo hình thức",
          parts: ["Số hoạt động", "Số sản phẩm"])
      } + [
        Table.Column("Cộng", .center, weight: 11, parts: ["Số hoạt động", "Số sản phẩm"]),
        Table.Column("Lượt người", .right, weight: 9), Table.Column("Số đơn vị", .right, weight: 8),
      ]
    let rows = aggregate.activities.areas.enumerated().map { index, area in
      let name = regime.areas.first { $0.code == area.code }?.name.vietnamese ?? area.code
      let cells = regime.channels.map { channel -> Cell in
        let found =
          aggregate.activities.areaByChannel.rows.first { $0.codes == [area.code, channel.code] }?.measures ?? .zero
        return Cell(
          .pair(Int128(found.records), found.quantity), path: "areaByChannel.\(channel.code)+\(area.code)")
      }
      return Table.Row(
        [.count(index + 1), .text(name)] + cells + sums(area.measures, path: "contentAreas.\(area.code)"))
    }
    let channelCells = aggregate.activities.channels.map { channel in
      Cell(.pair(Int128(channel.measures.records), channel.measures.quantity), path: "channels.\(channel.code)")
    }
    let names = regime.channels.filter { $0.shortName != $0.name }.map {
      "\($0.shortName.vietnamese): \($0.name.vietnamese)"
    }
    return block(
      Table(
        name: "noi-dung-hinh-thuc", caption: "", columns: columns, rows: rows,
        total: [.empty, "Tổng cộng"] + channelCells + sums(aggregate.activities.total, path: "total"),
        notes: ["Trong mỗi ô: số hoạt động / số sản phẩm."] + names.map { $0 + "." }
          + ["Một đơn vị có thể thực hiện nhiều nội dung; dòng Tổng cộng tính mỗi đơn vị một lần."]))
  }

  private func sums(_ measures: Measures, path: String) -> [Cell] {
    [
      Cell(.pair(Int128(measures.records), measures.quantity), path: path),
      .count(measures.people, path: path + ".soNguoi"), .count(measures.units, path: path + ".units"),
    ]
  }
}
