import Regimes
package import ReportingModel
import VietnameseText

/// An exemplar that the office chose, as its unit told it.
package struct ChosenExemplarRow: Sendable, Hashable {
  package let choice: ChosenExemplar
  package let exemplar: ExemplarRow
}

/// The office chose what no unit presents.
package struct UnknownExemplar: Error, Sendable, Hashable {
  package let unit: String
  package let id: String
  /// Whether the registry has the unit.
  package let isUnit: Bool
  /// The nearest of what the unit does present, or of the units.
  package let nearest: String?
}

extension LiveFacts {
  /// The live exemplars that were chosen, in the order of the choice; those of earlier windows too. A unit's own id counts
  /// before a title.
  package func chosen(_ choices: [ChosenExemplar]) throws(UnknownExemplar) -> [ChosenExemplarRow] {
    let rows = Dictionary(grouping: exemplarRows(exemplars), by: \.unit)
    var result: [ChosenExemplarRow] = []
    for choice in choices {
      let own = rows[choice.unit] ?? []
      let wanted = choice.id.uppercased()
      let title = titleKey(choice.id)
      guard
        let found = own.first(where: { $0.code?.uppercased() == wanted })
          ?? own.first(where: { titleKey($0.title) == title })
      else {
        let isUnit = units.index(of: choice.unit) != nil
        let known = isUnit ? own.map { $0.code ?? $0.title } : registry.codes
        throw UnknownExemplar(
          unit: choice.unit, id: choice.id, isUnit: isUnit,
          nearest: nearest(isUnit ? choice.id : choice.unit, in: known))
      }
      result.append(ChosenExemplarRow(choice: choice, exemplar: found))
    }
    return result
  }
}
