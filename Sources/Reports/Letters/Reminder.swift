package import ReportingModel

/// Whom to remind of a period's report, and of what (<doc:commands#remind>).
package struct Reminder: Sendable, Hashable {
  /// A required unit that has sent nothing, or nothing that could be accepted.
  package struct Line: Sendable, Hashable {
    package var unit: String
    package var name: String
    package var email: String
    /// A section of the department itself.
    package var isOffice: Bool
    package var isRejected: Bool
    /// The clauses by which it owes the report, separated by commas.
    package var cite: String?
    /// Why its last report was refused; at most two.
    package var causes: [String]
    /// Of the receipt that says so.
    package var receipt: String?

    package init(
      unit: String, name: String, email: String, isOffice: Bool = false, isRejected: Bool, cite: String? = nil,
      causes: [String] = [], receipt: String? = nil
    ) {
      self.unit = unit
      self.name = name
      self.email = email
      self.isOffice = isOffice
      self.isRejected = isRejected
      self.cite = cite
      self.causes = causes
      self.receipt = receipt
    }
  }

  package var period: String
  package var due: CalendarDate
  /// The new due day.
  package var until: CalendarDate
  /// The day whose state it tells.
  package var today: CalendarDate
  package var required: Int
  package var reported: Int
  /// In bytewise order of the codes.
  package var lines: [Line]

  package init(
    period: String, due: CalendarDate, until: CalendarDate, today: CalendarDate, required: Int, reported: Int,
    lines: [Line]
  ) {
    self.period = period
    self.due = due
    self.until = until
    self.today = today
    self.required = required
    self.reported = reported
    self.lines = lines
  }

  /// The columns of the mail merge (<doc:layout#Reminder-letter>).
  package static let mergeColumns = [
    "ma", "ten", "email", "ky", "han", "hanMoi", "tinhTrang", "nguyenNhan", "soPhieu",
  ]

  /// The rows of the mail merge, one a unit.
  package var mergeRows: [[String]] {
    lines.map { line in
      [
        line.unit, line.name, line.email, period, due.vietnamese, until.vietnamese, Reminder.state(line),
        line.causes.joined(separator: " "), line.receipt ?? "",
      ]
    }
  }

  /// All clauses by which units owe the report.
  var cites: String? {
    let all = Set(lines.flatMap { ($0.cite ?? "").split(separator: ",").map { $0.trimmingPrefix { $0 == " " } } })
    return all.isEmpty ? nil : all.map(String.init).sorted().joined(separator: ", ")
  }

  static func state(_ line: Line) -> String { line.isRejected ? "Chưa đạt yêu cầu" : "Chưa gửi" }
}
