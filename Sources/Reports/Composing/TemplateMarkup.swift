import Documents
import ReportingModel

/// Makes tables by name.
protocol TableSource {
  /// `nil` for an unknown name.
  func table(_ name: String, _ arguments: [String], caption: String) -> Table?
}

/// Turns filled template text into blocks. A line is a paragraph; `#`, `##`, `###` open headings; `|Caption: table arguments|`
/// stands for a table, which is numbered here and left out where it has no row; `[[NAME]]` is a block of the office that must not
/// stay empty, `[[?NAME]]` one that may, with `[[?NAME|words]]` for when it does; `[[?]]` is a single figure the office has not
/// set. `[(before::one|another::after)]` is a list whose items may be empty: those that are not are joined, and without any the
/// whole falls, its words before and after too. `|>TITLE: appendix|` declares an appendix (`AppendixList`).
struct TemplateMarkup {
  let tables: any TableSource
  let texts: OfficeTexts

  static let mark = "[Văn phòng Sở bổ sung]"

  func blocks(of text: String) throws(TemplateFault) -> [Block] {
    var result: [Block] = []
    var tableCount = 0
    for line in text.split(whereSeparator: \.isNewline) {
      let trimmed = TemplateMarkup.trimmed(joiningLists(String(line)))
      guard !trimmed.isEmpty, !trimmed.hasPrefix(AppendixList.opening) else { continue }
      if let heading = heading(trimmed) {
        result.append(heading)
      } else if trimmed.hasPrefix("|"), trimmed.hasSuffix("|"), trimmed.count > 2 {
        var table = try table(String(trimmed.dropFirst().dropLast()))
        guard !table.rows.isEmpty else { continue }
        tableCount += 1
        table.caption = "Bảng \(tableCount). \(table.caption)"
        result.append(.table(table))
      } else {
        result += paragraphs(trimmed)
      }
    }
    return result
  }

  static func trimmed(_ line: String) -> String {
    String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Lists whose items may be empty, as words.
  private func joiningLists(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let open = rest.firstRange(of: "[("), let close = rest[open.upperBound...].firstRange(of: ")]") {
      result += rest[..<open.lowerBound]
      let parts = rest[open.upperBound..<close.lowerBound].split(separator: "::", omittingEmptySubsequences: false)
      let items = (parts.count == 3 ? parts[1] : parts[0]).split(separator: "|").map {
        TemplateMarkup.trimmed(String($0))
      }
      .filter { !$0.isEmpty }
      if !items.isEmpty {
        result += parts.count == 3 ? "\(parts[0])\(Words.list(items))\(parts[2])" : Words.list(items)
      }
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private func heading(_ line: String) -> Block? {
    for level in [3, 2, 1] {
      let prefix = String(repeating: "#", count: level) + " "
      if line.hasPrefix(prefix) { return .heading(level: level, String(line.dropFirst(prefix.count))) }
    }
    return nil
  }

  private func table(_ line: String) throws(TemplateFault) -> Table {
    guard let colon = line.lastIndex(of: ":") else {
      throw TemplateFault(description: "a table without a name: \(line)")
    }
    let words = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace).map(String.init)
    guard let name = words.first,
      let table = tables.table(name, Array(words.dropFirst()), caption: String(line[..<colon]))
    else { throw TemplateFault(description: "an unknown table: \(line)") }
    return table
  }

  /// The paragraphs of a line: one, or as many as the office's block in it has.
  private func paragraphs(_ line: String) -> [Block] {
    var result: [Block] = []
    var spans: [TextSpan] = []
    var rest = line[...]
    func flush() {
      let isEmpty = spans.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
      if !isEmpty { result.append(.paragraph(spans)) }
      spans = []
    }
    while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
      if open.lowerBound > rest.startIndex { spans.append(TextSpan(String(rest[..<open.lowerBound]))) }
      let name = rest[open.upperBound..<close.lowerBound]
      rest = rest[close.upperBound...]
      let pieces = office(String(name))
      for (index, piece) in pieces.enumerated() {
        if index > 0 { flush() }
        spans.append(piece)
      }
    }
    if !rest.isEmpty { spans.append(TextSpan(String(rest))) }
    if case .plain? = spans.last?.style, let last = spans.indices.last {
      while spans[last].text.hasSuffix(" ") { spans[last].text.removeLast() }
    }
    flush()
    return result
  }

  /// What stands for a block of the office.
  private func office(_ name: String) -> [TextSpan] {
    if name == "?" { return [TextSpan("……", .toFillIn)] }
    let isOptional = name.hasPrefix("?")
    let parts = name.drop { $0 == "?" }.split(separator: "|", maxSplits: 1)
    let paragraphs = texts.paragraphs(parts.first.map(String.init) ?? "")
    if !paragraphs.isEmpty { return paragraphs.map { TextSpan($0) } }
    guard isOptional else { return [TextSpan(TemplateMarkup.mark, .toFillIn)] }
    return parts.count == 2 ? [TextSpan(String(parts[1]))] : []
  }
}
