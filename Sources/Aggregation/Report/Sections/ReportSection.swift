package import ReportingModel

/// One part of a report: its figures, and the keys that they have in the canonical report (<doc:commands#Canonical-report>).
package protocol ReportSection: Sendable {
  /// Top-level keys; no two sections have one in common.
  var members: [String: JSONValue] { get }
}
