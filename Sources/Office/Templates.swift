import Hashing
import Ledger
import Regimes
import Register
import Rendering
package import ReportingModel
package import Reports
import VietnameseText
package import Workspaces

/// Outlines of reports and letters that the office writes itself (<doc:layout#Templates>).
package enum TemplateName {
  /// The skeleton: styles and page of every Word file.
  package static let skeleton = "khung"

  private static let kinds = [
    "half-year", "year", "quarter", "month", "nine-months", "semester", "school-year", "ad-hoc",
  ]
  private static let copies = ["bo-gddt", "ubnd-tinh", "so-gddt"]

  /// Every name that a template may have: a kind, a copy, both, a letter, or the skeleton.
  package static var all: [String] {
    copies + kinds + kinds.flatMap { kind in copies.map { "\(kind).\($0)" } } + ["remind", "request", skeleton]
  }
}

/// Why a template cannot be taken.
package enum TemplateRefusal: WordedError, Sendable, Hashable {
  case unknownName(String)
  case problems([TemplateProblem])

  package var words: LocalizedText {
    switch self {
    case .unknownName(let name):
      LocalizedText("Không có mẫu tên «\(name)».", "There is no template “\(name)”.")
        + .nearest(nearest(name, in: TemplateName.all))
    case .problems(let problems):
      LocalizedText(
        problems.map(\.message.vietnamese).joined(separator: " "),
        problems.map(\.message.english).joined(separator: " "))
    }
  }
}

extension Record {
  /// The text of the template that a report or letter of a name is made from now.
  /// - Throws: `TemplateRefusal.unknownName`, `ReportProblem.noTemplate`.
  package func outline(named name: String, regime id: String?) throws -> String {
    guard TemplateName.all.contains(name) else { throw TemplateRefusal.unknownName(name) }
    let regime = try register.inForce.regime(id)
    let parts = name.split(separator: ".").map(String.init)
    guard let text = try template([name] + parts.reversed(), of: regime.id) else {
      throw ReportProblem.noTemplate(kind: name, recipient: regime.id)
    }
    return text
  }

  /// The styles and page of Word files: the office's own, else the program's.
  func skeleton(of regime: String) throws -> WordSkeleton {
    guard let digest = register.templates["\(regime)/\(TemplateName.skeleton)"] else { return .usual }
    return try WordSkeleton(stored: workspace.objects.bytes(of: digest))
  }
}

extension Writer {
  /// Puts a template in force, once everything that it names is there to be named.
  /// - Returns: false where this very template is in force.
  /// - Throws: `TemplateRefusal`.
  package func importTemplate(
    _ text: String, named name: String, regime id: String?, clock: Instant
  ) async throws -> Bool {
    guard TemplateName.all.contains(name) else { throw TemplateRefusal.unknownName(name) }
    let regime = try register.inForce.regime(id).latest
    if name != TemplateName.skeleton {
      let problems = TemplateCheck.problems(in: text, named: name, for: regime)
      guard problems.isEmpty else { throw TemplateRefusal.problems(problems) }
    }
    let bytes = Array(text.utf8)
    let event = TemplateEvent(regime: regime.id, name: name, digest: Digest(of: bytes))
    guard register.templates["\(regime.id)/\(name)"] != event.digest else { return false }
    try workspace.objects.put(bytes, digest: event.digest)
    try workspace.objects.sync()
    try await append([EntryDraft(event)], clock: clock)
    return true
  }
}
