/// How a task of the plan stands (<doc:counting#Task-status>).
package enum TaskStatus: String, Sendable, Hashable, CaseIterable {
  case done
  case overdue
  case notDue
  /// Nothing in the window, for a task without a day on which it falls due.
  case none
}

/// Whether a unit that leads a task has told something for it in the window.
package enum TaskLeadState: String, Sendable, Hashable {
  case told
  case silent
}

/// A task in a report (<doc:commands#Canonical-report>).
package struct TaskFigure: Sendable, Hashable {
  package var code: String
  /// Everybody's activities in the window.
  package var measures: Measures
  package var status: TaskStatus
  package var lead: TaskLeadState
}
