package import ReportingModel

/// A kind of unit that reports (<doc:regime#Unit-kinds>).
package struct UnitKind: Sendable, Hashable {
  package enum Group: String, Sendable {
    /// The department's own office or section.
    case office
    /// A commune's people's committee: its own commune in `xa`, and it may hand in its schools' reports.
    case commune
    case school
  }

  package var code: String
  package var name: LocalizedText
  package var group: Group
  /// Its submissions may come through the folder of the commune it belongs to (<doc:commands#Inbox>).
  package var reportsThroughCommune: Bool
  package var cite: String?
}

/// Whether units of a kind owe a report for periods of a kind (<doc:regime#Unit-kinds>).
package struct Obligation: Sendable, Hashable {
  package enum Level: String, Sendable {
    case required
    case invited
  }

  package var unitKind: String
  package var periodKind: String
  package var level: Level
  package var cite: String?
}

/// In these periods units of these kinds have told at least one activity of the school year, or give a nil return.
package struct ActivityDemand: Sendable, Hashable {
  package var periodKinds: [String]
  package var unitKinds: [String]
  package var cite: String?
}

extension Regime {
  /// What a unit of a kind owes for a period kind; kinds the table does not name are invited.
  package func obligation(of unitKind: String, for periodKind: String) -> Obligation {
    obligations.first { $0.unitKind == unitKind && $0.periodKind == periodKind }
      ?? Obligation(unitKind: unitKind, periodKind: periodKind, level: .invited)
  }
}
