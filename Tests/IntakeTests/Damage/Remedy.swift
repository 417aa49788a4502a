import ReportingModel

/// Does what the remedy of a finding says, knowing nothing but its words and its place.
struct Remedy {
  private let finding: Finding
  private let words: String

  init(_ finding: Finding) {
    self.finding = finding
    words = finding.hint.vietnamese
  }

  /// The texts that are to be copied.
  var texts: [String] { words.matches(of: /«([^»]+)»/).map { String($0.output.1) } }

  func apply(to parcel: inout Parcel) {
    let place = finding.location
    let file = place.file.split(separator: "/").last.map(String.init) ?? ""
    if words.contains("xóa dòng này"), let line = place.line {
      parcel[file].remove(at: line - 1)
    } else if words.contains("xóa cả cột"), let column = place.column {
      parcel[file] = parcel[file].map { row in row.enumerated().filter { $0.offset != column - 1 }.map(\.element) }
    } else if let cell = words.firstMatch(of: /ô ([A-Z])([0-9]+) của tệp ([a-z-]+\.csv)/) {
      let column = Int(cell.output.1.utf8.first.map { $0 - 64 } ?? 1)
      parcel.write("0", String(cell.output.3), line: Int(cell.output.2) ?? 1, column: column)
    } else if let code = words.firstMatch(of: /thêm một dòng: (CT[0-9]+);/) {
      parcel["chi-tieu.csv"].append([String(code.output.1), "900", ""])
    } else if words.contains("Văn bản thành Cột") {
      splitFirstColumn(&parcel, file)
    } else if words.contains("Thư mục nén (.zip)") {
      parcel.slash = "/"
    } else if words.contains("Lưu thành > CSV UTF-8") {
      // The table is in the workbook; saved as CSV it is what it should have been.
      let good = Parcel()
      if parcel.bundle.sheets.isEmpty { parcel.bundle.sheets = good.bundle.sheets }
      parcel.files = [:]
    } else if words.contains("đặt thong-tin.csv") {
      parcel.bundle.sheets = Parcel().bundle.sheets
    } else if words.contains("sửa dòng này cho đúng cột"), let line = place.line {
      guard let empty = parcel[file][line - 1].lastIndex(of: "") else { return }
      parcel[file][line - 1].remove(at: empty)
    } else if words.contains("để trống cột này"), let line = place.line, let column = place.column {
      parcel.write("", file, line: line, column: column)
    } else if finding.code == "CSV-THOUSANDS", let text = texts.first, let line = place.line, let column = place.column
    {
      parcel.write(text, file, line: line, column: column - 1)
      parcel.write("", file, line: line, column: column)
    } else if let line = place.line, let column = place.column {
      parcel.write(texts.first ?? example, file, line: line, column: column)
    }
  }

  /// What the remedy names for an example.
  private var example: String {
    words.firstMatch(of: /ví dụ ([0-9\/]+)/).map { String($0.output.1) } ?? ""
  }

  /// What Excel does with a column of rows.
  private func splitFirstColumn(_ parcel: inout Parcel, _ file: String) {
    if parcel.files.removeValue(forKey: file) != nil { return }
    parcel[file] = parcel[file].map { row in
      row.count == 1 ? row[0].split(separator: ",", omittingEmptySubsequences: false).map { String($0) } : row
    }
  }
}
