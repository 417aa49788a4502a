/// How `watch` waits: the part `service` of `tonghop.json`. It touches no verdict and no figure, so it is not recorded.
package struct ServiceSettings: Sendable, Hashable {
  /// Seconds that a file in the inbox stands still before it is taken for finished.
  package var quietSeconds = 2
  /// Seconds after which a file that never becomes ready is told.
  package var patienceSeconds = 86_400

  /// The most that either can be: a week.
  static let mostSeconds = 604_800

  package init() {}
}
