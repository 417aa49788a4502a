/// What a template asks for, tag by tag, with where it stands.
struct TemplateTags {
  enum Tag: Hashable {
    /// `{{#name}}` and `{{^name}}`.
    case open(String)
    case close(String)
    case value(String)
    /// `[[NAME]]`.
    case block(String)
    /// `|Caption: table arguments|`.
    case table(name: String, arguments: [String])
    /// `|>TITLE: name|`.
    case appendix(String)
    /// Something that is begun and not ended.
    case unfinished(String)
  }

  struct Found: Hashable {
    let tag: Tag
    /// From 1.
    let line: Int
    /// As it stands there.
    let text: String
  }

  private(set) var found: [Found] = []

  init(_ template: String) {
    for (index, line) in TemplateTags.lines(of: template).enumerated() { read(line, index + 1) }
  }

  /// The lines; one that a tag goes beyond is joined with the next, and those joined away stay as empty ones, so that numbers hold.
  static func lines(of template: String) -> [String] {
    var lines: [String] = []
    var joined = 0
    for line in template.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if let last = lines.indices.last.map({ $0 - joined }), isOpen(lines[last]) {
        lines[last] += " " + TemplateMarkup.trimmed(String(line))
        lines.append("")
        joined += 1
      } else {
        joined = 0
        lines.append(String(line))
      }
    }
    return lines
  }

  private static func isOpen(_ line: String) -> Bool {
    guard let last = line.ranges(of: "{{").last else { return false }
    return line[last.upperBound...].firstRange(of: "}}") == nil
  }

  private mutating func read(_ whole: String, _ number: Int) {
    let line = TemplateTags.withoutComments(whole)
    mustache(line, number)
    pairs("[[", "]]", line, number) { .block(String($0)) }
    if line.ranges(of: "[(").count != line.ranges(of: ")]").count {
      found.append(Found(tag: .unfinished("[( … )]"), line: number, text: TemplateTags.short(line)))
    }
    // A table may stand behind the tags that say whether it is printed.
    let bare = TemplateMarkup.trimmed(TemplateTags.withoutTags(line))
    guard bare.hasPrefix("|"), bare.hasSuffix("|"), bare.count > 2 else { return }
    let isAppendix = bare.hasPrefix(AppendixList.opening)
    let inner = bare.dropFirst(isAppendix ? AppendixList.opening.count : 1).dropLast()
    let words = inner.split(separator: ":", omittingEmptySubsequences: false).last.map {
      $0.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    guard inner.contains(":"), let words, let name = words.first else {
      found.append(Found(tag: .unfinished("|…: …|"), line: number, text: TemplateTags.short(bare)))
      return
    }
    found.append(
      Found(
        tag: isAppendix ? .appendix(name) : .table(name: name, arguments: Array(words.dropFirst())), line: number,
        text: TemplateTags.short(bare)))
  }

  private mutating func mustache(_ line: String, _ number: Int) {
    pairs("{{", "}}", line, number) { inner in
      let name = TemplateMarkup.trimmed(String(inner.dropFirst()))
      return switch inner.first {
      case "!", "%", nil: nil
      case "#", "^": .open(name)
      case "/": .close(name)
      case "{", "&": .value(TemplateMarkup.trimmed(String(inner.drop { "{&".contains($0) })))
      default: .value(TemplateMarkup.trimmed(String(inner)))
      }
    }
  }

  private mutating func pairs(
    _ opening: String, _ closing: String, _ line: String, _ number: Int, _ tag: (Substring) -> Tag?
  ) {
    var rest = line[...]
    while let open = rest.firstRange(of: opening) {
      guard let close = rest[open.upperBound...].firstRange(of: closing) else {
        found.append(
          Found(
            tag: .unfinished("\(opening) … \(closing)"), line: number,
            text: TemplateTags.short(String(rest[open.lowerBound...]))))
        return
      }
      if let tag = tag(rest[open.upperBound..<close.lowerBound]) {
        found.append(Found(tag: tag, line: number, text: String(rest[open.lowerBound..<close.upperBound])))
      }
      rest = rest[close.upperBound...]
    }
  }

  private static func withoutComments(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let open = rest.firstRange(of: "{{!"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      result += rest[..<open.lowerBound]
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  static func withoutTags(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      result += rest[..<open.lowerBound]
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
}
