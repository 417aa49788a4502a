package import ReportingModel

/// What the office has set, whole (<doc:record#Settings>).
package struct SettingsEvent: EventPayload, PlainEvent {
  package var event: Event { .settings(self) }

  package let office: JSONValue

  package init(office: JSONValue) {
    self.office = office
  }

  var members: [String: JSONValue?] { ["office": office] }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    guard let node = fields.node("office"), case .object = node.value else { throw JSONFields.Malformed("office") }
    office = node.plain
  }
}

/// A regime file is in force from here on; its bytes are a stored object.
package struct RegimeEvent: EventPayload, PlainEvent {
  package var event: Event { .regime(self) }

  package let id: String
  package let digest: Digest

  package init(id: String, digest: Digest) {
    self.id = id
    self.digest = digest
  }

  var members: [String: JSONValue?] { ["id": .string(id), "sha256": .digest(digest)] }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    id = try fields.string("id")
    digest = try fields.digest("sha256")
  }
}

/// A template of a regime's reports and letters is in force from here on; its bytes are a stored object.
package struct TemplateEvent: EventPayload, PlainEvent {
  package var event: Event { .template(self) }

  package let regime: String
  /// `quarter.ubnd-tinh`: the kind of report or letter, with the copy where it is for one alone.
  package let name: String
  package let digest: Digest

  package init(regime: String, name: String, digest: Digest) {
    self.regime = regime
    self.name = name
    self.digest = digest
  }

  var members: [String: JSONValue?] {
    ["regime": .string(regime), "name": .string(name), "sha256": .digest(digest)]
  }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) {
    regime = try fields.string("regime")
    name = try fields.string("name")
    digest = try fields.digest("sha256")
  }
}

/// A registry file is in force from here on; its bytes are a stored object.
package struct RegistryEvent: EventPayload, PlainEvent {
  package var event: Event { .registry(self) }

  package let digest: Digest

  package init(digest: Digest) {
    self.digest = digest
  }

  var members: [String: JSONValue?] { ["sha256": .digest(digest)] }

  init(_ fields: inout JSONFields) throws(JSONFields.Malformed) { digest = try fields.digest("sha256") }
}
