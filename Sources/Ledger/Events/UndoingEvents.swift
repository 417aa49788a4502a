package import ReportingModel

/// An accepted submission lives no more from here on; the version before lives again (<doc:record#Undoing>).
package struct WithdrawalEvent: EventPayload, PlainEvent {
  package var event: Event { .withdrawal(self) }

  /// Its sequence.
  package let submission: Int64
  package let reason: String

  package init(submission: Int64, reason: String) {
    self.submission = submission
    self.reason = reason
  }

  var members: [String: JSONValue?] { ["submission": .int(submission), "reason": .string(reason)] }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    submission = try fields.sequence("submission")
    reason = try fields.string("reason")
  }
}

/// The bytes of an object were removed; its digest and every verdict stay.
package struct PurgeEvent: EventPayload, PlainEvent {
  package var event: Event { .purge(self) }

  package let digest: Digest
  package let reason: String

  package init(digest: Digest, reason: String) {
    self.digest = digest
    self.reason = reason
  }

  var members: [String: JSONValue?] { ["sha256": .digest(digest), "reason": .string(reason)] }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    digest = try fields.digest("sha256")
    reason = try fields.string("reason")
  }
}

/// A ledger that lacks entries which were known outside it was taken up again (<doc:record#The-head-outside>).
package struct RollbackEvent: EventPayload, PlainEvent {
  package var event: Event { .rollback(self) }

  /// The last entry that was known.
  package let known: LedgerHead
  /// The last tree that was signed, once there is a key.
  package let signedSize: Int64?
  package let signedRoot: String?
  package let reason: String
  /// Receipt numbers go on from here.
  package let nextReceipt: Int

  package init(
    known: LedgerHead, signedSize: Int64? = nil, signedRoot: String? = nil, reason: String, nextReceipt: Int
  ) {
    self.known = known
    self.signedSize = signedSize
    self.signedRoot = signedRoot
    self.reason = reason
    self.nextReceipt = nextReceipt
  }

  var members: [String: JSONValue?] {
    [
      "knownSequence": .int(known.sequence), "knownSha256": .digest(known.digest),
      "signedSize": signedSize.map { .int($0) }, "signedRoot": .text(signedRoot), "reason": .string(reason),
      "nextReceipt": .int(nextReceipt),
    ]
  }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    known = LedgerHead(sequence: try fields.sequence("knownSequence"), digest: try fields.digest("knownSha256"))
    signedSize = try fields.optionalInt("signedSize").map { Int64($0) }
    signedRoot = try fields.optionalString("signedRoot")
    reason = try fields.string("reason")
    nextReceipt = try fields.int("nextReceipt")
  }
}
