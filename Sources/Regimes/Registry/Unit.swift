package import ReportingModel

/// A unit as one row of the registry describes it, over the row's validity (<doc:regime#Unit-registry>).
package struct UnitRow: Sendable, Hashable {
  package var code: String
  package var name: String
  package var kind: String
  /// Level code, empty for offices.
  package var level: String
  /// Code of the commune's unit, empty where the unit has none.
  package var commune: String
  package var region: String
  package var email: String
  /// Valid from and to; `nil` is open.
  package var from: CalendarDate?
  package var to: CalendarDate?
  /// Roles of the unit as lead of tasks.
  package var roles: [String]
  /// Code of the unit that succeeds it after a merger.
  package var successor: String?
  /// Row in the imported file.
  package var line: Int

  package init(
    code: String, name: String, kind: String, level: String = "", commune: String = "", region: String = "",
    email: String = "", from: CalendarDate? = nil, to: CalendarDate? = nil, roles: [String] = [],
    successor: String? = nil, line: Int = 0
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.level = level
    self.commune = commune
    self.region = region
    self.email = email
    self.from = from
    self.to = to
    self.roles = roles
    self.successor = successor
    self.line = line
  }

  package func isInForce(on date: CalendarDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
  }

  package func isInForce(during window: Window) -> Bool {
    (from.map { $0 <= window.to } ?? true) && (to.map { window.from <= $0 } ?? true)
  }
}
