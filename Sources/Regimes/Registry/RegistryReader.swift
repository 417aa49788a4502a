import CSVReading
package import ReportingModel
import VietnameseText

/// Reads `units.csv` (<doc:regime#Unit-registry>): columns in any order, findings by line; with an error there is no
/// registry.
package enum RegistryReader {
  package static func read(
    _ bytes: [UInt8], vocabulary: RegistryVocabulary, digest: Digest, file: String
  ) -> (registry: Registry?, findings: [Finding]) {
    var findings: [Finding] = []
    let place = SourceLocation(file: file)
    guard case .decided(let encoding) = EncodingDetector(headerTitles: UnitColumn.allKeys).detect(bytes) else {
      return (nil, [unreadable(place)])
    }
    let table = CSVTable(reading: bytes, encoding: encoding, isHeader: UnitColumn.score)
    for fault in table.faults {
      findings.append(unreadable(SourceLocation(file: file, line: fault.row, column: fault.column)))
    }
    guard let headerIndex = table.headerIndex else { return (nil, findings + [missing([.code, .name, .kind], place)]) }
    let columns = UnitColumn.positions(table.cells(table.records[headerIndex]))
    let absent = [UnitColumn.code, .name, .kind].filter { columns[$0] == nil }
    if !absent.isEmpty {
      findings.append(missing(absent, SourceLocation(file: file, line: table.records[headerIndex].row)))
      return (nil, findings)
    }
    for (index, title) in table.cells(table.records[headerIndex]).enumerated()
    where !trimmedNFC(title).isEmpty && !UnitColumn.knows(title) {
      findings.append(
        unknown(title, SourceLocation(file: file, line: table.records[headerIndex].row, column: index + 1)))
    }
    var rows: [UnitRow] = []
    var checks = RegistryChecks(vocabulary: vocabulary, file: file, columns: columns)
    for record in table.records[(headerIndex + 1)...] {
      func cell(_ column: UnitColumn) -> String {
        columns[column].map { trimmedNFC(table.cell(record, $0)) } ?? ""
      }
      if let row = checks.row(line: record.row, cell) { rows.append(row) }
    }
    checks.checkTogether(rows)
    if checks.findings.isEmpty { checks.checkSense(rows) }
    findings += checks.findings
    if rows.isEmpty, !checks.findings.contains(where: { $0.severity == .error }) { findings.append(empty(place)) }
    let hasErrors = findings.contains { $0.severity == .error }
    return (hasErrors ? nil : Registry(rows: rows, digest: digest), findings)
  }

  private static func unreadable(_ place: SourceLocation) -> Finding {
    Finding(
      .registryRow, .error, at: place,
      message: LocalizedText("Không đọc được danh mục ở chỗ này.", "The registry cannot be read here."),
      hint: LocalizedText("Đề nghị lưu lại dạng CSV UTF-8.", "Save it as CSV UTF-8."))
  }

  private static func empty(_ place: SourceLocation) -> Finding {
    Finding(
      .registryRow, .error, at: place,
      message: LocalizedText("Danh mục không có đơn vị nào.", "The registry holds no unit."),
      hint: LocalizedText("Đề nghị ghi mỗi đơn vị một dòng.", "Write a row for each unit."))
  }

  private static func unknown(_ title: String, _ place: SourceLocation) -> Finding {
    let near = nearest(foldedKey(trimmedNFC(title)), in: UnitColumn.allCases.map(\.rawValue))
    return Finding(
      .registryRow, .warning, at: place, value: title,
      message: LocalizedText("Cột «\(title)» không dùng trong danh mục.", "The column «\(title)» is not used."),
      hint: near.map { LocalizedText("Gần nhất: \($0).", "Nearest: \($0).") }
        ?? LocalizedText("Có thể bỏ cột này.", "The column can go."))
  }

  private static func missing(_ columns: [UnitColumn], _ place: SourceLocation) -> Finding {
    let names = columns.map(\.rawValue).joined(separator: ", ")
    return Finding(
      .registryRow, .error, at: place,
      message: LocalizedText("Danh mục thiếu cột: \(names).", "The registry lacks the columns: \(names)."),
      hint: LocalizedText(
        "Cần có các cột ma, ten, loai, cap, xa, vung, email, tu_ngay, den_ngay, dau_moi, thay_the.",
        "The columns are ma, ten, loai, cap, xa, vung, email, tu_ngay, den_ngay, dau_moi, thay_the."))
  }
}

/// The columns of `units.csv`.
enum UnitColumn: String, CaseIterable {
  case code = "ma"
  case name = "ten"
  case kind = "loai"
  case level = "cap"
  case commune = "xa"
  case region = "vung"
  case email = "email"
  case from = "tu_ngay"
  case to = "den_ngay"
  case roles = "dau_moi"
  case successor = "thay_the"

  private var titles: [String] {
    switch self {
    case .code: ["Mã đơn vị", "Mã"]
    case .name: ["Tên đơn vị", "Tên"]
    case .kind: ["Loại đơn vị", "Loại"]
    case .level: ["Cấp học", "Cấp"]
    case .commune: ["Mã xã", "Xã", "Xã, phường, đặc khu"]
    case .region: ["Khu vực", "Vùng"]
    case .email: ["Thư điện tử", "E-mail"]
    case .from: ["Từ ngày", "Hiệu lực từ"]
    case .to: ["Đến ngày", "Hiệu lực đến"]
    case .roles: ["Đầu mối", "Vai trò đầu mối"]
    case .successor: ["Thay thế", "Mã thay thế", "Đơn vị kế thừa"]
    }
  }

  private static let byKey: [String: UnitColumn] = Dictionary(
    allCases.flatMap { column in ([column.rawValue] + column.titles).map { (foldedKey($0), column) } },
    uniquingKeysWith: { first, _ in first })

  static let allKeys = Set(byKey.keys)

  static func knows(_ title: String) -> Bool { byKey[foldedKey(trimmedNFC(title))] != nil }

  static func score(_ cells: [String]) -> Int { positions(cells).count }

  /// Cell positions from 0 by column; the first of a repeated title counts.
  static func positions(_ cells: [String]) -> [UnitColumn: Int] {
    Dictionary(
      cells.enumerated().compactMap { index, cell in byKey[foldedKey(trimmedNFC(cell))].map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }
}
