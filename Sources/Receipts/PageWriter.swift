import Documents
import ReportingModel

/// Writes a page in one language; of texts, what would act on its reader is shown by its number.
struct PageWriter {
  let language: Language
  private var markup = MarkupWriter()

  var bytes: [UInt8] { markup.bytes }

  /// A column of a table and how its cells break.
  struct Column {
    enum Kind: String {
      /// Words of the program and the plan, which break between words.
      case words = "w"
      /// What somebody typed, which may have no place to break at.
      case told = "t"
      /// Right-aligned, and never broken over lines.
      case number = "n"
      /// Short, and never broken.
      case unit = "u"
    }

    let title: LocalizedText
    let kind: Kind

    static func words(_ vietnamese: String, _ english: String) -> Column {
      Column(title: LocalizedText(vietnamese, english), kind: .words)
    }

    static func told(_ vietnamese: String, _ english: String) -> Column {
      Column(title: LocalizedText(vietnamese, english), kind: .told)
    }

    static func unit(_ vietnamese: String, _ english: String) -> Column {
      Column(title: LocalizedText(vietnamese, english), kind: .unit)
    }

    static func number(_ vietnamese: String, _ english: String) -> Column {
      Column(title: LocalizedText(vietnamese, english), kind: .number)
    }
  }

  init(language: Language) {
    self.language = language
  }

  mutating func raw(_ markup: String) { self.markup.raw(markup) }

  mutating func raw(_ markup: [UInt8]) { self.markup.raw(markup) }

  mutating func text(_ vietnamese: String, _ english: String) { text(LocalizedText(vietnamese, english)) }

  mutating func text(_ text: LocalizedText) { self.text(text[language]) }

  mutating func text(_ text: String) { markup.text(showingControls(in: text, keepingLines: true)) }

  mutating func heading(_ level: Int, _ vietnamese: String, _ english: String) {
    raw("<h\(level)>")
    text(vietnamese, english)
    raw("</h\(level)>\n")
  }

  mutating func paragraph(_ vietnamese: String, _ english: String, _ cssClass: String? = nil) {
    raw(cssClass.map { "<p class=\"\($0)\">" } ?? "<p>")
    text(vietnamese, english)
    raw("</p>\n")
  }

  mutating func table(_ columns: [Column], cssClass: String? = nil, _ rows: [[String]]) {
    raw("<table\(cssClass.map { " class=\"\($0)\"" } ?? "")><thead><tr>")
    for column in columns {
      raw("<th scope=\"col\" class=\"\(column.kind.rawValue)\">")
      text(column.title)
      raw("</th>")
    }
    raw("</tr></thead><tbody>\n")
    for row in rows {
      raw("<tr>")
      for (column, cell) in zip(columns, row) {
        raw("<td class=\"\(column.kind.rawValue)\">")
        text(cell)
        raw("</td>")
      }
      raw("</tr>\n")
    }
    raw("</tbody></table>\n")
  }

  /// A number as people of the page's language write it.
  func number(_ value: Int) -> String {
    language == .vietnamese ? VietnameseNumber.text(value) : String(value)
  }

  /// A number as people of the page's language write it.
  func number(_ value: Amount) -> String {
    language == .vietnamese ? VietnameseNumber.text(value) : value.description
  }

  func words(_ vietnamese: String, _ english: String) -> String { language == .vietnamese ? vietnamese : english }
}
