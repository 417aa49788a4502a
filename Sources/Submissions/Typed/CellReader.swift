import Regimes
import ReportingModel
import VietnameseText

/// Reads the cells of one record into typed values and logs what cannot be read.
struct CellReader {
  let schema: BlockSchema
  let block: RawBlock
  let book: CodeBook
  let isExact: Bool
  var log: FindingLog
  var record = RawRecord(line: 0, values: [])
  /// A value of this record could not be read, so that the record has no meaning.
  private(set) var isBroken = false

  init(_ block: RawBlock, book: CodeBook, isExact: Bool, log: FindingLog) {
    self.block = block
    schema = Vocabulary.schema(of: block.block)
    self.book = book
    self.isExact = isExact
    self.log = log
  }

  mutating func begin(_ record: RawRecord) {
    self.record = record
    isBroken = false
  }

  func location(_ index: Int) -> SourceLocation {
    SourceLocation(
      file: block.file, line: record.line, column: block.columns[index], field: schema.columns[index].name)
  }

  /// Whether a cell holds anything.
  func isTold(_ name: String) -> Bool {
    guard let index = schema.index(of: name), index < record.values.count, let value = record.values[index] else {
      return false
    }
    return !trimmed(value).isEmpty
  }

  /// The trimmed NFC text of a cell; `nil` when the cell is empty or not there.
  mutating func raw(_ name: String) -> (index: Int, text: String)? {
    guard let index = schema.index(of: name), index < record.values.count, let value = record.values[index] else {
      return nil
    }
    let text = trimmedNFC(value)
    guard !text.isEmpty else { return nil }
    let (mended, changed) = repairingCrossedD(in: text)
    if changed {
      let place = location(index)
      log.add(.csvMended, .warning, at: place) { CellReader.mended(text, at: place) }
    }
    return (index, mended)
  }

  /// A cell read as its type; `nil` when it is empty or cannot be read. A required cell that is empty is an error.
  mutating func value<Value>(_ name: String, _ read: (String, Column) throws(CellProblem) -> Value) -> Value? {
    guard let (index, text) = raw(name) else {
      if let index = schema.index(of: name), schema.columns[index].isRequired { missing(index) }
      return nil
    }
    let column = schema.columns[index]
    do {
      return try read(text, column)
    } catch {
      report(error, text, at: index)
      return nil
    }
  }

  /// A text within its bounds, whole, and with personal numbers masked: nothing further down ever sees them.
  mutating func text(_ name: String) -> String? {
    let text = value(name) { (text, column) throws(CellProblem) in
      guard case .text(let bounds) = column.type else { return text }
      let count = text.unicodeScalars.count
      if count > bounds.upperBound { throw .tooLong(bounds.upperBound) }
      if let damage = damage(in: text) { throw .damaged(damage) }
      if count < bounds.lowerBound { throw .tooShort(bounds.lowerBound, found: count) }
      return text
    }
    guard let text, let masked = maskingPersonalNumbers(in: text), let index = schema.index(of: name) else {
      return text
    }
    let place = location(index)
    log.add(.csvPersonal, .warning, at: place) { CellReader.personal(masked, at: place) }
    return masked
  }

  mutating func date(_ name: String) -> CalendarDate? {
    let isExact = isExact
    return value(name) { (text, _) throws(CellProblem) in try CellValue.date(text, exact: isExact) }
  }

  mutating func integer(_ name: String) -> Int64? {
    let isExact = isExact
    return value(name) { (text, column) throws(CellProblem) in
      guard case .integer(let range) = column.type else { throw .numberForm }
      return try CellValue.integer(text, exact: isExact, in: range)
    }
  }

  mutating func flag(_ name: String) -> Bool? {
    let isExact = isExact
    return value(name) { (text, _) throws(CellProblem) in try CellValue.flag(text, exact: isExact) }
  }

  mutating func url(_ name: String) -> String? {
    value(name) { (text, _) throws(CellProblem) in try CellValue.url(text) }
  }

  mutating func identifier(_ name: String) -> String? {
    value(name) { (text, column) throws(CellProblem) in
      guard case .identifier(let length) = column.type else { throw .identifierForm }
      return try CellValue.identifier(text, maxLength: length)
    }
  }

  mutating func code(_ name: String) -> String? {
    let book = book
    let isExact = isExact
    return value(name) { (text, column) throws(CellProblem) in
      guard case .code(let list) = column.type else { throw .codeUnknown }
      return try CellReader.code(text, in: book.set(list), isExact: isExact)
    }
  }

  /// The code of a cell where it is one; anything else is not told.
  func known(_ name: String) -> String? {
    guard let index = schema.index(of: name), case .code(let list) = schema.columns[index].type,
      case .code(let code) = book.set(list).match(trimmedNFC(record.values[index] ?? ""))
    else { return nil }
    return code
  }

  /// The codes that a cell names among other things.
  func codesNamed(_ name: String) -> [String] {
    guard let index = schema.index(of: name), case .code(let list) = schema.columns[index].type else { return [] }
    return book.set(list).codesNamed(in: record.values[index] ?? "")
  }

