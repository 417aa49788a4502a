private import GRDB
package import ReportingModel

/// The ledger in one SQLite file: append-only by triggers, durable on commit.
package final class SQLiteLedger: LedgerStore {
  /// Marks the file as a ledger of this program: "TOHO".
  private static let applicationID = 0x544F_484F
  private let pool: any DatabaseWriter

  /// Opens a ledger, making it when it is not there.
  package init(path: String) throws {
    var configuration = Configuration()
    configuration.maximumReaderCount = 3
    configuration.busyMode = .timeout(5)
    pool = try DatabasePool(path: path, configuration: configuration)
    // NORMAL lost acknowledged rows in simulated power cuts, FULL none. A pool sets NORMAL when it turns to WAL, after whatever
    // its configuration prepares, so FULL is set on the writer that is open already, and it stays open.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    try SQLiteLedger.migrator.migrate(pool)
  }

  /// A ledger that lives as long as the object: for checks against nothing, and for tests.
  package init() throws {
    pool = try DatabaseQueue()
    try SQLiteLedger.migrator.migrate(pool)
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: SQLiteSchema.version1)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    // Summaries tell more than those of version 1 did; they are made again from the contents.
    migrator.registerMigration("2") { database in
      try database.execute(sql: "DROP TRIGGER contentStays")
      let sequences = try Int64.fetchAll(database, sql: "SELECT sequence FROM content ORDER BY sequence")
      for sequence in sequences {
        guard
          let row = try Row.fetchOne(
            database, sql: "SELECT content FROM content WHERE sequence = ?", arguments: [sequence])
        else { continue }
        let content = try SubmissionContent(storedBytes: bytes(row["content"]))
        try database.execute(
          sql: "UPDATE content SET summary = ? WHERE sequence = ?",
          arguments: [blob(ContentSummary(content).storedBytes), sequence])
      }
      try database.execute(
        sql: """
          CREATE TRIGGER contentStays BEFORE UPDATE ON content
          BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
          """)
    }
    return migrator
  }

  package func head() throws -> LedgerHead {
    try pool.read { try SQLiteLedger.head($0) }
  }

  private static func head(_ database: Database) throws -> LedgerHead {
    guard let row = try Row.fetchOne(database, sql: "SELECT sequence, digest FROM entry ORDER BY sequence DESC LIMIT 1")
    else { return .empty }
    return LedgerHead(sequence: row["sequence"], digest: Digest(first32: bytes(row["digest"])))
  }

  package func append(_ drafts: [EntryDraft], after expected: LedgerHead) throws -> LedgerHead {
    try pool.write { database in
      var head = try SQLiteLedger.head(database)
      guard head == expected else { throw LedgerConflict() }
      let insertEntry = try database.cachedStatement(
        sql: """
          INSERT INTO entry (sequence, kind, recordedAt, operator, payload, previousDigest, digest)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      let insertContent = try database.cachedStatement(
        sql: "INSERT INTO content (sequence, content, summary) VALUES (?, ?, ?)")
      let insertReceipt = try database.cachedStatement(
        sql: "INSERT INTO receipt (number, delivery, json) VALUES (?, ?, ?)")
      for draft in drafts {
        let entry = LedgerEntry(
          sequence: head.sequence + 1, kind: type(of: draft.record).kind, recordedAt: draft.recordedAt,
          operatorName: draft.operatorName, payload: draft.record.payload, previous: head.digest)
        try insertEntry.execute(arguments: [
          entry.sequence, entry.kind.rawValue, entry.recordedAt.seconds, entry.operatorName,
          SQLiteLedger.blob(entry.payload), SQLiteLedger.blob(entry.previous.bytes),
          SQLiteLedger.blob(entry.digest.bytes),
        ])
        if let content = draft.content {
          try insertContent.execute(arguments: [
            entry.sequence, SQLiteLedger.blob(content.storedBytes),
            SQLiteLedger.blob(ContentSummary(content).storedBytes),
          ])
        }
        if let receipt = draft.receipt, let delivery = draft.record as? DeliveryRecord {
          try insertReceipt.execute(arguments: [
            delivery.receiptNumber, entry.sequence, SQLiteLedger.blob(receipt),
          ])
        }
        head = LedgerHead(sequence: entry.sequence, digest: entry.digest)
      }
      return head
    }
  }

  package func entries(_ kinds: Set<EntryKind>, from first: Int64, through last: Int64) throws -> [LedgerEntry] {
    let names = kinds.map(\.rawValue).sorted()
    let marks = names.map { _ in "?" }.joined(separator: ",")
    return try pool.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT sequence, kind, recordedAt, operator, payload, previousDigest FROM entry
          WHERE sequence BETWEEN ? AND ? AND kind IN (\(marks)) ORDER BY sequence
          """, arguments: StatementArguments([first, last]) + StatementArguments(names)
      ).compactMap { row in
        EntryKind(rawValue: row["kind"]).map {
          LedgerEntry(
            sequence: row["sequence"], kind: $0, recordedAt: Instant(seconds: row["recordedAt"]),
            operatorName: row["operator"], payload: SQLiteLedger.bytes(row["payload"]),
            previous: Digest(first32: SQLiteLedger.bytes(row["previousDigest"])))
        }
      }
    }
  }

  package func contents(of sequences: [Int64], _ body: (Int64, SubmissionContent) throws -> Void) throws {
    let wanted = sequences.sorted()
    guard let first = wanted.first, let last = wanted.last else { return }
    let isWanted = Set(wanted)
    try pool.read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT sequence, content FROM content WHERE sequence BETWEEN ? AND ? ORDER BY sequence",
        arguments: [first, last])
      while let row = try rows.next() {
        let sequence: Int64 = row["sequence"]
        guard isWanted.contains(sequence) else { continue }
        try body(sequence, try SubmissionContent(storedBytes: SQLiteLedger.bytes(row["content"])))
      }
    }
  }

  package func summaries(
    from first: Int64, through last: Int64
  ) throws -> [(sequence: Int64, summary: ContentSummary)] {
    try pool.read { database in
      try Row.fetchAll(
        database, sql: "SELECT sequence, summary FROM content WHERE sequence BETWEEN ? AND ? ORDER BY sequence",
        arguments: [first, last]
      ).map { ($0["sequence"], try ContentSummary(storedBytes: SQLiteLedger.bytes($0["summary"]))) }
    }
  }

  package func receipt(_ number: Int) throws -> [UInt8]? {
    try pool.read { database in
      try Row.fetchOne(database, sql: "SELECT json FROM receipt WHERE number = ?", arguments: [number]).map {
        SQLiteLedger.bytes($0["json"])
      }
    }
  }
}
