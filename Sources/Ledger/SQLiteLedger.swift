package import ReportingModel
private import Synchronization

/// The ledger in one SQLite file: append-only by triggers, durable on commit.
package final class SQLiteLedger: LedgerStore {
  private let connection: Mutex<SQLiteConnection>

  /// Opens a ledger, making it when it is not there.
  package convenience init(path: String) throws { try self.init(SQLiteConnection(path, .making)) }

  /// A ledger that lives as long as the object: for checks against nothing, and for tests.
  package convenience init() throws { try self.init(SQLiteConnection(":memory:", .making)) }

  private init(_ made: sending SQLiteConnection) throws {
    try made.execute("PRAGMA journal_mode = WAL")
    // NORMAL lost acknowledged rows in simulated power cuts, FULL none.
    try made.execute("PRAGMA synchronous = FULL")
    try made.execute("PRAGMA foreign_keys = ON")
    if try made.first("SELECT 1 FROM sqlite_schema WHERE name = 'entry'", [], { _ in true }) == nil {
      try made.transaction { () throws(StoreFault) in try made.execute(SQLiteSchema.version1) }
    }
    connection = Mutex(made)
  }

  package func head() throws -> LedgerHead {
    try connection.withLock { try $0.head() }
  }

  package func append(_ drafts: [EntryDraft], after expected: LedgerHead) throws -> LedgerHead {
    let end: LedgerHead? = try connection.withLock { connection in
      try connection.transaction { () throws(StoreFault) in
        guard try connection.head() == expected else { return nil }
        return try connection.append(drafts, after: expected)
      }
    }
    guard let end else { throw LedgerConflict() }
    return end
  }

  package func entries(_ kinds: Set<EntryKind>, from first: Int64, through last: Int64) throws -> [LedgerEntry] {
    let names = kinds.map(\.rawValue).sorted()
    let marks = names.map { _ in "?" }.joined(separator: ",")
    return try connection.withLock { connection in
      var entries: [LedgerEntry] = []
      try connection.rows(
        """
        SELECT sequence, kind, recordedAt, operator, payload, previousDigest FROM entry
        WHERE sequence BETWEEN ? AND ? AND kind IN (\(marks)) ORDER BY sequence
        """, [.integer(first), .integer(last)] + names.map { .text($0) }
      ) { row in
        guard let kind = EntryKind(rawValue: row.text(1)) else { return }
        entries.append(
          LedgerEntry(
            sequence: row.integer(0), kind: kind, recordedAt: Instant(seconds: row.integer(2)),
            operatorName: row.text(3), payload: row.bytes(4), previous: Digest(first32: row.bytes(5))))
      }
      return entries
    }
  }

  package func contents(of sequences: [Int64], _ body: (Int64, SubmissionContent) throws -> Void) throws {
    for sequence in sequences.sorted() {
      let bytes = try connection.withLock { connection in
        try connection.first("SELECT content FROM content WHERE sequence = ?", [.integer(sequence)]) { $0.bytes(0) }
      }
      if let bytes { try body(sequence, try SubmissionContent(storedBytes: bytes)) }
    }
  }

  package func summaries(
    from first: Int64, through last: Int64
  ) throws -> [(sequence: Int64, summary: ContentSummary)] {
    let rows = try connection.withLock { connection in
      var rows: [(Int64, [UInt8])] = []
      try connection.rows(
        "SELECT sequence, summary FROM content WHERE sequence BETWEEN ? AND ? ORDER BY sequence",
        [.integer(first), .integer(last)]
      ) { rows.append(($0.integer(0), $0.bytes(1))) }
      return rows
    }
    return try rows.map { ($0.0, try ContentSummary(storedBytes: $0.1)) }
  }

  package func receipt(_ number: Int) throws -> [UInt8]? {
    try connection.withLock { connection in
      try connection.first("SELECT json FROM receipt WHERE number = ?", [SQLiteValue(number)]) { $0.bytes(0) }
    }
  }
}

extension SQLiteConnection {
  fileprivate func head() throws(StoreFault) -> LedgerHead {
    try first("SELECT sequence, digest FROM entry ORDER BY sequence DESC LIMIT 1") {
      LedgerHead(sequence: $0.integer(0), digest: Digest(first32: $0.bytes(1)))
    } ?? .empty
  }

  fileprivate func append(_ drafts: [EntryDraft], after start: LedgerHead) throws(StoreFault) -> LedgerHead {
    var head = start
    for draft in drafts {
      let entry = LedgerEntry(
        sequence: head.sequence + 1, kind: type(of: draft.record).kind, recordedAt: draft.recordedAt,
        operatorName: draft.operatorName, payload: draft.record.payload, previous: head.digest)
      try run(
        """
        INSERT INTO entry (sequence, kind, recordedAt, operator, payload, previousDigest, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .integer(entry.sequence), .text(entry.kind.rawValue), .integer(entry.recordedAt.seconds),
          .text(entry.operatorName), .blob(entry.payload), .blob(entry.previous.bytes), .blob(entry.digest.bytes),
        ])
      if let content = draft.content {
        try run(
          "INSERT INTO content (sequence, content, summary) VALUES (?, ?, ?)",
          [.integer(entry.sequence), .blob(content.storedBytes), .blob(ContentSummary(content).storedBytes)])
      }
      if let receipt = draft.receipt, let delivery = draft.record as? DeliveryRecord {
        try run(
          "INSERT INTO receipt (number, delivery, json) VALUES (?, ?, ?)",
          [SQLiteValue(delivery.receiptNumber), .integer(entry.sequence), .blob(receipt)])
      }
      head = LedgerHead(sequence: entry.sequence, digest: entry.digest)
    }
    return head
  }
}
