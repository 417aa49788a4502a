package import ReportingModel

/// How the tasks of the plan stand, in the regime's order (<doc:counting#Task-status>).
package struct TaskSection: ReportSection {
  package let figures: [TaskFigure]
  /// By `nhiemVu` and `sanPham`.
  package let products: QueryResult

  init(_ basis: ReportBasis) {
    figures = basis.facts.taskFigures(basis.window, where: basis.filter)
    products = basis.query(by: [.task, .product])
  }

  package var members: [String: JSONValue] {
    ["tasks": .array(figures.map(\.json)), "taskProducts": products.rowsJSON, "taskCounts": counts]
  }

  /// Tasks by status, each status named.
  private var counts: JSONValue {
    var counts: [String: JSONValue] = [:]
    for status in TaskStatus.allCases { counts[status.rawValue] = .int(figures.count { $0.status == status }) }
    return .object(counts)
  }
}

extension TaskFigure {
  var json: JSONValue {
    var members = measures.members
    members["code"] = .string(code)
    members["status"] = .string(status.rawValue)
    members["lead"] = .string(lead.rawValue)
    return .object(members)
  }
}
