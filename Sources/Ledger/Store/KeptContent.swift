import ReportingModel
import Validation

/// The stored form of a content on its way into a store: handed over piece by piece, for it may be more than memory holds.
package struct KeptContent: Sendable {
  private enum Source: Sendable {
    case bytes([UInt8])
    case content(SubmissionContent)
  }

  private let source: Source
  /// Bytes of all pieces.
  package let count: Int

  package init(_ bytes: [UInt8]) {
    source = .bytes(bytes)
    count = bytes.count
  }

  init(_ submission: ValidatedSubmission) {
    source = .content(submission.content)
    count = submission.storedCount
  }

  /// All of them; for what is small.
  package var bytes: [UInt8] {
    switch source {
    case .bytes(let bytes): bytes
    case .content(let content): content.storedBytes
    }
  }

  package func eachPiece<Fault: Error>(_ body: ([UInt8]) throws(Fault) -> Void) throws(Fault) {
    switch source {
    case .bytes(let bytes): try body(bytes)
    case .content(let content): try content.eachStoredPiece(body)
    }
  }
}
