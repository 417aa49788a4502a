/// What became of reading one document.
package struct XMLOutcome: Hashable, Sendable {
  /// Why reading ended early; `nil` if the document is well-formed and was read to its end.
  ///
  /// There is one at most: what a parser says after its first fault is about its own confusion.
  package var fault: XMLFault?
  /// What the schema has against the document, in document order, up to the limit.
  package var schemaFaults: [XMLFault]
  /// All schema faults, those not kept included.
  package var schemaFaultCount: Int

  package init(fault: XMLFault? = nil, schemaFaults: [XMLFault] = [], schemaFaultCount: Int = 0) {
    self.fault = fault
    self.schemaFaults = schemaFaults
    self.schemaFaultCount = schemaFaultCount
  }
}
