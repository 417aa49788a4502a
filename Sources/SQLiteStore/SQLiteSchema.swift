import Ledger

/// The tables of a ledger file, and the triggers that let rows only be added.
///
/// What a trigger cannot refuse (a dropped trigger, a changed page) is found by the schema's text, the digests and the chain
/// (<doc:record#Append-only>).
enum SQLiteSchema {
  /// Marks the file as a ledger of this program: "TOHO".
  static let applicationID: Int64 = 0x544F_484F
  static let version: Int64 = 1

  /// Statements in the order in which they are run.
  static let statements =
    [
      """
      CREATE TABLE entry (
        sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
        kind TEXT NOT NULL,
        unit TEXT,
        period TEXT,
        receipt INTEGER UNIQUE CHECK (receipt > 0),
        line TEXT NOT NULL,
        digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32)
      ) STRICT
      """,
      """
      CREATE TABLE content (
        sequence INTEGER PRIMARY KEY REFERENCES entry (sequence),
        bytes BLOB NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE receipt (
        number INTEGER PRIMARY KEY CHECK (number > 0),
        json TEXT NOT NULL
      ) STRICT
      """,
      "CREATE INDEX entryByUnit ON entry (unit, period) WHERE unit IS NOT NULL",
      """
      CREATE TRIGGER entryFollows BEFORE INSERT ON entry
      WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
      BEGIN SELECT RAISE(ABORT, 'an entry must follow the last one'); END
      """,
      // REPLACE deletes the row that stands in its way without asking the triggers that guard against deleting.
      refusal("entryIsNew", "INSERT ON entry", when: "EXISTS (SELECT 1 FROM entry WHERE digest = NEW.digest)"),
      refusal(
        "receiptIsNamedOnce", "INSERT ON entry", when: "EXISTS (SELECT 1 FROM entry WHERE receipt = NEW.receipt)"),
      refusal(
        "contentIsNew", "INSERT ON content",
        when: """
          EXISTS (SELECT 1 FROM content WHERE sequence = NEW.sequence)
            OR NOT EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence AND kind = 'submission')
          """),
      refusal(
        "receiptIsNew", "INSERT ON receipt",
        when: """
          EXISTS (SELECT 1 FROM receipt WHERE number = NEW.number)
            OR NOT EXISTS (SELECT 1 FROM entry WHERE receipt = NEW.number)
          """),
    ]
    + ["entry", "content", "receipt"].flatMap { table in
      [
        refusal("\(table)Stays", "UPDATE ON \(table)"),
        refusal("\(table)Remains", "DELETE ON \(table)", when: table == "content" ? isNotPurged : nil),
      ]
    }

  /// Of a content that came in no object which a `purge` entry names.
  private static let isNotPurged = """
    NOT EXISTS (
      SELECT 1 FROM entry AS submission
      JOIN entry AS delivery ON delivery.sequence = json_extract(submission.line, '$.payload.delivery')
      JOIN entry AS purge ON purge.kind = 'purge'
        AND json_extract(purge.line, '$.payload.sha256') = json_extract(delivery.line, '$.payload.sha256')
      WHERE submission.sequence = OLD.sequence)
    """

  private static func refusal(_ name: String, _ event: String, when condition: String? = nil) -> String {
    """
    CREATE TRIGGER \(name) BEFORE \(event)\(condition.map { "\nWHEN \($0)" } ?? "")
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
    """
  }
}

extension SQLiteConnection {
  /// Makes the tables of an empty file.
  func makeSchema() throws(StoreFault) {
    try transaction { () throws(StoreFault) in
      try execute("PRAGMA application_id = \(SQLiteSchema.applicationID)")
      try execute("PRAGMA user_version = \(SQLiteSchema.version)")
      for statement in SQLiteSchema.statements { try execute(statement) }
    }
  }

  /// Everything that the file declares, by kind and name.
  private func declarations() throws(StoreFault) -> [String: String] {
    var found: [String: String] = [:]
    try rows("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema") { row in
      found["\(row.text(0)) \(row.text(1))"] = "\(row.text(2)): \(row.text(3))"
    }
    return found
  }

  /// Holds the file's declarations against the program's own, made in memory.
  /// - Returns: those that differ, are missing or are too many, in bytewise order; none in a sound file.
  func foreignDeclarations() throws(StoreFault) -> [String] {
    let reference = try SQLiteConnection(":memory:", .making)
    try reference.makeSchema()
    let (own, found) = (try reference.declarations(), try declarations())
    return Set(own.keys).union(found.keys).filter { own[$0] != found[$0] }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
