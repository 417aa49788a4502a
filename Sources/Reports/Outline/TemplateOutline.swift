/// A template as people see it in Word: a paragraph a line, headings as headings, every tag in sight
/// (<doc:layout#Templates>).
package enum TemplateOutline {
  package struct Paragraph: Sendable, Hashable {
    /// 0 for a paragraph, 1 to 3 for a heading.
    package var level: Int
    package var text: String

    package init(level: Int = 0, _ text: String) {
      self.level = level
      self.text = text
    }
  }

  /// Templates make text, not HTML; the first line of each says so.
  private static let pragma = "{{% CONTENT_TYPE:TEXT}}"

  /// The paragraphs of a template.
  package static func paragraphs(of template: String) -> [Paragraph] {
    TemplateTags.lines(of: template).compactMap { line in
      let text = TemplateMarkup.trimmed(line)
      guard !text.isEmpty, text != pragma else { return nil }
      let level = text.prefix { $0 == "#" }.count
      guard (1...3).contains(level), text.dropFirst(level).first == " " else { return Paragraph(text) }
      return Paragraph(level: level, TemplateMarkup.trimmed(String(text.dropFirst(level))))
    }
  }

  /// The template that paragraphs make: within tags what a word processor does by itself is undone.
  package static func template(_ paragraphs: [Paragraph]) -> String {
    var lines = [pragma]
    for paragraph in paragraphs {
      let text = TemplateMarkup.trimmed(plainTags(paragraph.text))
      lines.append(
        paragraph.level > 0 && !text.isEmpty ? String(repeating: "#", count: paragraph.level) + " " + text : text)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Typographic quotation marks, dashes and spaces within tags as they are typed.
  private static func plainTags(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while true {
      let opening = ["{{", "[["].compactMap { mark in rest.firstRange(of: mark).map { (mark, $0) } }
        .min { $0.1.lowerBound < $1.1.lowerBound }
      guard let (mark, open) = opening,
        let close = rest[open.upperBound...].firstRange(of: mark == "{{" ? "}}" : "]]")
      else { return result + (isStructure(rest) ? plain(rest) : String(rest)) }
      result += rest[..<open.lowerBound]
      result += plain(rest[open.lowerBound..<close.upperBound])
      rest = rest[close.upperBound...]
    }
  }

  /// A table or an appendix: all of it is a tag.
  private static func isStructure(_ text: Substring) -> Bool {
    let trimmed = TemplateMarkup.trimmed(String(text))
    return trimmed.hasPrefix("|") && trimmed.hasSuffix("|")
  }

  private static func plain(_ text: Substring) -> String {
    String(
      text.map { character -> Character in
        switch character {
        case "“", "”", "„": "\""
        case "‘", "’", "‚": "'"
        case "–", "—", "\u{2011}": "-"
        case "\u{A0}", "\u{202F}": " "
        default: character
        }
      })
  }
}
