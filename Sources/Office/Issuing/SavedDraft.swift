import Aggregation
import DurableFiles
import Regimes
import ReportingModel
import Reports
import Workspaces

/// What a canonical report says of itself.
package enum SavedReport {
  /// What it was asked for; `nil` for what the program never wrote.
  package static func request(of json: [UInt8]) -> ReportRequest? { SavedDraft.request(of: json)?.request }
}

/// A draft as it was kept under `reports/`: the canonical report says itself what it was asked for.
struct SavedDraft {
  /// The paths of its files; the canonical report is one of them.
  let files: [String]
  /// The canonical report.
  let json: [UInt8]
  let request: ReportRequest
  /// N of its figures.
  let asOf: Int64

  private struct Head {
    let kind: String
    let key: String
    let to: String
    let regime: String
    let window: Window?
    let asOf: Int64
    let title: String?
    let texts: [String: String]
    let filter: [String: [String]]
    let by: [String]
    let exemplars: [ChosenExemplar]?
    let replaces: Replacement?

    /// - Throws: what of it is not as the program wrote it.
    init(_ bytes: [UInt8]) throws {
      let node = try JSONNode(parsing: bytes)
      var fields = try JSONFields(node)
      kind = try fields.string("kind")
      key = try fields.string("key")
      to = try fields.string("to")
      asOf = try fields.sequence("asOf")
      title = try fields.optionalString("title")
      by = try fields.strings("by")
      let json = node.plain
      if case .array(let rows)? = json["chosenExemplars"] {
        exemplars = rows.compactMap { ChosenExemplar($0) }
      } else {
        exemplars = nil
      }
      guard case .string(let regime)? = json["regime"]?["id"] else { throw JSONFields.Malformed("regime") }
      self.regime = regime
      replaces = json["replaces"].flatMap { Replacement($0) }
      let days = ["from", "to"].map { end -> CalendarDate? in
        if case .string(let text)? = json["window"]?[end] { CalendarDate(iso: text) } else { nil }
      }
      window = days[0].flatMap { from in days[1].flatMap { Window(from: from, to: $0) } }
      texts = Head.members(json["texts"]).compactMapValues { if case .string(let text) = $0 { text } else { nil } }
      filter = Head.members(json["where"]).mapValues { value in
        guard case .array(let values) = value else { return [] }
        return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
      }
    }

    private static func members(_ value: JSONValue?) -> [String: JSONValue] {
      if case .object(let members)? = value { members } else { [:] }
    }
  }

  /// - Throws: `IssueProblem.unknownDraft` when there is none of that id.
  init(_ id: String, in workspace: Workspace) throws {
    let folder = "\(workspace.reports)/\(id)"
    let isName = !id.isEmpty && !id.contains("/") && !id.hasPrefix(".")
    guard isName, DurableFiles.status(of: folder)?.kind == .folder else { throw IssueProblem.unknownDraft(id) }
    files = try DurableFiles.names(in: folder).map { "\(folder)/\($0)" }
    guard let file = files.first(where: { $0.hasSuffix(".json") }) else { throw IssueProblem.unknownDraft(id) }
    json = try DurableFiles.read(file)
    guard let (request, asOf) = SavedDraft.request(of: json) else { throw IssueProblem.changed(id) }
    self.request = request
    self.asOf = asOf
  }

  /// What a canonical report was asked for, and as of when; `nil` for what the program never wrote.
  static func request(of json: [UInt8]) -> (request: ReportRequest, asOf: Int64)? {
    guard let head = try? Head(json), let subject = subject(head), let recipient = ReportRecipient(rawValue: head.to)
    else { return nil }
    var request = ReportRequest(subject, to: recipient, regime: head.regime, texts: OfficeTexts(blocks: head.texts))
    request.by = head.by.compactMap { Dimension(rawValue: $0) }
    request.exemplars = head.exemplars
    request.replaces = head.replaces
    for (name, values) in head.filter {
      if let dimension = Dimension(rawValue: name) { request.filter[dimension] = Set(values) }
    }
    return (request, head.asOf)
  }

  private static func subject(_ head: Head) -> ReportSubject? {
    switch head.kind {
    case "semester": return PeriodKey(head.key).map { .semester($0) }
    case "school-year": return SchoolYear(head.key).map { .schoolYear($0) }
    case "ad-hoc":
      guard head.key.contains("/") else { return .request(code: head.key, title: head.title) }
      return head.window.map { .adHoc($0, title: head.title ?? "") }
    default: return OutgoingKind.Kind(rawValue: head.kind).map { .outgoing($0, key: head.key) }
    }
  }
}
