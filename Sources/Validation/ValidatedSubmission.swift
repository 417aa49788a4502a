import Hashing
package import ReportingModel

/// A submission that the regime accepts. Only `Validation` makes one, and only one of these can be recorded as accepted
/// (<doc:architecture#Law-1-Trust-is-in-the-type>).
package struct ValidatedSubmission: Sendable {
  /// What counts: derived indicators that were told are out, the zeros that a nil return tells are in.
  package let content: SubmissionContent
  /// The number it has for its unit and period, told or given.
  package let number: Int
  /// Bytes of the content as the ledger keeps it, and their digest.
  package let storedCount: Int
  package let storedDigest: Digest
  /// Of what resubmissions are compared by.
  package let comparedDigest: Digest

  init(content: SubmissionContent, number: Int, comparedDigest: Digest) {
    self.content = content
    self.number = number
    self.comparedDigest = comparedDigest
    var count = 0
    storedDigest = Digest(ofChunks: { (hash) throws(Never) in
      content.eachStoredPiece { (piece) throws(Never) in
        count += piece.count
        hash(piece)
      }
    })
    storedCount = count
  }
}

/// What became of a submission.
package enum Verdict: Sendable {
  case accepted(ValidatedSubmission)
  /// The version with this sequence and number says the same, and nothing is recorded twice.
  case duplicate(sequence: Int64, number: Int)
  case rejected
  /// Rejected for nothing but that the live one came after it: it counts as having come when it did
  /// (<doc:counting#Completeness>).
  case overtaken
}
