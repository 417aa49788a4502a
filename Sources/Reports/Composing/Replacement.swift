package import Aggregation
package import ReportingModel

/// The issued report that another takes the place of, and why (Nghị định 30/2020/NĐ-CP, Điều 18; <doc:layout#Replacement>).
package struct Replacement: Sendable, Hashable {
  package let id: String
  package let number: String
  package let date: CalendarDate
  package let reason: String

  package init(id: String, number: String, date: CalendarDate, reason: String) {
    self.id = id
    self.number = number
    self.date = date
    self.reason = reason
  }

  package var json: JSONValue {
    .object([
      "id": .string(id), "number": .string(number), "date": .string(date.description), "reason": .string(reason),
    ])
  }

  package init?(_ json: JSONValue) {
    func text(_ key: String) -> String? { if case .string(let text)? = json[key] { text } else { nil } }
    guard let id = text("id"), let number = text("number"), let reason = text("reason"),
      let date = text("date").flatMap({ CalendarDate(iso: $0) })
    else { return nil }
    self.init(id: id, number: number, date: date, reason: reason)
  }
}

/// A replacement with what moved since the report that it replaces.
package struct ReplacementNote: Sendable, Hashable {
  package let replacement: Replacement
  package let changes: [FigureChange]

  package init(_ replacement: Replacement, changes: [FigureChange]) {
    self.replacement = replacement
    self.changes = changes
  }
}
