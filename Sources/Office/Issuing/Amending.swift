import Hashing
import Ledger
import Register
package import ReportingModel
import Reports
package import Workspaces

extension Record {
  /// The draft of the report that takes the place of an issued one, as of N: of the same form, with what it replaces, why, and
  /// what moved (Nghị định 30/2020/NĐ-CP, Điều 18).
  /// - Parameter change: what the office says otherwise than before: its words, its exemplars.
  /// - Throws: `IssueProblem.notIssued`, `.replaced`.
  package func amendment(
    of id: String, reason: String, _ change: (inout ReportRequest) -> Void = { _ in }
  ) async throws -> ReportDraft {
    let reports = register.issued.map(\.report)
    guard let issued = reports.first(where: { $0.id == id }) else { throw IssueProblem.notIssued(id) }
    if let later = reports.first(where: { $0.replaces == id }) { throw IssueProblem.replaced(id, by: later.id) }
    guard var request = SavedDraft.request(of: try workspace.objects.bytes(of: issued.jsonDigest))?.request else {
      throw IssueProblem.changed(id)
    }
    change(&request)
    request.replaces = Replacement(id: id, number: issued.number, date: issued.date, reason: reason)
    return try await draft(request)
  }
}

extension Writer {
  /// Keeps the signed copy of an issued report, whatever its name: the same bytes once.
  /// - Returns: false where that very file is attached already.
  /// - Throws: `IssueProblem.notIssued`, `FileFault`.
  package func attach(_ path: String, to id: String, clock: Instant) async throws -> Bool {
    guard register.issued.contains(where: { $0.report.id == id }) else { throw IssueProblem.notIssued(id) }
    let digest = try workspace.objects.put(file: path)
    try workspace.objects.sync()
    guard !register.attachments.contains(where: { $0.report == id && $0.digest == digest }) else { return false }
    try await append(
      [EntryDraft(AttachmentEvent(report: id, digest: digest, mediaType: MediaType.of(path)))], clock: clock)
    return true
  }
}

/// What a file is by the end of its name.
enum MediaType {
  private static let known = [
    "pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "tif": "image/tiff",
    "tiff": "image/tiff", "zip": "application/zip",
  ]

  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } ?? "" : ""
    return known[ending] ?? "application/octet-stream"
  }
}
