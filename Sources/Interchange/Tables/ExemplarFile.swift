package import ReportingModel

/// The office's choice of exemplars as it writes it: `don_vi,ma,ngay_dang,dia_chi,bao_chi`, a row an exemplar, in the order in
/// which they are to be printed (<doc:layout#Exemplars>).
package enum ExemplarFile {
  static let columns = ["don_vi", "ma", "ngay_dang", "dia_chi", "bao_chi"]

  /// - Throws: `ExemplarFault` for a file that cannot be used, by line and column.
  package static func read(_ bytes: [UInt8]) throws(ExemplarFault) -> [ChosenExemplar] {
    let table: ColumnTable
    do {
      table = try ColumnTable(bytes, columns: columns, required: ["don_vi", "ma"])
    } catch {
      throw ExemplarFault(.table(error.kind), line: error.line)
    }
    guard !table.records.isEmpty else { throw ExemplarFault(.empty) }
    var lines: [String: Int] = [:]
    var chosen: [ChosenExemplar] = []
    for record in table.records {
      func optional(_ column: String) -> String? { record[column].isEmpty ? nil : record[column] }
      var exemplar = ChosenExemplar(
        unit: record["don_vi"].uppercased(), id: record["ma"], link: optional("dia_chi"), press: optional("bao_chi"))
      if let text = optional("ngay_dang") {
        guard let date = CalendarDate(argument: text) else { throw ExemplarFault(.badDate(text), line: record.row) }
        exemplar.published = date
      }
      let key = "\(exemplar.unit) \(exemplar.id.uppercased())"
      if let other = lines.updateValue(record.row, forKey: key) {
        throw ExemplarFault(.twice(unit: exemplar.unit, id: exemplar.id, other: other), line: record.row)
      }
      chosen.append(exemplar)
    }
    return chosen
  }
}

/// Why a choice of exemplars cannot be used.
package struct ExemplarFault: Error, Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case table(TableFault.Kind)
    case empty
    case badDate(String)
    case twice(unit: String, id: String, other: Int)
  }

  let kind: Kind
  /// Row of the file, where one is meant.
  package let line: Int?

  init(_ kind: Kind, line: Int? = nil) {
    self.kind = kind
    self.line = line
  }

  package var message: LocalizedText {
    switch kind {
    case .table(.unreadable): LocalizedText("Không đọc được tệp này.", "The file cannot be read.")
    case .table(.missingColumns(let names)):
      LocalizedText(
        "Thiếu cột: \(names.joined(separator: ", ")).", "These columns are missing: \(names.joined(separator: ", ")).")
    case .table(.unknownColumn(let name, let near)):
      LocalizedText(
        "Cột lạ «\(name)».\(near.map { " Gần nhất: «\($0)»." } ?? "")",
        "An unknown column “\(name)”.\(near.map { " Nearest: “\($0)”." } ?? "")")
    case .table(.emptyCell(let column)):
      LocalizedText("Ô ở cột «\(column)» để trống.", "The cell in column “\(column)” is empty.")
    case .empty: LocalizedText("Tệp không có dòng nào.", "The file has no row.")
    case .badDate(let text):
      LocalizedText(
        "Cột «ngay_dang»: «\(text)» không phải ngày; ví dụ 10/02/2027.",
        "Column “ngay_dang”: “\(text)” is no date; such as 10/02/2027.")
    case .twice(let unit, let id, let other):
      LocalizedText(
        "Mô hình «\(id)» của \(unit) đã có ở dòng \(other).",
        "Exemplar “\(id)” of \(unit) stands in row \(other) already.")
    }
  }
}
