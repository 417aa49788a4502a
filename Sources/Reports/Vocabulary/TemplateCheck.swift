package import Regimes
package import ReportingModel
import VietnameseText

/// What is wrong in one place of a template.
package struct TemplateProblem: Error, Sendable, Hashable {
  /// Line of the template, from 1; of an outline in Word the paragraph.
  package let line: Int
  /// The tag as it stands there.
  package let text: String
  package let message: LocalizedText
}

/// Holds a template against what there is to name.
package enum TemplateCheck {
  /// Everything that is wrong with a template, in its order.
  package static func problems(
    in template: String, named name: String, for regime: Regime
  ) -> [TemplateProblem] {
    var check = Checking(vocabulary: TemplateVocabulary(name, regime))
    for found in TemplateTags(template).found { check.look(at: found) }
    for section in check.open.reversed() {
      check.add(
        section.found, "Mục «\(section.name)» mở mà không đóng: thiếu {{/\(section.name)}}.",
        "The section “\(section.name)” is not closed: {{/\(section.name)}} is missing.")
    }
    if check.problems.isEmpty, let fault = ReportTemplate.fault(in: Array(template.utf8)) {
      check.problems.append(
        TemplateProblem(line: 1, text: "", message: LocalizedText("Không đọc được mẫu: \(fault).", "\(fault)")))
    }
    return check.problems
  }
}

private struct Checking {
  let vocabulary: TemplateVocabulary
  var problems: [TemplateProblem] = []
  var open: [(name: String, path: [Substring], found: TemplateTags.Found)] = []

  mutating func add(_ found: TemplateTags.Found, _ vietnamese: String, _ english: String) {
    problems.append(
      TemplateProblem(line: found.line, text: found.text, message: LocalizedText(vietnamese, english)))
  }

  mutating func look(at found: TemplateTags.Found) {
    switch found.tag {
    case .unfinished(let form):
      add(found, "Mở mà không đóng, phải có dạng \(form).", "Begun and not ended; the form is \(form).")
    case .open(let name): open.append((name, path(of: name, found) ?? [], found))
    case .close(let name):
      guard let last = open.last, last.name == name else {
        let expected = open.last.map { (" phải đóng «\($0.name)» trước", "; “\($0.name)” comes first") } ?? ("", "")
        add(found, "Đóng mục «\(name)» không đúng chỗ\(expected.0).", "“\(name)” is closed out of place\(expected.1).")
        return
      }
      open.removeLast()
    case .value(let name): value(name, found)
    case .block(let text): block(text, found)
    case .table(let name, let arguments): table(name, arguments, found)
    case .appendix(let name):
      let known = vocabulary.appendices.map(\.name)
      if !known.contains(name) { unknown("phụ lục", "appendix", name, known, found) }
    }
  }

  private mutating func value(_ name: String, _ found: TemplateTags.Found) {
    guard name != ".", let path = path(of: name, found) else { return }
    guard let kind = vocabulary.kind(of: path) else { return }
    switch kind {
    case .text: break
    case .flag:
      add(
        found, "«\(name)» chỉ có hoặc không, không in ra được: dùng {{#\(name)}}…{{/\(name)}}.",
        "“\(name)” is true or false and cannot be printed: use {{#\(name)}}…{{/\(name)}}.")
    case .list, .group:
      add(
        found, "«\(name)» là một \(kind.vietnamese), không in ra được: phải nêu phần bên trong.",
        "“\(name)” has parts and cannot be printed itself: name one of them.")
    }
  }

  /// Where a name leads from the sections it stands in, the innermost first.
  private mutating func path(of name: String, _ found: TemplateTags.Found) -> [Substring]? {
    if name == "." { return open.last?.path }
    let own = name.split(separator: ".")
    for scope in open.reversed().map(\.path) + [[]] where vocabulary.kind(of: scope + own) != nil { return scope + own }
    let known = vocabulary.paths
    let inner = open.last.map { $0.path.joined(separator: ".") + "." } ?? ""
    let nearby = known.filter { !inner.isEmpty && $0.hasPrefix(inner) }.map { String($0.dropFirst(inner.count)) }
    unknown("giá trị", "value", name, nearby + known, found)
    return nil
  }

  private mutating func block(_ text: String, _ found: TemplateTags.Found) {
    let name = text.drop { $0 == "?" }.prefix { $0 != "|" }
    guard text != "?", !vocabulary.blocks.contains(String(name)) else { return }
    unknown("khối lời văn", "block of the office", String(name), vocabulary.blocks, found)
  }

  private mutating func table(_ name: String, _ arguments: [String], _ found: TemplateTags.Found) {
    guard let entry = vocabulary.tables.first(where: { $0.name == name }) else {
      unknown("bảng", "table", name, vocabulary.tables.map(\.name), found)
      return
    }
    guard let kind = entry.arguments else {
      if let first = arguments.first {
        add(
          found, "Bảng «\(name)» không có tham số, đang ghi «\(first)».",
          "The table “\(name)” takes no parameter; “\(first)” stands there.")
      }
      return
    }
    let known = vocabulary.codes[kind] ?? []
    for argument in arguments where !known.contains(argument) {
      unknown("tham số của bảng «\(name)»", "parameter of the table “\(name)”", argument, known, found)
    }
  }

  private mutating func unknown(
    _ vietnamese: String, _ english: String, _ name: String, _ known: [String], _ found: TemplateTags.Found
  ) {
    let near = nearest(name, in: known).map { (" Gần nhất: «\($0)».", " Nearest: “\($0)”.") } ?? ("", "")
    add(found, "Không có \(vietnamese) «\(name)».\(near.0)", "There is no \(english) “\(name)”.\(near.1)")
  }
}
