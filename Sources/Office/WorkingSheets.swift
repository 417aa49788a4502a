package import Aggregation
import Documents
import Regimes
import Rendering
import ReportingModel

/// Questions answered as workbooks (<doc:layout#Sheets>).
package enum WorkingSheets {
  /// The answer to a query: each dimension by code and by name.
  package static func query(_ result: QueryResult, _ facts: LiveFacts) -> [UInt8] {
    let dimensions = result.by.flatMap { dimension in
      [Table.Column(dimension.rawValue, weight: 12), Table.Column("Tên", weight: 26, group: nil)]
    }
    func cells(_ measures: Measures) -> [Cell] {
      [.count(measures.records), .count(measures.quantity), .count(measures.people), .count(measures.units)]
    }
    let rows = result.rows.map { row in
      Table.Row(
        zip(result.by, row.codes).flatMap { dimension, code in
          [Cell.text(code), .text(facts.name(of: code, in: dimension, on: result.window.to))]
        } + cells(row.measures))
    }
    let lead: [Cell] = dimensions.isEmpty ? [] : ["Tổng cộng"] + [Cell](repeating: .empty, count: dimensions.count - 1)
    let table = Table(
      name: "tra-cuu", caption: "",
      columns: dimensions
        + ["Hoạt động", "Sản phẩm", "Lượt người", "Đơn vị"].map { Table.Column($0, .right, weight: 12) },
      rows: dimensions.isEmpty ? [] : rows, total: lead + cells(result.total))
    let window = "Từ ngày \(result.window.from.vietnamese) đến ngày \(result.window.to.vietnamese)"
    return SheetBook.render(
      [Sheet(name: "Kết quả tra cứu", head: ["Kết quả tra cứu", window], tables: [table])], header: "Kết quả tra cứu")
  }

  /// Who has reported for a period.
  package static func status(_ status: StatusResult, _ register: ReportingRegister) -> [UInt8] {
    let period = status.completeness.period
    let day = register.period(period)?.window.to ?? register.today
    let rows = status.completeness.units.map { unit -> Table.Row in
      let row = register.registry.description(of: unit.unit, on: day)
      let code = row?.level ?? ""
      let level = register.regime.levels.first { $0.code == code }?.name.vietnamese ?? code
      let kind = row.flatMap { register.regime.unitKind($0.kind)?.name.vietnamese } ?? ""
      let commune = row.flatMap { register.registry.description(of: $0.commune, on: day)?.name } ?? ""
      return Table.Row([
        .text(unit.unit), .text(row?.name ?? ""), .text(kind), .text(level), .text(commune),
        .text(row?.region ?? ""), .text(unit.obligation == .required ? "Phải báo cáo" : "Phối hợp"),
        .text(unit.status.words.vietnamese), unit.number.map { .count($0) } ?? .empty, .date(unit.receivedAt?.date),
        unit.sequence.map { .count($0) } ?? .empty,
      ])
    }
    let titles = [
      ("Mã", 12), ("Tên đơn vị", 30), ("Loại", 24), ("Cấp học", 16), ("Địa bàn", 20), ("Khu vực", 12), ("Nghĩa vụ", 14),
      ("Tình trạng", 20), ("Lần nộp", 9), ("Nhận lúc", 12), ("Số thứ tự", 10),
    ]
    let table = Table(
      name: "tinh-hinh-gui", caption: "", columns: titles.map { Table.Column($0.0, weight: $0.1) }, rows: rows)
    let title = "Tình hình gửi báo cáo \(register.name(of: period).vietnamese)"
    return SheetBook.render(
      [Sheet(name: "Tình hình gửi", head: [title, "Hạn gửi: \(status.completeness.due.vietnamese)"], tables: [table])],
      header: title)
  }
}

extension LiveFacts {
  /// What the code of a dimension is called on a day; empty for none.
  func name(of code: String, in dimension: Dimension, on day: CalendarDate) -> String {
    func name(_ names: [CodedName]) -> String { names.first { $0.code == code }?.name.vietnamese ?? "" }
    return switch dimension {
    case .task: regime.task(code)?.shortName.vietnamese ?? ""
    case .area: name(regime.areas)
    case .channel: name(regime.channels)
    case .product: name(regime.products)
    case .topic: name(regime.topics)
    case .level: name(regime.levels)
    case .kind: regime.unitKind(code)?.name.vietnamese ?? ""
    case .commune, .unit: registry.description(of: code, on: day)?.name ?? ""
    case .region, .month: ""
    }
  }
}
