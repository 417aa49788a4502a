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
    /// Nothing has come and its due day has not passed: it is told by mail that the day is near, and stands in no letter.
    package var isPending: Bool
    /// The section that looks after it, as the registry calls it.
    package var watchedBy: String?
    /// The clauses by which it owes the report, separated by commas.
    package var cite: String?
    /// Why its last report was refused; at most two.
    package var causes: [String]
    /// Of the receipt that says so.
    package var receipt: String?

    package init(
      unit: String, name: String, email: String, isOffice: Bool = false, isRejected: Bool, isPending: Bool = false,
      watchedBy: String? = nil, cite: String? = nil,
      causes: [String] = [], receipt: String? = nil
    ) {
      self.unit = unit
      self.name = name
      self.email = email
      self.isOffice = isOffice
      self.isRejected = isRejected
      self.isPending = isPending
      self.watchedBy = watchedBy
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
  /// Working days that are left until it is due.
  package var daysLeft: Int
  /// How to reach the office: `điện thoại …, thư điện tử …`.
  package var contact: String?
  /// In bytewise order of the codes.
  package var lines: [Line]

  package init(
    period: String, due: CalendarDate, until: CalendarDate, today: CalendarDate, required: Int, reported: Int,
    daysLeft: Int = 0, contact: String? = nil, lines: [Line]
  ) {
    self.period = period
    self.due = due
    self.until = until
    self.today = today
    self.required = required
    self.reported = reported
    self.daysLeft = daysLeft
    self.contact = contact
    self.lines = lines
  }

  /// Those that the letter goes to.
  package var owing: [Line] { lines.filter { !$0.isPending } }

  /// All clauses by which units owe the report.
  var cites: String? {
    let all = Set(owing.flatMap { ($0.cite ?? "").split(separator: ",").map { $0.trimmingPrefix { $0 == " " } } })
    return all.isEmpty ? nil : all.map(String.init).sorted().joined(separator: ", ")
  }

  static func state(_ line: Line) -> String {
    line.isRejected ? "Chưa đạt yêu cầu" : line.isPending ? "Chưa đến hạn" : "Chưa gửi"
  }
}
