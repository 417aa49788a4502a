package import ReportingModel

/// One accepted version of a unit's report for a period.
package struct SubmissionVersion: Sendable, Hashable {
  package let sequence: Int64
  /// Number within its unit and period.
  package let number: Int
  package let receivedAt: Instant
  /// Sequence of the delivery that brought it.
  package let delivery: Int64
  /// In the bundle.
  package let path: String
  /// `xml` or `csv`.
  package let encoding: String
  /// Of the stored bytes of its content.
  package let contentDigest: Digest
  /// Of what resubmissions are compared by.
  package let comparedDigest: Digest
  /// Codes of warnings that arose and that the unit explained.
  package let explained: [String]
  /// Medians that it was compared with, by indicator.
  package let medians: [String: Amount]
  /// Taken back by the office, with the sequence of the entry that did it.
  package fileprivate(set) var withdrawnBy: Int64?

  package init(
    sequence: Int64, number: Int, receivedAt: Instant, delivery: Int64 = 0, path: String = "",
    encoding: String = "", contentDigest: Digest = .zero,
    comparedDigest: Digest = .zero, explained: [String] = [], medians: [String: Amount] = [:],
    withdrawnBy: Int64? = nil
  ) {
    self.sequence = sequence
    self.number = number
    self.receivedAt = receivedAt
    self.delivery = delivery
    self.path = path
    self.encoding = encoding
    self.contentDigest = contentDigest
    self.comparedDigest = comparedDigest
    self.explained = explained
    self.medians = medians
    self.withdrawnBy = withdrawnBy
  }
}

/// A submission that was refused, as far as its header or its inbox folder tells whose it was.
package struct Refusal: Sendable, Hashable {
  package let sequence: Int64
  package let receivedAt: Instant
  /// Sequence of the delivery that brought it, and its path in there.
  package let delivery: Int64
  package let path: String
  /// It was refused for nothing but that the live one came after it.
  package let isOvertaken: Bool

  package init(
    sequence: Int64, receivedAt: Instant, delivery: Int64 = 0, path: String = "", isOvertaken: Bool = false
  ) {
    self.sequence = sequence
    self.receivedAt = receivedAt
    self.delivery = delivery
    self.path = path
    self.isOvertaken = isOvertaken
  }
}

/// Everything that came from a unit for a period, whether it lives or not.
package struct UnitPeriodHistory: Sendable, Hashable {
  /// In order of sequence.
  package private(set) var versions: [SubmissionVersion] = []
  package private(set) var refusals: [Refusal] = []

  package init() {}

  /// The version that lives: the latest one that was not withdrawn (<doc:counting#The-live-set>).
  package var live: SubmissionVersion? { versions.last { $0.withdrawnBy == nil } }

  /// When the first came of what stands: withdrawn versions are as if they had not come, and what a later one overtook is as
  /// if it had been accepted (<doc:counting#Completeness>). `nil` when nothing lives.
  package var firstAccepted: Instant? {
    let accepted = versions.lazy.filter { $0.withdrawnBy == nil }.map(\.receivedAt).min()
    let overtaken = refusals.lazy.filter(\.isOvertaken).map(\.receivedAt).min()
    return accepted.map { first in overtaken.map { min(first, $0) } ?? first }
  }

  package var firstRefused: Instant? { refusals.lazy.map(\.receivedAt).min() }

  /// Something came, and nothing of it stands.
  package var isRejected: Bool { live == nil && !(versions.isEmpty && refusals.isEmpty) }

  mutating func accept(_ version: SubmissionVersion) { versions.append(version) }

  mutating func refuse(_ refusal: Refusal) { refusals.append(refusal) }

  mutating func withdraw(_ sequence: Int64, by entry: Int64) {
    guard let index = versions.firstIndex(where: { $0.sequence == sequence }) else { return }
    versions[index].withdrawnBy = entry
  }
}
