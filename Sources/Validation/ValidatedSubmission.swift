package import ReportingModel

/// A submission that the regime accepts. Only `Validation` makes one, and only one of these can be recorded as accepted
/// (<doc:architecture#Law-1-Trust-is-in-the-type>).
package struct ValidatedSubmission: Sendable {
  /// What counts: derived indicators that were told are out, the zeros that a nil return tells are in.
  package let content: SubmissionContent
  /// The number it has for its unit and period, told or given.
  package let number: Int
  package let contentDigest: Digest
  package let regimeDigest: Digest
  package let registryDigest: Digest

  init(
    content: SubmissionContent, number: Int, contentDigest: Digest, regimeDigest: Digest, registryDigest: Digest
  ) {
    self.content = content
    self.number = number
    self.contentDigest = contentDigest
    self.regimeDigest = regimeDigest
    self.registryDigest = registryDigest
  }
}

/// What became of a submission.
package enum Verdict: Sendable {
  case accepted(ValidatedSubmission)
  /// The live submission with this sequence and number says the same.
  case duplicate(sequence: Int64, number: Int)
  case rejected
}
