/// What a document may not exceed (<doc:bundle#Limits>).
///
/// A run of text is held whole, so its own limit bounds memory. A single tag, comment or processing instruction over 10 MB is
/// refused by libxml2.
package struct XMLLimits: Hashable, Sendable {
  /// Elements inside one another, the root included; never more than 255, which is libxml2's own limit.
  package var depth: Int
  /// Attributes of one element, namespace declarations included; never more than 65 535.
  package var attributes: Int
  /// Unicode scalars of a local name or a prefix.
  package var nameLength: Int
  /// Bytes of a run of text between two tags, white space at its beginning not counted.
  package var textBytes: Int
  /// Schema faults that are kept; the count goes on.
  package var schemaFaults: Int

  package init(
    depth: Int = 16, attributes: Int = 32, nameLength: Int = 256, textBytes: Int = .max, schemaFaults: Int = 100
  ) {
    self.depth = min(max(depth, 0), 255)
    self.attributes = min(max(attributes, 0), 65_535)
    self.nameLength = max(nameLength, 0)
    self.textBytes = max(textBytes, 0)
    self.schemaFaults = max(schemaFaults, 0)
  }

  /// Namespace declarations in scope; more than an allowed document can have.
  var namespaces: Int { (depth + 1) * attributes }
}
