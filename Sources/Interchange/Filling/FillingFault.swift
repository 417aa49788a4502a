package import ReportingModel

/// Why a workbook cannot be filled: nothing is written then.
package struct FillingFault: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case unreadableMap
    case missingColumns([String])
    case unknownColumn(String, nearest: String?)
    case emptyMap
    case emptyColumn(String)
    case badCell(String)
    case cellTwice(String, other: Int)
    case unknownPath(String, nearest: String?)
    case unreadableWorkbook(String)
    case unknownSheet(String, nearest: String?)
    case formula(String)
    case merged(String, into: String)
    case otherLabel(cell: String, expected: String, found: String)
  }

  package let kind: Kind
  /// Line of the map, where one is meant.
  package let line: Int?

  init(_ kind: Kind, line: Int? = nil) {
    self.kind = kind
    self.line = line
  }

  init(_ fault: TableFault) {
    let kind: Kind =
      switch fault.kind {
      case .unreadable: .unreadableMap
      case .missingColumns(let names): .missingColumns(names)
      case .unknownColumn(let name, let nearest): .unknownColumn(name, nearest: nearest)
      case .emptyCell(let column): .emptyColumn(column)
      }
    self.init(kind, line: fault.line)
  }

  package var message: LocalizedText {
    let near = { (name: String?) in
      name.map { (" Gần nhất: «\($0)».", " Nearest: “\($0)”.") } ?? ("", "")
    }
    switch kind {
    case .unreadableMap:
      return LocalizedText("Không đọc được bảng ánh xạ này.", "The map cannot be read.")
    case .missingColumns(let names):
      let list = names.joined(separator: ", ")
      return LocalizedText("Bảng ánh xạ thiếu cột: \(list).", "The map lacks the columns: \(list).")
    case .unknownColumn(let name, let nearest):
      return LocalizedText(
        "Bảng ánh xạ có cột lạ «\(name)».\(near(nearest).0)",
        "The map has an unknown column “\(name)”.\(near(nearest).1)")
    case .emptyMap: return LocalizedText("Bảng ánh xạ không có dòng nào.", "The map has no row.")
    case .emptyColumn(let name):
      return LocalizedText("Ô ở cột «\(name)» để trống.", "The cell in column “\(name)” is empty.")
    case .badCell(let text):
      return LocalizedText(
        "«\(text)» không phải là tên ô (ví dụ C12).", "“\(text)” is no name of a cell (such as C12).")
    case .cellTwice(let cell, let other):
      return LocalizedText("Ô \(cell) đã có ở dòng \(other).", "Cell \(cell) stands in line \(other) already.")
    case .unknownPath(let path, let nearest):
      return LocalizedText(
        "Báo cáo không có số liệu «\(path)».\(near(nearest).0)", "The report has no figure “\(path)”.\(near(nearest).1)"
      )
    case .unreadableWorkbook(let reason):
      return LocalizedText("Không đọc được tệp XLSX: \(reason).", "The workbook cannot be read: \(reason).")
    case .unknownSheet(let name, let nearest):
      return LocalizedText(
        "Tệp XLSX không có trang tính «\(name)».\(near(nearest).0)",
        "The workbook has no sheet “\(name)”.\(near(nearest).1)")
    case .formula(let cell):
      return LocalizedText("Ô \(cell) có công thức, không ghi đè.", "Cell \(cell) holds a formula; it stays.")
    case .merged(let cell, let area):
      return LocalizedText(
        "Ô \(cell) nằm trong vùng gộp \(area), không phải ô đầu của vùng.",
        "Cell \(cell) lies in the merged area \(area) and is not its first.")
    case .otherLabel(let cell, let expected, let found):
      return LocalizedText(
        "Ô \(cell) phải là «\(expected)» nhưng là «\(found)»: biểu mẫu đã đổi, không điền.",
        "Cell \(cell) should be “\(expected)” but is “\(found)”: the form has changed; nothing is filled in.")
    }
  }
}
