package import ReportingModel

/// The chain as far as it was followed: each row is held against its digest, its link and its own columns before it counts.
package struct Chain: Sendable, Hashable {
  package private(set) var head = LedgerHead.empty
  /// When the last entry was recorded; `nil` before the first.
  package private(set) var recordedAt: Instant?

  package init() {}

  /// The chain up to an entry that was followed before.
  package init(at head: LedgerHead, recordedAt: Instant) {
    self.head = head
    self.recordedAt = recordedAt
  }

  /// The same.
  package init(at entry: LedgerEntry) { self.init(at: entry.head, recordedAt: entry.recordedAt) }

  /// Follows the chain by one row.
  /// - Throws: `LedgerDamage` where the row is not the entry that follows.
  package mutating func follow(_ row: LedgerRow) throws(LedgerDamage) -> LedgerEntry {
    guard row.sequence == head.sequence + 1 else {
      throw LedgerDamage(.entry(head.sequence + 1), "không có trong sổ", "is not in the ledger")
    }
    let entry = try Chain.entry(of: row)
    guard entry.previous == head.digest else {
      throw LedgerDamage(.entry(row.sequence), "không nối với mục trước", "does not follow the entry before")
    }
    head = entry.head
    recordedAt = entry.recordedAt
    return entry
  }

  /// The entry that a row holds, against its digest and its columns.
  static func entry(of row: LedgerRow) throws(LedgerDamage) -> LedgerEntry {
    let place = LedgerDamage.Place.entry(row.sequence)
    let entry: LedgerEntry
    do {
      entry = try LedgerEntry(line: row.line)
    } catch {
      throw LedgerDamage(place, "không đọc được (\(error.member))", "cannot be read (\(error.member))")
    }
    guard entry.digest == row.digest else {
      throw LedgerDamage(place, "khác với dấu kiểm tra của nó", "differs from its digest")
    }
    guard row == LedgerRow(entry) else {
      throw LedgerDamage(place, "các cột khác với nội dung của mục", "its columns differ from what it says")
    }
    return entry
  }

  /// Makes the entry that follows and goes on to it.
  mutating func link(_ event: Event, clock: Instant, operatorName: String) -> LedgerEntry {
    let moment = max(clock, recordedAt ?? clock)
    let entry = LedgerEntry(event, after: head, recordedAt: moment, operatorName: operatorName)
    head = entry.head
    recordedAt = moment
    return entry
  }
}
