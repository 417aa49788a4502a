import Documents
import ReportingModel

/// The appendices that a template declares by lines `|>TITLE: name|`, in its order, those with something in them.
struct AppendixList {
  static let opening = "|>"

  /// The appendix of what moved since the report that is replaced: it comes by itself, before what the report stands on.
  static let changes = "thayDoi"

  private(set) var appendices: [(name: String, appendix: Appendix)] = []

  /// - Throws: `TemplateFault` for an appendix that there is not.
  init(_ template: String, _ source: some AppendixSource, changes: [Block] = []) throws(TemplateFault) {
    for line in template.split(whereSeparator: \.isNewline) {
      let trimmed = TemplateMarkup.trimmed(String(line))
      guard trimmed.hasPrefix(AppendixList.opening), trimmed.hasSuffix("|") else { continue }
      let words = trimmed.dropFirst(AppendixList.opening.count).dropLast()
      guard let colon = words.lastIndex(of: ":") else {
        throw TemplateFault(description: "an appendix without a name: \(trimmed)")
      }
      let name = TemplateMarkup.trimmed(String(words[words.index(after: colon)...]))
      guard let blocks = source.appendix(name) else {
        throw TemplateFault(description: "an unknown appendix: \(trimmed)")
      }
      guard !blocks.isEmpty else { continue }
      let isWide = blocks.contains { if case .table(let table) = $0 { table.columns.count >= 6 } else { false } }
      let title = TemplateMarkup.trimmed(String(words[..<colon]))
      appendices.append((name, Appendix(title: title, isLandscape: isWide, body: blocks)))
    }
    guard !changes.isEmpty else { return }
    let place = appendices.firstIndex { $0.name == "doiSoat" } ?? appendices.count
    appendices.insert(
      (
        AppendixList.changes,
        Appendix(title: "CÁC SỐ LIỆU THAY ĐỔI SO VỚI BÁO CÁO ĐƯỢC THAY THẾ", isLandscape: true, body: changes)
      ), at: place)
  }

  /// How each is referred to: `Phụ lục III`; `Phụ lục` where it is the only one.
  var references: [String: String] {
    Dictionary(
      appendices.enumerated().map { index, entry in
        (entry.name, Appendix.name(index, of: appendices.count))
      }, uniquingKeysWith: { first, _ in first })
  }
}
