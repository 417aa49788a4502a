import Aggregation
import DurableFiles
import Hashing
package import Ledger
package import ReportingModel
package import Reports

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

extension Workspace {
  /// Issues a saved draft: freezes its bytes, its number, date and signer, and what it stands on
  /// (<doc:counting#Issuing>).
  ///
  /// What came after the draft was made is not taken in.
  /// - Throws: `IssueProblem`.
  package func issue(
    draft id: String, _ mark: IssueMark, now: Instant, operatorName: String
  ) throws -> ReportRecord {
    let head = try ledger.head()
    let saved = try SavedDraft(id, in: self)
    let draft = try draft(saved.request)
    // What the office read is what is issued: neither the figures nor its settings may have changed since.
    for file in saved.files {
      guard let format = ReportFormat.allCases.first(where: { file.hasSuffix(".\($0.rawValue)") }),
        try draft.file(format, language: .vietnamese) == DurableFiles.read(file)
      else { throw IssueProblem.changed(id) }
    }
    let unfilled = try draft.unfilled
    guard unfilled == 0 else { throw IssueProblem.unfilled(count: unfilled) }
    if let other = try issuedReports(through: head.sequence).map(\.record).first(where: {
      $0.id.hasPrefix("\(draft.name)-v")
    }) {
      throw IssueProblem.issued(other.id)
    }
    let name = "\(draft.name)-v1"
    let files = try ReportFormat.allCases.map {
      (name: "\(name).\($0.rawValue)", bytes: try draft.file($0, language: .vietnamese, issued: mark))
    }
    for file in files { try objects.put(file.bytes, digest: Digest(of: file.bytes)) }
    try objects.sync()
    let record = draft.record(
      id: name, mark, outputs: files.map { ReportRecord.Output(name: $0.name, digest: Digest(of: $0.bytes)) })
    _ = try ledger.append([EntryDraft(record, recordedAt: now, operatorName: operatorName)], after: head)
    try DurableFiles.makeFolder("\(reports)/\(name)")
    for file in files { try DurableFiles.write(file.bytes, to: "\(reports)/\(name)/\(file.name)") }
    return record
  }

  /// The reports issued up to a sequence, oldest first.
  package func issuedReports(through last: Int64) throws -> [(sequence: Int64, record: ReportRecord)] {
    try ledger.entries([.report], from: 1, through: last).map { ($0.sequence, try ReportRecord(payload: $0.payload)) }
  }

  /// The ids of the drafts that are kept, in bytewise order.
  package func savedDrafts() throws -> [String] {
    let issued = Set(try issuedReports(through: ledger.head().sequence).map(\.record.id))
    return try DurableFiles.names(in: reports).filter { !issued.contains($0) && (try? SavedDraft($0, in: self)) != nil }
  }
}
