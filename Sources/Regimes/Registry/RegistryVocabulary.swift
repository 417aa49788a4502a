/// The codes that a registry may use: those of every version of every regime in force. One registry serves them all, and an
/// amendment that drops a kind must not make the rows of an older registry unreadable.
package struct RegistryVocabulary: Sendable {
  let kinds: [String]
  let levels: [String]
  let roles: [String]
  /// Kinds whose units are communes in some regime.
  let communeKinds: Set<String>

  package init(_ regimes: some Sequence<Regime>) {
    func union(_ codes: (Regime) -> [String]) -> [String] {
      var seen: Set<String> = []
      return regimes.flatMap(codes).filter { seen.insert($0).inserted }
    }
    kinds = union { $0.unitKinds.map(\.code) }
    levels = union { $0.levels.map(\.code) }
    roles = union { $0.roles.map(\.code) }
    communeKinds = Set(union { $0.unitKinds.filter { $0.group == .commune }.map(\.code) })
  }
}
