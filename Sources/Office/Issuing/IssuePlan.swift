package import ReportingModel
package import Reports

/// What issuing a draft would freeze: a draft that was held against what is kept and found fit.
package struct IssuePlan: Sendable {
  let draft: ReportDraft
  let version: Int
  package let mark: IssueMark
  /// Accepted submissions that came after N and are in none of its figures.
  package let laterSubmissions: Int

  /// The issued report's.
  package var id: String { "\(draft.base)-v\(version)" }
  package var window: Window { draft.window }
  package var asOf: Int64 { draft.asOf }
  package var capacity: [String] { mark.capacity.isEmpty ? draft.capacity : mark.capacity }
}
