package import ReportingModel

/// The end of the chain: how many entries there are, and the digest that pins them all.
package struct LedgerHead: Sendable, Hashable {
  package let sequence: Int64
  package let digest: Digest

  package init(sequence: Int64, digest: Digest) {
    self.sequence = sequence
    self.digest = digest
  }

  package static let empty = LedgerHead(sequence: 0, digest: .zero)
}
