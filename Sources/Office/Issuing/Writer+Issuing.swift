import Aggregation
import DurableFiles
import Hashing
package import Ledger
import Register
package import ReportingModel
package import Reports
package import Workspaces

extension Writer {
  /// Looks whether a draft can be issued, and what would be frozen; nothing is written but what is missing of issued reports.
  /// - Throws: `IssueProblem`.
  package func examine(draft id: String, _ mark: IssueMark, clock: Instant) async throws -> IssuePlan {
    try restoreReports()
    try await signReports()
    let saved = try SavedDraft(id, in: workspace)
    let draft = try await record(asOf: saved.asOf).draft(saved.request)
    // What the office read is what is issued: neither the figures nor its settings may have changed since.
    for file in saved.files {
      guard let format = ReportFormat.kept.first(where: { file.hasSuffix(".\($0.fileExtension)") }),
        try draft.file(format, language: .vietnamese) == DurableFiles.read(file)
      else { throw IssueProblem.changed(id) }
    }
    let earlier = register.issued.map(\.report).filter { $0.id.hasPrefix("\(draft.base)-v") }
    if let last = earlier.last, draft.replaces?.id != last.id {
      throw draft.replaces.map { IssueProblem.replaced($0.id, by: last.id) } ?? IssueProblem.issued(last.id)
    }
    try checkWords(of: draft, mark)
    try checkNumber(mark, draft, clock: clock)
    let unfilled = try draft.unfilled
    guard unfilled == 0 else { throw IssueProblem.unfilled(count: unfilled) }
    return IssuePlan(
      draft: draft, version: (earlier.last?.version ?? 0) + 1, mark: mark,
      laterSubmissions: register.book(of: draft.regimeID).live.count { $0.version.sequence > draft.asOf })
  }

  /// Issues what was examined: freezes its bytes, its number, date and signer, and what it stands on (<doc:counting#Issuing>).
  ///
  /// What came after the draft was made is not taken in.
  package func issue(_ plan: IssuePlan, clock: Instant) async throws -> ReportEvent {
    let files = try ReportFormat.kept.map {
      (
        name: "\(plan.id).\($0.fileExtension)",
        bytes: try plan.draft.file($0, language: .vietnamese, issued: plan.mark)
      )
    }
    for file in files { try workspace.objects.put(file.bytes, digest: Digest(of: file.bytes)) }
    try workspace.objects.sync()
    let event = plan.draft.event(
      id: plan.id, version: plan.version, plan.mark,
      outputs: files.map { ReportEvent.Output(name: $0.name, digest: Digest(of: $0.bytes)) })
    try await append([EntryDraft(event)], clock: clock)
    try restoreReports()
    try await signReports()
    return event
  }

  /// Puts every file of an issued report that is not there under `reports/` back from the store: a run that ended right after its
  /// commit left it out, or somebody deleted it.
  package func restoreReports() throws {
    for report in register.issued.map(\.report) {
      let folder = "\(workspace.reports)/\(report.id)"
      for output in report.outputs where !DurableFiles.exists("\(folder)/\(output.name)") {
        try DurableFiles.makeFolder(folder)
        try DurableFiles.write(workspace.objects.bytes(of: output.digest), to: "\(folder)/\(output.name)")
      }
    }
  }

  /// Signs the head that each report stands beside, where a run ended before it could: the tree that ends with the report's own
  /// entry.
  func signReports() async throws {
    for issued in register.issued where !DurableFiles.exists(workspace.checkpointFile(of: issued.report.id)) {
      guard let note = try await checkpoint(ofSize: issued.sequence) else { return }
      try DurableFiles.write(Array(note.utf8), to: workspace.checkpointFile(of: issued.report.id))
    }
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
