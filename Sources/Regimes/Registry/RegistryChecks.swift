import ReportingModel
import VietnameseText

/// What a registry must be: known kinds, levels and communes, disjoint validity, no cycle of succession.
struct RegistryChecks {
  let vocabulary: RegistryVocabulary
  let file: String
  let columns: [UnitColumn: Int]
  private(set) var findings: [Finding] = []

  init(vocabulary: RegistryVocabulary, file: String, columns: [UnitColumn: Int]) {
    self.vocabulary = vocabulary
    self.file = file
    self.columns = columns
  }

  /// One row; `nil` when it has no usable code.
  mutating func row(line: Int, _ cell: (UnitColumn) -> String) -> UnitRow? {
    let code = upperCased(cell(.code))
    let isWellFormed = code.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    guard !code.isEmpty, code.utf8.count <= 35, isWellFormed else {
      report(
        .registryCode, line, .code, code,
        "Mã đơn vị «\(code)» không đúng: chỉ gồm chữ A-Z, số, dấu chấm, dấu gạch, tối đa 35.",
        "The unit code «\(code)» is malformed: at most 35 of A-Z, digits, point and hyphen.")
      return nil
    }
    var row = UnitRow(code: code, name: cell(.name), kind: upperCased(cell(.kind)), line: line)
    if row.name.isEmpty {
      report(.registryRow, line, .name, "", "Đơn vị \(code) chưa có tên.", "Unit \(code) has no name.")
    }
    known(row.kind, vocabulary.kinds, line, .kind)
    row.level = upperCased(cell(.level))
    if !row.level.isEmpty { known(row.level, vocabulary.levels, line, .level) }
    row.commune = upperCased(cell(.commune))
    row.region = cell(.region)
    row.email = cell(.email)
    row.from = date(cell(.from), line, .from)
    row.to = date(cell(.to), line, .to)
    if let from = row.from, let to = row.to, to < from {
      report(.registryRow, line, .to, cell(.to), "Ngày hết hiệu lực trước ngày bắt đầu.", "It ends before it begins.")
    }
    row.roles = upperCased(cell(.roles)).split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "|" }.map(
      String.init)
    for role in row.roles { known(role, vocabulary.roles, line, .roles) }
    let successor = upperCased(cell(.successor))
    row.successor = successor.isEmpty ? nil : successor
    return row
  }

  /// What only shows when all rows are there.
  mutating func checkTogether(_ rows: [UnitRow]) {
    let byCode = Dictionary(grouping: rows, by: \.code)
    let communes = Set(rows.filter { vocabulary.communeKinds.contains($0.kind) }.map(\.code))
    let circular = RegistryChecks.circular(byCode)
    var overlapped = RegistryChecks.overlapping(byCode)
    for row in rows {
      if let other = overlapped.removeValue(forKey: row.line) {
        report(
          .registryTwice, row.line, .code, row.code,
          "Mã \(row.code) trùng hiệu lực với dòng \(other).", "The code \(row.code) overlaps row \(other).")
      }
      if !row.commune.isEmpty, !communes.contains(row.commune) {
        report(
          .registryCode, row.line, .commune, row.commune,
          "Mã xã «\(row.commune)» không phải UBND cấp xã nào trong danh mục.",
          "«\(row.commune)» is no commune of the registry.", near: near(row.commune, communes))
      }
      guard let successor = row.successor else { continue }
      if byCode[successor] == nil {
        report(
          .registryCode, row.line, .successor, successor, "Đơn vị kế thừa «\(successor)» không có trong danh mục.",
          "The successor «\(successor)» is not in the registry.", near: near(successor, byCode.keys))
      } else if circular.contains(row.code) {
        report(
          .registryRow, row.line, .successor, successor, "Các đơn vị kế thừa lẫn nhau thành vòng tròn.",
          "Units succeed each other in a circle.")
      }
    }
  }

  /// What is odd but no error, once there is none.
  mutating func checkSense(_ rows: [UnitRow]) {
    for row in rows where row.successor != nil && row.to == nil {
      report(
        .registryRow, row.line, .to, "",
        "Đơn vị \(row.code) có đơn vị kế thừa nhưng chưa ghi ngày hết hiệu lực, nên vẫn được coi là đang hoạt động.",
        "Unit \(row.code) has a successor but no last day, and so still counts as in force.", .warning)
    }
  }

  /// Lines of rows that overlap another one of their code, with the line of that one. Rows sorted by their first day, each is
  /// held against the one before it that lasts longest.
  private static func overlapping(_ byCode: [String: [UnitRow]]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for rows in byCode.values where rows.count > 1 {
      let sorted = rows.sorted { (start($0), $0.line) < (start($1), $1.line) }
      var longest = sorted[0]
      for row in sorted.dropFirst() {
        if start(row) <= end(longest) { result[max(row.line, longest.line)] = min(row.line, longest.line) }
        if end(row) > end(longest) { longest = row }
      }
    }
    return result
  }

  private static func start(_ row: UnitRow) -> Int32 { row.from?.dayNumber ?? .min }
  private static func end(_ row: UnitRow) -> Int32 { row.to?.dayNumber ?? .max }

  /// Codes on a circle of succession, or between two: what is left when codes that lead nowhere, and codes that nothing leads
  /// to, are taken away one after the other.
  private static func circular(_ byCode: [String: [UnitRow]]) -> Set<String> {
    let next = byCode.mapValues { rows in Set(rows.compactMap(\.successor).filter { byCode[$0] != nil }) }
    var previous: [String: Set<String>] = [:]
    for (code, successors) in next { for successor in successors { previous[successor, default: []].insert(code) } }
    var left = Set(next.keys)
    for (ways, back) in [(next, previous), (previous, next)] {
      var count = ways.mapValues { $0.count { left.contains($0) } }
      var waiting = left.filter { count[$0, default: 0] == 0 }
      while let code = waiting.popFirst() {
        left.remove(code)
        for neighbour in back[code] ?? [] where left.contains(neighbour) {
          count[neighbour, default: 1] -= 1
          if count[neighbour] == 0 { waiting.insert(neighbour) }
        }
      }
    }
    return left
  }

  /// The nearest code; for the first findings only, since the search goes through all of them.
  private func near(_ code: String, _ known: some Sequence<String>) -> String? {
    findings.count < 100 ? nearest(code, in: known.sorted()) : nil
  }

  private mutating func known(_ code: String, _ list: [String], _ line: Int, _ column: UnitColumn) {
    guard !list.contains(code) else { return }
    let all = list.joined(separator: ", ")
    report(
      .registryCode, line, column, code, "«\(code)» không phải mã dùng được ở cột \(column.rawValue): \(all).",
      "«\(code)» is no code of the column \(column.rawValue): \(all).", near: nearest(code, in: list))
  }

  private mutating func date(_ text: String, _ line: Int, _ column: UnitColumn) -> CalendarDate? {
    guard !text.isEmpty else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    let parts = text.split { $0 == "/" || $0 == "-" || $0 == "." }.map(String.init)
    if parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2]), let date = CalendarDate(year: year, month: month, day: day)
    {
      return date
    }
    report(.registryRow, line, column, text, "«\(text)» không phải là ngày.", "«\(text)» is no date.")
    return nil
  }

  private mutating func report(
    _ code: FindingCode, _ line: Int, _ column: UnitColumn, _ value: String, _ vietnamese: String, _ english: String,
    _ severity: Severity = .error, near: String? = nil
  ) {
    let hint =
      near.map { LocalizedText("Gần nhất: \($0).", "Nearest: \($0).") }
      ?? LocalizedText("Đề nghị sửa dòng này trong units.csv.", "Mend this row of units.csv.")
    findings.append(
      Finding(
        code, severity,
        at: SourceLocation(file: file, line: line, column: columns[column].map { $0 + 1 }, field: column.rawValue),
        value: value.isEmpty ? nil : value, message: LocalizedText(vietnamese, english),
        hint: hint))
  }
}

/// Letters a to z in capitals, all else as it is: `ı` must not become a letter of a code.
private func upperCased(_ text: String) -> String {
  String(decoding: text.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
}
