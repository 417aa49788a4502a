import ReportingModel

/// An account of the screen was opened, changed or closed; never a password.
package struct AccountEvent: EventPayload, PlainEvent {
  package var event: Event { .account(self) }

  package let name: String
  package let role: String
  package let unit: String?
  package let state: String

  package init(name: String, role: String, unit: String?, state: String) {
    self.name = name
    self.role = role
    self.unit = unit
    self.state = state
  }

  var members: [String: JSONValue?] {
    ["name": .string(name), "role": .string(role), "unit": .text(unit), "state": .string(state)]
  }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    name = try fields.string("name")
    role = try fields.string("role")
    unit = try fields.optionalString("unit")
    state = try fields.string("state")
  }
}

/// The ledger is signed with another key from here on.
package struct KeyEvent: EventPayload, PlainEvent {
  package var event: Event { .key(self) }

  /// The new key's public half.
  package let verifierKey: String
  /// A signed note whose text is that line, signed with the old key; `nil` where that was lost.
  package let note: String?
  /// Why there is no such note.
  package let lost: String?

  package init(verifierKey: String, note: String?, lost: String?) {
    self.verifierKey = verifierKey
    self.note = note
    self.lost = lost
  }

  var members: [String: JSONValue?] {
    ["vkey": .string(verifierKey), "note": .text(note), "lost": .text(lost)]
  }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    verifierKey = try fields.string("vkey")
    note = try fields.optionalString("note")
    lost = try fields.optionalString("lost")
    guard (note == nil) != (lost == nil) else { throw JSONFields.Malformed("note") }
  }
}
