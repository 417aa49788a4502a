package import Regimes
import ReportingModel

/// What a template may name: the keys that a report or a letter gives, with what they are and mean
/// (<doc:layout#Templates>). Import holds templates against it, and the page for those who write them is made from it.
package struct TemplateVocabulary: Sendable {
  enum Kind: Sendable {
    /// Words or a figure as it is printed; empty, and false in a section, where there is none.
    case text
    /// Only for `{{#…}}` and `{{^…}}`.
    case flag
    /// `{{#…}}` is printed once for each.
    case list
    /// `{{#…}}` is printed where there is one, and its members are then named without it.
    case group

    var vietnamese: String {
      switch self {
      case .text: "chữ"
      case .flag: "có, không"
      case .list: "danh sách"
      case .group: "nhóm"
      }
    }
  }

  struct Entry: Sendable {
    /// Components separated by points; `<chiTieu>` stands for any code of the regime's.
    let path: String
    let kind: Kind
    let meaning: String
  }

  let entries: [Entry]
  /// The codes that stand for `<…>`.
  let codes: [String: [String]]
  let tables: [TableEntry]
  let appendices: [(name: String, meaning: String)]
  /// Blocks of the office.
  let blocks: [String]

  /// A table that a template may ask for, and what its arguments are codes of; `nil`: it takes none.
  struct TableEntry: Sendable {
    let name: String
    let arguments: String?
    let meaning: String
  }

  /// The vocabulary of a template by its name: `remind`, `request`, or that of a report.
  package init(_ name: String, _ regime: Regime) {
    let codes = [
      "<chiTieu>": regime.indicators.map(\.code), "<tyLe>": regime.ratios.map(\.code),
      "<loai>": regime.unitKinds.map(\.code), "<nhiemVu>": regime.tasks.map(\.code),
      "<noiDung>": regime.areas.map(\.code), "<hinhThuc>": regime.channels.map(\.code),
      "<sanPham>": regime.products.map(\.code), "<chuDe>": regime.topics.map(\.code),
      "<muc>": regime.sections.map(\.code), "<khoi>": OfficeTexts.names(regime),
      "<trangThai>": ["done", "overdue", "notDue", "none", "taiDay"], "<phuLuc>": ReportComposer.appendixNames,
    ]
    self.codes = codes
    switch name {
    case "remind": entries = Self.common + Self.reminder
    case "request": entries = Self.common + Self.request
    default:
      entries = Self.report
      tables = Self.reportTables
      appendices = Self.reportAppendices
      blocks = OfficeTexts.names(regime)
      return
    }
    (tables, appendices, blocks) = ([], [], [])
  }

  /// What a path names; `nil` for an unknown one. A part of a path is a group.
  func kind(of path: [Substring]) -> Kind? {
    var isPart = false
    for entry in entries {
      let pattern = entry.path.split(separator: ".")
      guard pattern.count >= path.count, zip(pattern, path).allSatisfy(matches) else { continue }
      if pattern.count == path.count { return entry.kind }
      isPart = true
    }
    return isPart ? .group : nil
  }

  private func matches(_ pattern: Substring, _ component: Substring) -> Bool {
    guard pattern.hasPrefix("<") else { return pattern == component }
    return codes[String(pattern)]?.contains { $0 == component } ?? false
  }

  /// Every path, with the codes filled in.
  var paths: [String] {
    entries.flatMap { entry -> [String] in
      entry.path.split(separator: ".").reduce([""]) { paths, component in
        let names = component.hasPrefix("<") ? codes[String(component)] ?? [] : [String(component)]
        return paths.flatMap { path in names.map { path.isEmpty ? $0 : "\(path).\($0)" } }
      }
    }
  }
}
