/// A sheet of a workbook: some tables below each other, and what stands above them.
package struct Sheet: Sendable, Hashable {
  /// At most 31 letters, none of `\\ / ? * [ ] :`.
  package var name: String
  /// Title, days and state of the figures, a row each.
  package var head: [String]
  package var tables: [Table]

  package init(name: String, head: [String], tables: [Table]) {
    self.name = name
    self.head = head
    self.tables = tables
  }
}
