package import ReportingModel

/// A task of the plan (<doc:regime#Tasks>).
package struct PlanTask: Sendable, Hashable {
  package var code: String
  package var name: LocalizedText
  package var shortName: LocalizedText
  package var cite: String?
  package var timing: TaskTiming
  /// How the plan words the time, for print (`Thường xuyên`).
  package var timingText: LocalizedText
  /// Who leads it.
  package var lead: TaskLead
  /// How the plan words the lead, for print.
  package var leadText: LocalizedText
  /// Who takes part, as the plan words it.
  package var withText: LocalizedText?
  /// Products the plan names for the task, in its order.
  package var products: [String]
  /// The content area of an activity that tells none; `nil`: it must be told.
  package var defaultArea: String?
  /// Only activities of the lead count for the status (NV01); the measures count everybody's.
  package var statusOfLeadOnly: Bool
}

/// When a task is to be done: the row of <doc:counting#Task-status> that applies to it.
package enum TaskTiming: Sendable, Hashable {
  /// Once, in a month of a year.
  case once(year: Int, month: Int)
  case continuous
  case yearly
  case schoolYear
  /// When a report is issued: every six months, every year, on request.
  case reporting
}

/// The units that lead a task: those with one of these roles in the registry, or of one of these kinds.
package struct TaskLead: Sendable, Hashable {
  /// Roles in the registry's `dau_moi`.
  package var roles: [String]
  /// Unit kinds of which any unit leads.
  package var kinds: [String]
}
