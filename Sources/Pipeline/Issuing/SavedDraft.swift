import Aggregation
import DurableFiles
private import FoundationEssentials
import Regimes
import ReportingModel
import Reports

/// A draft as it was kept under `reports/`: the canonical report says itself what it was asked for.
struct SavedDraft {
  /// The paths of its files; the canonical report is one of them.
  let files: [String]
  let request: ReportRequest

  private struct Head: Decodable {
    struct Named: Decodable { var id: String }
    struct Days: Decodable {
      var from: String
      var to: String
    }
    var kind: String
    var key: String
    var to: String
    var regime: Named
    var window: Days
    var asOf: Int64
    var title: String?
    var texts: [String: String]
    var `where`: [String: [String]]?
    var by: [String]?
  }

  /// - Throws: `IssueProblem.unknownDraft` when there is none of that id.
  init(_ id: String, in workspace: Workspace) throws {
    let folder = "\(workspace.reports)/\(id)"
    let isName = !id.isEmpty && !id.contains("/") && !id.hasPrefix(".")
    guard isName, DurableFiles.status(of: folder)?.kind == .folder else { throw IssueProblem.unknownDraft(id) }
    files = try DurableFiles.names(in: folder).map { "\(folder)/\($0)" }
    guard let file = files.first(where: { $0.hasSuffix(".json") }) else { throw IssueProblem.unknownDraft(id) }
    let json = try DurableFiles.read(file)
    guard let head = try? JSONDecoder().decode(Head.self, from: Data(json)), let subject = SavedDraft.subject(head),
      let recipient = ReportRecipient(rawValue: head.to)
    else { throw IssueProblem.changed(id) }
    var request = ReportRequest(
      subject, to: recipient, regime: head.regime.id, asOf: head.asOf, texts: OfficeTexts(blocks: head.texts))
    request.by = (head.by ?? []).compactMap { Dimension(rawValue: $0) }
    for (name, values) in head.where ?? [:] {
      if let dimension = Dimension(rawValue: name) { request.filter[dimension] = Set(values) }
    }
    self.request = request
  }

  private static func subject(_ head: Head) -> ReportSubject? {
    switch head.kind {
    case "semester": return PeriodKey(head.key).map { .semester($0) }
    case "school-year": return SchoolYear(head.key).map { .schoolYear($0) }
    case "ad-hoc":
      guard head.key.contains("/") else { return .request(code: head.key, title: head.title) }
      guard let from = CalendarDate(iso: head.window.from), let to = CalendarDate(iso: head.window.to),
        let window = Window(from: from, to: to)
      else { return nil }
      return .adHoc(window, title: head.title ?? "")
    default: return OutgoingKind.Verb(rawValue: head.kind).map { .outgoing($0, key: head.key) }
    }
  }
}
