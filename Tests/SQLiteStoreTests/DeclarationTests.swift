import Ledger
import ReportingModel
import Testing

@testable import SQLiteStore

/// A file that declares something else than the program did is told when it is opened, by the name of what differs.
@Suite struct DeclarationTests {
  private static let triggers = [
    "entryFollows", "entryIsNew", "receiptIsNamedOnce", "contentIsNew", "receiptIsNew", "entryStays", "entryRemains",
    "contentStays", "contentRemains", "receiptStays", "receiptRemains",
  ]

  @Test(arguments: triggers) func aTriggerIsGone(_ name: String) async throws {
    try await isTold("DROP TRIGGER \(name)", "trigger \(name)")
  }

  /// A trigger that was taken away and put back empty is another one.
  @Test(arguments: triggers) func aTriggerIsAnother(_ name: String) async throws {
    try await isTold(
      "DROP TRIGGER \(name); CREATE TRIGGER \(name) BEFORE DELETE ON entry BEGIN SELECT 1; END", "trigger \(name)")
  }

  @Test(arguments: [
    ("CREATE TRIGGER also AFTER INSERT ON content BEGIN SELECT 1; END", "trigger also"),
    ("CREATE VIEW live AS SELECT * FROM entry", "view live"), ("CREATE TABLE note (text)", "table note"),
    ("CREATE INDEX byKind ON entry (kind)", "index byKind"), ("DROP INDEX entryByUnit", "index entryByUnit"),
    ("CREATE VIRTUAL TABLE words USING fts5(text)", "table words"), ("ANALYZE", "table sqlite_stat1"),
    ("ALTER TABLE content RENAME TO contents", "table contents"), ("DROP TABLE receipt", "table receipt"),
    ("ALTER TABLE entry ADD COLUMN remark TEXT", "table entry"),
    ("ALTER TABLE entry RENAME COLUMN unit TO sender", "table entry"),
    (rewrite("table", "entry", "CHECK (sequence > 0)", ""), "table entry"),
    (rewrite("table", "content", "STRICT", ""), "table content"),
    (rewrite("trigger", "entryFollows", "+ 1", "+ 2"), "trigger entryFollows"),
    (rewrite("trigger", "entryStays", "ABORT, ''the ledger is append-only''", "IGNORE"), "trigger entryStays"),
    (rewrite("index", "entryByUnit", "unit IS NOT NULL", "unit IS NULL"), "index entryByUnit"),
  ])
  func isTold(_ sql: String, _ name: String) async throws {
    let ledger = try await LedgerFolder()
    // A declaration that is still in use is not let go of in every version of SQLite.
    try ledger.shell("PRAGMA legacy_alter_table = ON; " + sql)
    let before = try ledger.files()
    let damages = [
      #expect(throws: LedgerDamage.self) { try LedgerFile.write(ledger.path) },
      #expect(throws: LedgerDamage.self) { try ReadingStore(ledger.path, lock: ledger.lock) },
    ]
    for damage in damages {
      #expect(damage?.place == .file)
      #expect(damage?.message.vietnamese.contains(name) == true, "\(damage?.message.vietnamese ?? "")")
    }
    // Looking at it leaves nothing behind.
    #expect(try ledger.files() == before)
  }

  /// Declarations that SQLite itself cannot read any more.
  @Test(arguments: [
    rewrite("table", "entry", "UNIQUE CHECK (length", "CHECK (length"),
    rewrite("trigger", "entryStays", "ABORT", "IGNORE"), rewrite("table", "content", "CREATE TABLE", "CREATE TABL"),
  ])
  func declarationsThatMakeNoSense(_ sql: String) async throws {
    let ledger = try await LedgerFolder()
    // The shell may be told at once, after its change.
    try? ledger.shell(sql)
    let faults = [
      #expect(throws: StoreFault.self) { try LedgerFile.write(ledger.path) },
      #expect(throws: StoreFault.self) { try ReadingStore(ledger.path, lock: ledger.lock) },
    ]
    #expect(faults.allSatisfy { $0?.kind == .damaged })
  }

  /// What an administrator may do to a file changes no declaration.
  @Test(arguments: ["VACUUM", "REINDEX", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE"])
  func upkeepIsNoDamage(_ sql: String) async throws {
    let ledger = try await LedgerFolder()
    let before = try ledger.dump()
    try ledger.shell(sql)
    #expect(try await ReadingStore(ledger.path, lock: ledger.lock).sequences() == Array(1...12))
    let store = try LedgerFile.write(ledger.path)
    #expect(try await store.sequences() == Array(1...12))
    await store.close()
    #expect(try ledger.dump() == before)
  }

  private static func rewrite(_ type: String, _ name: String, _ from: String, _ to: String) -> String {
    """
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, '\(from)', '\(to)') WHERE type = '\(type)' AND name = '\(name)';
    PRAGMA writable_schema = RESET
    """
  }
}
