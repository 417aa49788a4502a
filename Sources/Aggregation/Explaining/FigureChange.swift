package import ReportingModel

/// How one figure moved between two reports, and what moved it (<doc:record#Differences>).
package struct FigureChange: Sendable, Hashable {
  /// Why a figure moved.
  package enum Cause: String, Sendable, Hashable, CaseIterable {
    /// A report of a unit and period of which nothing lived before.
    case late
    /// A later version took the place of one that was counted.
    case resubmission
    /// A version was taken back.
    case withdrawal
    case registry
    case regime
    case settings
    /// A collection on request was opened or closed.
    case request
    /// The reports are about other days, or ask something else.
    case question
  }

  /// What one entry, or one change of what is in force, moved.
  package struct Part: Sendable, Hashable {
    package let cause: Cause
    /// Of the entry: the submission that came, or the withdrawal; `nil` where it is not one entry.
    package let sequence: Int64?
    package let unit: String?
    package let value: Amount

    package init(cause: Cause, sequence: Int64?, unit: String?, value: Amount) {
      self.cause = cause
      self.sequence = sequence
      self.unit = unit
      self.value = value
    }

    package var json: JSONValue {
      .object([
        "cause": .string(cause.rawValue), "sequence": sequence.map { .int($0) } ?? .null, "unit": .optional(unit),
        "value": .string(value.description),
      ])
    }
  }

  package let path: String
  /// As they stand in the two reports; `nil` where nobody told it.
  package let from: Amount?
  package let to: Amount?
  /// They add up to `to` less `from`.
  package let parts: [Part]

  package var difference: Amount { (to ?? .zero) - (from ?? .zero) }

  package var json: JSONValue {
    .object([
      "path": .string(path), "from": .optional(from?.description), "to": .optional(to?.description),
      "parts": .array(parts.map(\.json)),
    ])
  }
}
