/// A sheet of a workbook: some tables below each other, and what stands above them.
package struct Sheet: Sendable {
  /// Hands over rows, one after the other; asked twice it hands over the same.
  package typealias Rows = @Sendable (_ write: (Table.Row) -> Void) -> Void

  /// At most 31 letters, none of `\\ / ? * [ ] :`.
  package var name: String
  /// Title, days and state of the figures, a row each.
  package var head: [String]
  package var tables: [Table]
  /// Further rows of the last table, made while they are written: a million of them never stand in memory.
  package var rows: Rows?

  package init(name: String, head: [String], tables: [Table], rows: Rows? = nil) {
    self.name = name
    self.head = head
    self.tables = tables
    self.rows = rows
  }
}
