package import ReportingModel

/// One thing that was held against another, and what came of it (<doc:record#Audits>).
package struct AuditCheck: Sendable, Hashable {
  package enum State: String, Sendable, Hashable { case ok, failed, skipped }

  /// What was looked at: `chain`, `content`, `object`.
  package let name: String
  package let state: State
  /// Where it is: `sequence`, `sha256`, `report`; empty for the whole.
  package let place: [String: JSONValue]
  package let message: LocalizedText

  package init(_ name: String, _ state: State, at place: [String: JSONValue] = [:], _ message: LocalizedText) {
    self.name = name
    self.state = state
    self.place = place
    self.message = message
  }

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "name": .string(name), "state": .string(state.rawValue), "message": .string(message.english),
    ]
    if !place.isEmpty { members["at"] = .object(place) }
    return .object(members)
  }

  /// `✓ chain 1–112`, `✗ content of 57: …`.
  package func line(_ language: Language) -> String {
    let mark =
      switch state {
      case .ok: "✓"
      case .failed: "✗"
      case .skipped: "–"
      }
    return "\(mark) \(message[language])"
  }
}

/// What `audit verify`, `rerun` and `replay` answer: `tonghop.audit/1` (<doc:record#Audits>).
package struct AuditAnswer: Sendable, Hashable {
  package var checks: [AuditCheck]

  /// What was passed over, such as purged bytes, is no difference.
  package var isGood: Bool { checks.allSatisfy { $0.state != .failed } }

  package init(_ checks: [AuditCheck] = []) {
    self.checks = checks
  }

  package var json: JSONValue {
    .object([
      "schema": .string("tonghop.audit/1"), "ok": .bool(isGood), "checks": .array(checks.map(\.json)),
    ])
  }
}
