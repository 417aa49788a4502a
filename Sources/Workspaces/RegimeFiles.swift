package import DurableFiles
import Hashing
import Ledger
import Regimes
import ReportingModel
import Reports
import Schemas

/// A regime file with the templates that its reports and letters are made from.
package struct RegimeFiles: Sendable {
  package var regime: [UInt8]
  /// The name that findings give.
  package var file: String
  /// By name, such as `quarter.ubnd-tinh`.
  package var templates: [String: [UInt8]]

  package init(regime: [UInt8], file: String = "regime.xml", templates: [String: [UInt8]] = [:]) {
    self.regime = regime
    self.file = file
    self.templates = templates
  }

  /// The regime that is embedded in the program; its templates are too.
  package static let builtIn = RegimeFiles(regime: Schemas.defaultRegime)

  /// Reads a regime file and what lies as `templates/*.mustache` beside it.
  package static func read(_ path: String) throws(FileFault) -> RegimeFiles {
    var files = RegimeFiles(regime: try DurableFiles.read(path), file: DurableFiles.name(of: path))
    let folder = DurableFiles.folder(of: path) + "/templates"
    guard DurableFiles.status(of: folder)?.kind == .folder else { return files }
    for name in try DurableFiles.names(in: folder) where name.hasSuffix(suffix) {
      files.templates[String(name.dropLast(suffix.count))] = try DurableFiles.read(folder + "/" + name)
    }
    return files
  }

  private static let suffix = ".mustache"

  /// The regime, once it and every template hold. A rule that does not do what its own example says is a warning.
  /// - Throws: `WorkspaceProblem.refused` or `.template`.
  func load() throws -> (regime: Regime, findings: [Finding]) {
    let loaded = RegimeLoader.load(regime, schema: Schemas.regimeXSD, digest: Digest(of: regime), file: file)
    guard let regime = loaded.regime else { throw WorkspaceProblem.refused(loaded.findings) }
    for (name, bytes) in templates.sorted(by: { $0.key < $1.key }) {
      if let fault = ReportTemplate.fault(in: bytes) { throw WorkspaceProblem.template(name: name, reason: fault) }
      let problems = TemplateCheck.problems(
        in: String(decoding: bytes, as: UTF8.self), named: name, for: regime)
      if let first = problems.first {
        throw WorkspaceProblem.template(
          name: name, reason: "dòng \(first.line), «\(first.text)»: \(first.message.vietnamese)")
      }
    }
    return (regime, loaded.findings + regime.failingExamples.map(wrongExample))
  }

  /// The finding for a rule that does not do what its own example says.
  private func wrongExample(_ rule: Rule, _ number: Int) -> Finding {
    Finding(
      .regimeRule, .warning, at: SourceLocation(file: file, field: rule.code), value: rule.source,
      message: LocalizedText(
        "Quy tắc \(rule.code) không cho kết quả như ví dụ thứ \(number) của nó.",
        "The rule \(rule.code) does not do what its example \(number) says."),
      hint: LocalizedText(
        "Đề nghị sửa quy tắc hoặc ví dụ; thử bằng «tonghop regime test».",
        "Mend the rule or the example; try with “tonghop regime test”."), cite: rule.cite)
  }

  /// What the ledger says once they are in force; `known` says which template is there already.
  func drafts(_ regime: Regime, known: (TemplateEvent) -> Bool) -> [EntryDraft] {
    let own = templates.sorted { $0.key < $1.key }.map {
      TemplateEvent(regime: regime.id, name: $0.key, digest: Digest(of: $0.value))
    }
    return [EntryDraft(RegimeEvent(id: regime.id, digest: regime.digest))]
      + own.filter { !known($0) }.map { EntryDraft($0) }
  }

  /// Every file, to be stored.
  var objects: [[UInt8]] { [regime] + templates.sorted { $0.key < $1.key }.map(\.value) }
}
