package import ReportingModel

/// What a canonical report says of itself that is no figure (<doc:commands#Canonical-report>).
package struct ReportHead: Sendable, Hashable {
  /// `semester`, `school-year`, `half-year`, `year`, `ad-hoc`…
  package var kind: String
  /// `2027-1`, `HK1/2026-2027`.
  package var key: String
  package var recipient: ReportRecipient
  /// Head of the ledger's chain at N.
  package var ledgerHead: String
  /// Further top-level keys, such as an ad hoc report's title; those of the figures win over them.
  package var others: [String: JSONValue]

  package init(
    kind: String, key: String, recipient: ReportRecipient, ledgerHead: String, others: [String: JSONValue] = [:]
  ) {
    self.kind = kind
    self.key = key
    self.recipient = recipient
    self.ledgerHead = ledgerHead
    self.others = others
  }
}
