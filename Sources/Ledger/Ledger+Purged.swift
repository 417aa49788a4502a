import ReportingModel

/// What was asked for stood on bytes that were removed for good; the record itself is sound (<doc:record#Undoing>).
package struct PurgedContent: Error, Sendable, Hashable {
  /// Of the submission.
  package let sequence: Int64
}

extension Ledger {
  /// Whether the bundle of a submission was purged, by an entry of any sequence.
  func isPurged(_ sequence: Int64) async throws -> Bool {
    guard case .submission(let submission) = try await entry(sequence).event,
      case .delivery(let delivery) = try await entry(submission.delivery).event, let digest = delivery.digest
    else { return false }
    var next: Int64 = sequence + 1
    while true {
      let rows = try await store.rows(
        RowQuery(next...Int64.max, kinds: [EventKind.purge.rawValue]), limit: Ledger.page)
      for row in rows {
        if case .purge(let event) = try Chain.entry(of: row).event, event.digest == digest { return true }
      }
      guard let last = rows.last else { return false }
      next = last.sequence + 1
    }
  }
}
