import ReportingModel

/// The summaries that a projection holds; one is read when it is asked for.
struct ProjectedSummaries: Sendable {
  private var stored: [Int64: [UInt8]] = [:]

  mutating func keep(_ bytes: [UInt8], of sequence: Int64) { stored[sequence] = bytes }

  /// `nil` where none was kept.
  func summary(of sequence: Int64) -> ContentSummary? {
    stored[sequence].flatMap { try? ContentSummary(stored: $0) }
  }
}
