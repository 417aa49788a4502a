/// The tables of a ledger file.
enum SQLiteSchema {
  static let version1 = """
    PRAGMA application_id = 0x544F484F;
    CREATE TABLE entry (
      sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
      kind TEXT NOT NULL,
      recordedAt INTEGER NOT NULL,
      operator TEXT NOT NULL,
      payload BLOB NOT NULL,
      previousDigest BLOB NOT NULL CHECK (length(previousDigest) = 32),
      digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32)
    ) STRICT;
    CREATE TABLE content (
      sequence INTEGER PRIMARY KEY REFERENCES entry (sequence),
      content BLOB NOT NULL,
      summary BLOB NOT NULL
    ) STRICT;
    CREATE TABLE receipt (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      delivery INTEGER NOT NULL UNIQUE REFERENCES entry (sequence),
      json BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER entryFollows BEFORE INSERT ON entry
    WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
      OR NEW.previousDigest <> coalesce(
        (SELECT digest FROM entry WHERE sequence = NEW.sequence - 1), zeroblob(32))
    BEGIN SELECT RAISE(ABORT, 'an entry must follow the last one'); END;
    CREATE TRIGGER entryStays BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER entryRemains BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER contentStays BEFORE UPDATE ON content
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER contentRemains BEFORE DELETE ON content
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER receiptStays BEFORE UPDATE ON receipt
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    CREATE TRIGGER receiptRemains BEFORE DELETE ON receipt
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    """
}
