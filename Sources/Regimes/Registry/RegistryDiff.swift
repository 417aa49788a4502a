import ReportingModel

/// What changes from one version of the registry to another, unit by unit.
package struct RegistryDiff: Sendable {
  /// A unit whose rows are not the same in both.
  package struct Change: Sendable {
    package var code: String
    /// Its rows in the first version; none for a new unit.
    package var before: [UnitRow]
    /// Its rows in the second version; none for a unit that is gone.
    package var after: [UnitRow]
  }

  /// In bytewise order of the codes.
  package let changes: [Change]

  package init(from first: Registry, to second: Registry) {
    let codes = Set(first.codes).union(second.codes).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    changes = codes.compactMap { code in
      let (before, after) = (first.rows(of: code), second.rows(of: code))
      let isSame = before.count == after.count && zip(before, after).allSatisfy { $0.isAlike($1) }
      return isSame ? nil : Change(code: code, before: before, after: after)
    }
  }
}

extension UnitRow {
  /// The same but for the line it stands in.
  fileprivate func isAlike(_ other: UnitRow) -> Bool {
    var moved = other
    moved.line = line
    return self == moved
  }
}
