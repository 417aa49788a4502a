/// What a fault of the store means for whoever runs the program.
package struct StoreFault: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable { case full, inputOutput, busy, damaged }
  package let kind: Kind
  /// As the store says it, for an administrator.
  package let description: String

  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
