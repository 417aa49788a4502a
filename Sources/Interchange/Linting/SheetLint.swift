import ReportingModel
import XMLReading

/// Holds a report's workbook against itself: every figure of its sheets against the sheet of sources, and every sum there
/// (<doc:layout#Lint>).
package enum SheetLint {
  /// - Throws: `FillingFault` for what is no workbook.
  package static func findings(_ bytes: [UInt8]) throws(FillingFault) -> [LintFinding] {
    let workbook = try Workbook(bytes)
    var findings: [LintFinding] = []
    var sheets: [String: SheetCells] = [:]
    for (name, part) in workbook.sheets.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let place = LocalizedText("sheet «\(name)»", "sheet “\(name)”")
      if name.utf16.count > 31 || name.contains(where: { "\\/?*[]:".contains($0) }) {
        findings.append(
          LintFinding("LINT-SHEET", place, "Tên sheet không dùng được.", "The sheet's name cannot be used."))
      }
      if name.lowercased().hasPrefix("phụ lục") {
        findings.append(
          LintFinding(
            "LINT-SHEET", place, "Bảng tính là tệp làm việc, không gọi là Phụ lục.",
            "A workbook is a working paper and never called an appendix."))
      }
      var cells = SheetCells(workbook.sharedStrings)
      try Workbook.parse(try workbook.part(part), part, into: &cells)
      if !cells.isFrozen {
        findings.append(LintFinding("LINT-SHEET", place, "Đầu bảng chưa được giữ cố định.", "The head is not frozen."))
      }
      for (cell, text) in cells.numbersAsText.prefix(20) {
        findings.append(
          LintFinding(
            "LINT-SHEET", LocalizedText("ô \(name)!\(cell)", "cell \(name)!\(cell)"), "Số «\(text)» đang là chữ.",
            "The number “\(text)” is a text."))
      }
      sheets[name] = cells
    }
    let sources = sheets.filter { $0.key.hasPrefix("Nguồn") }
    guard !sources.isEmpty else {
      return findings + [LintFinding("LINT-SOURCE", "Không có sheet «Nguồn».", "There is no sheet “Nguồn”.")]
    }
    for (name, cells) in sources.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      findings += held(name, cells, against: sheets)
    }
    return findings
  }

  /// The columns of the sheet of sources that are looked at.
  private static let columns = ["TT", "Sheet", "Ô", "Giá trị", "Đường dẫn số liệu", "Giá trị đóng góp", "Ghi chú"]

  private static func held(_ name: String, _ sources: SheetCells, against sheets: [String: SheetCells]) -> [LintFinding]
  {
    guard let head = sources.rows.first(where: { row in columns.allSatisfy { row.value.values.contains($0) } }) else {
      return [LintFinding("LINT-SOURCE", "Sheet «\(name)» thiếu cột.", "The sheet “\(name)” lacks columns.")]
    }
    var places: [String: Int] = [:]
    for (column, title) in head.value { places[title] = column }
    var findings: [LintFinding] = []
    var current: (number: String, place: LocalizedText, value: String, sum: Amount, count: Int)?
    func close() {
      guard let last = current, last.count > 0, let value = Amount(plain: last.value), value != last.sum else { return }
      findings.append(
        LintFinding(
          "LINT-SOURCE", last.place, "Các phần cộng lại là \(last.sum), không phải \(last.value).",
          "The parts add up to \(last.sum), not to \(last.value)."))
    }
    for row in sources.rows.filter({ $0.key > head.key }).sorted(by: { $0.key < $1.key }) {
      func cell(_ title: String) -> String { places[title].flatMap { row.value[$0] } ?? "" }
      guard !cell("TT").isEmpty else { continue }
      if current?.number != cell("TT") {
        close()
        let place = LocalizedText(
          "ô \(cell("Sheet"))!\(cell("Ô")) (\(cell("Đường dẫn số liệu")))",
          "cell \(cell("Sheet"))!\(cell("Ô")) (\(cell("Đường dẫn số liệu")))")
        // A ratio is no sum; where a remark stands beside, the parts are in another measure.
        let isSum =
          !cell("Đường dẫn số liệu").contains("atio") && !cell("Đường dẫn số liệu").contains("Rate")
          && !cell("Đường dẫn số liệu").hasSuffix("average") && cell("Ghi chú").isEmpty
        current = (cell("TT"), place, isSum ? cell("Giá trị") : "", .zero, 0)
        if let there = sheets[cell("Sheet")]?.text(at: cell("Ô")), !cell("Giá trị").contains("/"),
          !cell("Giá trị").contains(";"),
          there != cell("Giá trị")
        {
          findings.append(
            LintFinding(
              "LINT-SOURCE", place, "Ô có «\(there)», sheet «\(name)» ghi «\(cell("Giá trị"))».",
              "The cell has “\(there)”, the sheet “\(name)” says “\(cell("Giá trị"))”."))
        }
      }
      if let part = Amount(plain: cell("Giá trị đóng góp")) {
        if let last = current { current = (last.number, last.place, last.value, last.sum + part, last.count + 1) }
      }
    }
    close()
    return findings
  }
}

/// All cells of a sheet as texts.
private struct SheetCells: XMLHandler {
  /// By row and column.
  private(set) var rows: [Int: [Int: String]] = [:]
  private(set) var isFrozen = false
  private(set) var numbersAsText: [(cell: String, text: String)] = []
  private let sharedStrings: [String]
  private var row = 0
  private var column = 0
  private var name = ""
  private var kind: String?
  private var isValue = false
  private var value = ""

  init(_ sharedStrings: [String]) { self.sharedStrings = sharedStrings }

  func text(at cell: String) -> String? {
    CellReference(cell).flatMap { rows[$0.row]?[$0.column] }
  }

  mutating func startElement(_ tag: XMLStartTag) {
    switch tag.name {
    case "pane": isFrozen = tag["state"] == "frozen"
    case "row":
      row = tag["r"].flatMap { Int($0) } ?? row + 1
      column = 0
    case "c":
      name = tag["r"] ?? ""
      column = CellReference(name)?.column ?? column + 1
      kind = tag["t"]
      value = ""
    case "v", "t": isValue = true
    default: break
    }
  }

  mutating func text(_ text: String) { if isValue { value += text } }

  mutating func endElement(_ element: String, line: Int) {
    switch element {
    case "v", "t": isValue = false
    case "c":
      let text =
        kind == "s" ? Int(value).flatMap { sharedStrings.indices.contains($0) ? sharedStrings[$0] : nil } ?? "" : value
      rows[row, default: [:]][column] = text
      if kind != nil, kind != "n", text.wholeMatch(of: /-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+,\d+/) != nil {
        numbersAsText.append((name, text))
      }
    default: break
    }
  }
}
