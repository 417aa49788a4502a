import Aggregation
import DurableFiles
import Hashing
package import Ledger
import Register
package import ReportingModel
package import Reports
package import Workspaces

/// Why a draft cannot be issued.
package enum IssueProblem: Error, Sendable, Hashable {
  case unknownDraft(String)
  /// Made again as of its N, it is not what was kept: its file or what the office has set for reports was changed.
  case changed(String)
  /// Places that the office must fill in before.
  case unfilled(count: Int)
  /// A report of this kind, key and copy was issued; the next one replaces it.
  case issued(String)
}

extension Writer {
  /// Issues a saved draft: freezes its bytes, its number, date and signer, and what it stands on (<doc:counting#Issuing>).
  ///
  /// What came after the draft was made is not taken in.
  /// - Throws: `IssueProblem`.
  package func issue(draft id: String, _ mark: IssueMark, clock: Instant) async throws -> ReportEvent {
    let saved = try SavedDraft(id, in: workspace)
    let draft = try await record(asOf: saved.asOf).draft(saved.request)
    // What the office read is what is issued: neither the figures nor its settings may have changed since.
    for file in saved.files {
      guard let format = ReportFormat.kept.first(where: { file.hasSuffix(".\($0.fileExtension)") }),
        try draft.file(format, language: .vietnamese) == DurableFiles.read(file)
      else { throw IssueProblem.changed(id) }
    }
    let unfilled = try draft.unfilled
    guard unfilled == 0 else { throw IssueProblem.unfilled(count: unfilled) }
    if let other = register.issued.map(\.report).first(where: { $0.id.hasPrefix("\(draft.name)-v") }) {
      throw IssueProblem.issued(other.id)
    }
    let name = "\(draft.name)-v1"
    let files = try ReportFormat.kept.map {
      (name: "\(name).\($0.fileExtension)", bytes: try draft.file($0, language: .vietnamese, issued: mark))
    }
    for file in files { try workspace.objects.put(file.bytes, digest: Digest(of: file.bytes)) }
    try workspace.objects.sync()
    let event = draft.event(
      id: name, mark, outputs: files.map { ReportEvent.Output(name: $0.name, digest: Digest(of: $0.bytes)) })
    try await append([EntryDraft(event)], clock: clock)
    try DurableFiles.makeFolder("\(workspace.reports)/\(name)")
    for file in files { try DurableFiles.write(file.bytes, to: "\(workspace.reports)/\(name)/\(file.name)") }
    return event
  }
}

extension Record {
  /// The ids of the drafts that are kept, in bytewise order.
  package func savedDrafts() throws -> [String] {
    let issued = Set(register.issued.map(\.report.id))
    return try DurableFiles.names(in: workspace.reports).filter {
      !issued.contains($0) && (try? SavedDraft($0, in: workspace)) != nil
    }
  }
}
