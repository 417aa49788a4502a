package import Ledger
import Register
package import ReportingModel
package import Workspaces

/// Entries told to people: who did what when (<doc:record#Audits>).
package struct AuditLogRow: Sendable {
  package let sequence: Int64
  package let kind: EventKind
  package let recordedAt: Instant
  package let operatorName: String
  package let words: LocalizedText
}

package enum AuditLog {
  /// The entries from one on, of some kinds, in their order.
  package static func rows(
    _ record: Record, from first: Int64 = 1, kinds: Set<EventKind> = []
  ) async throws -> [AuditLogRow] {
    var rows: [AuditLogRow] = []
    var differences = PlanDifferences(record.workspace)
    for sequence in stride(from: Int64(1), through: record.register.head.sequence, by: 1) {
      let entry = try await record.ledger.entry(sequence)
      let said = try differences.words(of: entry.event) ?? words(of: entry.event)
      guard sequence >= first, kinds.isEmpty || kinds.contains(entry.event.kind) else { continue }
      rows.append(
        AuditLogRow(
          sequence: sequence, kind: entry.event.kind, recordedAt: entry.recordedAt, operatorName: entry.operatorName,
          words: said))
    }
    return rows
  }

  private static func words(of event: Event) -> LocalizedText {
    switch event {
    case .settings: LocalizedText("ghi cài đặt", "settings recorded")
    case .regime(let event): LocalizedText("chế độ báo cáo \(event.id)", "regime \(event.id)")
    case .template(let event):
      LocalizedText("mẫu \(event.name) (\(event.regime))", "template \(event.name) (\(event.regime))")
    case .registry: LocalizedText("danh mục đơn vị", "registry")
    case .delivery(let event):
      LocalizedText(
        "nhận gói «\(event.file)», phiếu \(ReceiptLabel.of(event.receipt)), \(status(event.status))",
        "received “\(event.file)”, receipt \(ReceiptLabel.of(event.receipt)), \(event.status)")
    case .submission(let event):
      LocalizedText(
        "báo cáo \(event.period?.description ?? "?") của \(event.unit ?? "?"): \(event.acceptance.map { "tiếp nhận, lần \($0.number)" } ?? "trả lại, \(event.errors) lỗi")",
        "\(event.period?.description ?? "?") of \(event.unit ?? "?"): \(event.acceptance.map { "accepted, number \($0.number)" } ?? "refused, \(event.errors) errors")"
      )
    case .withdrawal(let event):
      LocalizedText(
        "rút báo cáo ở mục \(event.submission): \(event.reason)", "withdrew entry \(event.submission): \(event.reason)")
    case .purge(let event):
      LocalizedText("xóa đối tượng \(event.digest): \(event.reason)", "purged \(event.digest): \(event.reason)")
    case .request(let event):
      LocalizedText("mở yêu cầu \(event.code): \(event.title)", "opened request \(event.code): \(event.title)")
    case .closing(let event): LocalizedText("đóng yêu cầu \(event.code)", "closed request \(event.code)")
    case .report(let event):
      LocalizedText(
        "phát hành \(event.id), số \(event.number) ngày \(event.date.vietnamese), \(event.signer) ký",
        "issued \(event.id), no. \(event.number) of \(event.date), signed by \(event.signer)")
    case .attachment(let event): LocalizedText("đính kèm vào \(event.report)", "attached to \(event.report)")
    case .account(let event):
      LocalizedText("tài khoản \(event.name): \(event.state)", "account \(event.name): \(event.state)")
    case .key(let event):
      event.lost.map { LocalizedText("khóa ký mới, khóa cũ đã mất: \($0)", "a new key, the old one is lost: \($0)") }
        ?? LocalizedText("khóa ký mới", "a new key")
    case .rollback(let event):
      LocalizedText("nhận sổ lùi lại: \(event.reason)", "took up a ledger that went back: \(event.reason)")
    }
  }

  private static func status(_ status: String) -> String {
    [
      "accepted": "tiếp nhận", "partial": "tiếp nhận một phần", "rejected": "trả lại", "duplicate": "đã nhận trước đó",
      "quarantined": "không mở được",
    ][status] ?? status
  }
}
