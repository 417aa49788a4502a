import CSVReading
import VietnameseText

/// A row below the titles that is no record of its table (<doc:bundle#Rows-that-are-no-records>).
enum LooseRow {
  /// Sums up the rows above it.
  case total
  /// Repeats the titles.
  case titles
  /// A whole record in one cell: the row has another delimiter, or is wrapped in quotes.
  case joined
  /// Only a cell outside the columns of the form is filled.
  case foreign
}

/// Tells such rows from records by their first cells alone.
struct LooseRows {
  private let table: CSVTable
  private let names: ColumnNames
  private let width: Int
  private let firstTitle: String
  private let isFirstKnown: Bool

  init(_ table: CSVTable, header: CSVRecord, names: ColumnNames) {
    self.table = table
    self.names = names
    width = header.width
    let titles = table.cells(header).map(foldedKey)
    firstTitle = titles.first { !$0.isEmpty } ?? ""
    isFirstKnown = table.cells(header).first.map { names.index(of: $0) != nil } ?? false
  }

  /// What a row is, unless it is a record.
  func kind(of record: CSVRecord) -> LooseRow? {
    let lead = leadingText(of: record)
    let isAlone = record.cellCount == 1
    if isAlone, isJoined(lead, cutInto: record.width) { return .joined }
    if isAlone, !isFirstKnown, !firstTitle.isEmpty, !LooseRows.isNumber(lead) { return .foreign }
    // Codes, ids and dates have digits; neither titles nor the words of a total do.
    guard lead.utf8.count <= 60, !lead.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
    let key = foldedKey(lead)
    if LooseRows.totals.contains(key) || key.hasPrefix("tongcong") { return .total }
    if key == firstTitle, names.score(table.cells(record)) > 1 { return .titles }
    return nil
  }

  /// The text of the first cell that is not empty.
  private func leadingText(of record: CSVRecord) -> String {
    for column in 0..<record.cellCount {
      let text = trimmed(table.cell(record, column))
      if !text.isEmpty { return text }
    }
    return ""
  }

  private static let totals: Set<String> = ["tong", "tongso", "cong", "total"]

  /// Digits with what may stand between them: the running number of a row.
  private static func isNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
  }

  /// Whether a cell that stands alone reads as a row that some delimiter cuts into as many cells as the titles have.
  private func isJoined(_ text: String, cutInto cells: Int) -> Bool {
    [CSVDelimiter.semicolon, .tab, .comma].contains { delimiter in
      let parts = text.utf8.split(separator: delimiter.rawValue, omittingEmptySubsequences: false)
      // Names of codes hold delimiters too: a row with its own separators is mostly one of a form that nobody filled in.
      if cells >= width { return width > 2 && parts.count >= width && !parts[0].contains(UInt8(ascii: " ")) }
      // So do paragraphs, but fewer, and their first words are no code.
      guard delimiter == .comma else { return parts.count > 1 && parts.count * 2 > width && parts[0].count <= 120 }
      return parts.count >= width && parts[0].count <= 20
    }
  }

  /// Whether a cell that stands alone would be a row of titles, were it cut.
  static func areTitles(_ text: String, _ names: ColumnNames) -> Bool {
    CSVDelimiter.allCases.contains { delimiter in
      names.score(
        text.utf8.split(separator: delimiter.rawValue).map { String(decoding: $0, as: UTF8.self) }) > 1
    }
  }
}
