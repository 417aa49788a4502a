import Register
package import ReportingModel
package import Reports
package import Workspaces

/// What issuing a draft would freeze.
package struct IssuePlan: Sendable {
  package let window: Window
  package let asOf: Int64
  package let capacity: [String]
  /// Accepted submissions that came after N and are in none of its figures.
  package let laterSubmissions: Int
}

extension Writer {
  /// Looks whether a draft can be issued, and what would be frozen; nothing is written but what is missing of issued reports.
  /// - Throws: `IssueProblem`.
  package func examine(draft id: String, _ mark: IssueMark, clock: Instant) async throws -> IssuePlan {
    let (draft, _) = try await checked(id, mark, clock: clock)
    let later = register.book(of: draft.regimeID).live.count { $0.version.sequence > draft.asOf }
    return IssuePlan(
      window: draft.window, asOf: draft.asOf, capacity: mark.capacity.isEmpty ? draft.capacity : mark.capacity,
      laterSubmissions: later)
  }
}
