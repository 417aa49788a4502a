import ReportingModel
import VietnameseText

/// Which records somebody filled in (<doc:bundle#Rows-that-are-no-records>).
extension CellReader {
  /// Whether a record of activities or exemplars holds something to read. A row of an empty form has the id that the form gave
  /// it and nothing else; any other cell that stands alone is told.
  mutating func isFilledIn(_ record: RawRecord) -> Bool {
    guard !isExact else { return true }
    let told = toldColumns(of: record)
    guard told.count == 1 else { return !told.isEmpty }
    let isID = schema.columns[told[0]].name == "ma"
    guard isID || block.columns[told[0]] == 1 else { return true }
    begin(record)
    let text = trimmedNFC(record.values[told[0]] ?? "")
    if isID, FormID.isFormID(text, in: schema.block) { return false }
    // An own id is no part of a report either, and nobody's words.
    let isMere = isID && text.utf8.count <= 40 && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3B }
    alone(told[0], text, isMere ? .warning : .error)
    return false
  }

  /// Whether a record of coded rows is one; a row whose only cell is a code of its column is one without a value.
  /// - Parameter key: the column of the codes.
  mutating func isRow(_ record: RawRecord, keyed key: String) -> Bool {
    guard !isExact else { return true }
    let told = toldColumns(of: record)
    guard told.count == 1, let index = schema.index(of: key) else { return !told.isEmpty }
    guard told[0] == index || block.columns[told[0]] == 1 else { return true }
    let text = trimmedNFC(record.values[told[0]] ?? "")
    var severity = Severity.error
    if told[0] == index, case .code(let list) = schema.columns[index].type, case .code = book.set(list).match(text) {
      // Behind the code may stand what belongs into the next cell. Indicators without a value are told anyhow.
      if book.set(list).isMere(text) || schema.block == .indicators && !hasNumberBehindCode(text) { return true }
      severity = .warning
    }
    begin(record)
    alone(told[0], text, severity)
    return severity == .warning && schema.block == .indicators
  }

  private func hasNumberBehindCode(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).dropFirst().first?.utf8.first.map { (48...57).contains($0) } ?? false
  }

  /// Whether only the first cell of a row is filled.
  func isAlone(_ record: RawRecord) -> Bool {
    let told = toldColumns(of: record)
    return !isExact && told.count == 1 && block.columns[told[0]] == 1
  }

  /// Tells a cell that stands alone in its row.
  mutating func alone(_ index: Int, _ text: String, _ severity: Severity) {
    let place = location(index)
    log.add(.csvLoose, severity, at: place) {
      let value = shortened(text)
      return Finding(
        .csvLoose, severity, at: place, value: value, message: CSVSubmissionReader.aloneMessage(value),
        hint: CSVSubmissionReader.aloneHint)
    }
  }

  /// Positions of the columns that hold anything.
  func toldColumns(of record: RawRecord) -> [Int] {
    record.values.indices.filter { !trimmed(record.values[$0] ?? "").isEmpty }
  }
}
