/// Counts the quotes of one unquoted cell.
struct QuoteCount {
  private(set) var count = 0
  private(set) var first = 0

  mutating func add(at place: Int) {
    if count == 0 { first = place }
    count += 1
  }
}

/// Watches the unquoted cells of one row for quotes that lack their partner.
///
/// Excel takes such quotes as they stand, and so does the scanner: `Lớp 7" A`. Where a second one follows in another
/// cell (`a, "b, c"`), or one opens a cell behind spaces, the writer may have meant to quote a delimiter.
struct StrayQuotes {
  /// The first quote in doubt.
  private(set) var ambiguous: (column: Int, offset: Int)?
  private var first: (column: Int, offset: Int)?

  mutating func note(column: Int, offset: Int, opensCell: Bool) {
    if ambiguous == nil, opensCell || first != nil { ambiguous = first ?? (column, offset) }
    if first == nil { first = (column, offset) }
  }
}
