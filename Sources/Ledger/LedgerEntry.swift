import Hashing
package import ReportingModel

/// What kind of change an entry records.
package enum EntryKind: String, Sendable, CaseIterable {
  /// A version of a regime came into force here.
  case regime
  /// A template that a regime's reports or letters are made from came into force.
  case template
  /// A version of the unit registry came into force.
  case registry
  /// A bundle arrived, whatever became of it.
  case delivery
  /// A submission of a bundle was accepted or refused.
  case submission
  /// A collection on request was opened.
  case request
  /// A collection was closed.
  case closing
  /// A report was issued.
  case report
}

/// One change, as it stands in the chain for ever.
package struct LedgerEntry: Sendable, Hashable {
  /// From 1, without gaps.
  package let sequence: Int64
  package let kind: EntryKind
  package let recordedAt: Instant
  /// Who made the change.
  package let operatorName: String
  /// The record in canonical bytes.
  package let payload: [UInt8]
  package let previous: Digest
  package let digest: Digest

  package init(
    sequence: Int64, kind: EntryKind, recordedAt: Instant, operatorName: String, payload: [UInt8],
    previous: Digest
  ) {
    self.sequence = sequence
    self.kind = kind
    self.recordedAt = recordedAt
    self.operatorName = operatorName
    self.payload = payload
    self.previous = previous
    var encoder = CanonicalEncoder()
    encoder.append("tonghop.ledger/1")
    encoder.append(previous)
    encoder.append(sequence)
    encoder.append(kind.rawValue)
    encoder.append(recordedAt)
    encoder.append(operatorName)
    encoder.append(payload)
    digest = Digest(of: encoder.bytes)
  }
}

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

/// A change that is about to be appended, with what is kept beside it.
package struct EntryDraft: Sendable {
  package var record: any LedgerRecord
  package var recordedAt: Instant
  package var operatorName: String
  /// Of an accepted submission.
  package var content: SubmissionContent?
  /// The receipt of a delivery, as its file holds it; its digest is part of the record.
  package var receipt: [UInt8]?

  package init(
    _ record: any LedgerRecord, recordedAt: Instant, operatorName: String, content: SubmissionContent? = nil,
    receipt: [UInt8]? = nil
  ) {
    self.record = record
    self.recordedAt = recordedAt
    self.operatorName = operatorName
    self.content = content
    self.receipt = receipt
  }
}