  /// Several codes: separated by spaces in XML, by `|` in CSV.
  mutating func codes(_ name: String) -> [String] {
    guard let (index, text) = raw(name), case .codes(let list) = schema.columns[index].type else { return [] }
    let set = book.set(list)
    let parts = isExact ? text.split(whereSeparator: \.isWhitespace) : text.split(separator: "|")
    var result: [String] = []
    for part in parts.map({ trimmed(String($0)) }) where !part.isEmpty {
      do throws(CellProblem) {
        let code = try CellReader.code(part, in: set, isExact: isExact)
        if !result.contains(code) { result.append(code) }
      } catch {
        if case .codeSeveral = error {
          // The remedy writes the whole cell anew.
          report(.codeSeveral(set.codesNamed(in: text)), text, at: index)
          return result
        }
        report(error, part, at: index)
      }
    }
    return result
  }

  /// Paths separated by `|`.
  mutating func paths(_ name: String) -> [String] {
    guard let (_, text) = raw(name) else { return [] }
    return text.split(separator: "|").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  private static func code(_ text: String, in set: CodeSet, isExact: Bool) throws(CellProblem) -> String {
    switch isExact ? set.matchExactly(text) : set.match(text) {
    case .code(let code): return code
    case .ambiguous(let candidates): throw .codeAmbiguous(candidates)
    case .several(let codes): throw .codeSeveral(codes)
    case .tail(let code): throw .codeTail(code)
    case .unknown: throw !isExact && CellValue.isProse(text) ? .codeProse : .codeUnknown
    }
  }

  mutating func report(_ problem: CellProblem, _ text: String, at index: Int, of indicator: Indicator? = nil) {
    isBroken = true
    let place = location(index)
    // What is no code at all is against the schema in XML.
    let isCode = (1...35).contains(text.utf8.count) && text.utf8.allSatisfy(CellValue.isOfIdentifier)
    let isUnused =
      schema.block == .explanations && (problem == .codeUnknown || problem == .codeProse) && (isCode || !isExact)
    let severity: Severity = isUnused ? .warning : .error
    let fault = CellFault(
      problem: problem, text: text, schema: schema, column: schema.columns[index], isExact: isExact,
      indicator: indicator)
    let book = book
    log.add(fault.code, severity, at: place) {
      let codes = book.codes(of: fault.column)
      let nearest = problem == .codeUnknown ? nearest(shortened(text), in: codes) : nil
      return Finding(
        fault.code, severity, at: place, value: fault.value, message: fault.message,
        hint: fault.hint(codes: codes, nearest: nearest))
    }
  }

  private mutating func missing(_ index: Int) {
    isBroken = true
    // A column that is not there at all is one finding, not one a row.
    guard isExact || block.columns[index] != nil else { return }
    let place = location(index)
    let column = schema.columns[index]
    let code: FindingCode = schema.block == .header ? .headerMissing : .csvMissing
    log.add(code, .error, at: place) {
      Finding(
        code, .error, at: place,
        message: LocalizedText(
          "Chưa ghi «\(column.title.vietnamese)».", "“\(column.title.english)” is not given."),
        hint: LocalizedText("Đề nghị ghi đủ nội dung này.", "Fill it in."))
    }
  }

  private static func personal(_ masked: String, at place: SourceLocation) -> Finding {
    Finding(
      .csvPersonal, .warning, at: place, value: shortened(masked),
      message: LocalizedText(
        "Nội dung có số định danh cá nhân hoặc số điện thoại; đã che khi in và trong số liệu đã đọc, nhưng tệp gốc lưu tại Sở vẫn còn.",
        "The text holds a personal number or a phone number; it is masked in print and in what was read, but the file as sent, which is kept, still has it."
      ),
      hint: LocalizedText(
        "Nếu muốn xóa hẳn, đề nghị bỏ các số này, nộp lại trọn bộ, rồi đề nghị Văn phòng Sở xóa tệp gốc của phiếu này; nếu không, không phải nộp lại.",
        "To have it deleted, leave these numbers out, send everything again, then ask the office to delete the file of this receipt; otherwise there is nothing to send again."
      ),
      cite: "Luật 91/2025/QH15")
  }

  private static func mended(_ text: String, at place: SourceLocation) -> Finding {
    Finding(
      .csvMended, .warning, at: place, value: shortened(text),
      message: LocalizedText(
        "Chữ Đ được gõ bằng ký tự khác (Ð hoặc Ɖ); đã đọc thành Đ.", "Đ is typed as another letter (Ð or Ɖ); read as Đ."
      ),
      hint: LocalizedText(
        "Không phải làm gì thêm; nên kiểm tra bộ gõ tiếng Việt.", "Nothing to do; have a look at the keyboard driver."))
  }
}

/// A value as a finding shows it: at most 80 characters, personal numbers masked.
func shortened(_ text: String) -> String {
  // A number must not be cut before it is known for one; what is longer than this cannot reach into what is shown.
  let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(160)))
  let masked = maskingPersonalNumbers(in: start) ?? start
  guard text.unicodeScalars.count > 80 else { return masked }
  return String(String.UnicodeScalarView(masked.unicodeScalars.prefix(79))) + "…"
}
