import Ledger
import Testing

/// What triggers and constraints refuse to a shell that sets nothing: every statement fails, and nothing is changed.
@Suite struct GuardTests {
  @Test(arguments: updates + deletions) func nothingIsChangedOrDeleted(_ sql: String) async throws {
    try await refuses(sql)
  }

  @Test(arguments: ["", "OR REPLACE", "OR IGNORE", "OR ABORT", "OR FAIL", "OR ROLLBACK"])
  func nothingIsReplaced(_ conflict: String) async throws {
    for insertion in Self.insertions {
      try await refuses("INSERT \(conflict) INTO \(insertion)", maySayNothing: conflict == "OR IGNORE")
    }
  }

  @Test(arguments: upserts) func nothingIsUpserted(_ sql: String) async throws { try await refuses(sql) }

  /// What is refused above is not refused for its form: the entry that follows goes in, with its content.
  @Test func theEntryThatFollowsGoesIn() async throws {
    let ledger = try await LedgerFolder()
    try ledger.shell("INSERT INTO entry VALUES (13, 'submission', NULL, NULL, NULL, '{}', zeroblob(32))")
    try ledger.shell("INSERT INTO content VALUES (13, x'00')")
    try ledger.shell("INSERT INTO entry VALUES (14, 'delivery', NULL, NULL, 9, '{}', randomblob(32))")
    try ledger.shell("INSERT INTO receipt VALUES (9, '{}')")
    #expect(try ledger.dump().count == 24)
  }

  /// - Parameter maySayNothing: a constraint that is not kept may be passed over in silence, with the row.
  private func refuses(_ sql: String, maySayNothing: Bool = false) async throws {
    let ledger = try await LedgerFolder()
    let before = try ledger.dump()
    #expect(before.count == 20)
    if maySayNothing {
      try? ledger.shell(sql)
    } else {
      #expect(throws: StoreFault.self, "\(sql)") { try ledger.shell(sql) }
    }
    #expect(try ledger.dump() == before, "\(sql)")
  }

  private static let updates = [
    "UPDATE entry SET line = '{}'", "UPDATE entry SET kind = kind WHERE sequence = 12",
    "UPDATE entry SET sequence = 13 WHERE sequence = 12", "UPDATE entry SET receipt = NULL WHERE receipt = 4",
    "UPDATE OR REPLACE entry SET digest = (SELECT digest FROM entry WHERE sequence = 2) WHERE sequence = 3",
    "UPDATE OR REPLACE entry SET sequence = 3 WHERE sequence = 4", "UPDATE OR IGNORE entry SET unit = 'X'",
    "UPDATE content SET bytes = x''", "UPDATE content SET sequence = 1 WHERE sequence = 2",
    "UPDATE OR REPLACE content SET sequence = 5 WHERE sequence = 2",
    "UPDATE receipt SET json = '{}'", "UPDATE OR REPLACE receipt SET number = 1 WHERE number = 2",
  ]

  private static let deletions = ["entry", "content", "receipt"].flatMap { table in
    [
      "DELETE FROM \(table)", "DELETE FROM \(table) WHERE rowid = (SELECT max(rowid) FROM \(table))",
      "DELETE FROM \(table) WHERE rowid = (SELECT min(rowid) FROM \(table))",
    ]
  }

  private static let next = "'settings', NULL, NULL, NULL, '{}', zeroblob(32)"
  private static let again = "SELECT * FROM entry WHERE sequence"

  /// Rows that lie already, by each key that there is, and rows that may not follow.
  private static let insertions = [
    "entry \(again) = 3", "entry \(again) = 12", "entry SELECT * FROM entry",
    "entry SELECT 13, kind, unit, period, NULL, line, digest FROM entry WHERE sequence = 5",
    "entry SELECT 13, kind, unit, period, receipt, line, zeroblob(32) FROM entry WHERE sequence = 4",
    "entry VALUES (14, \(next))", "entry VALUES (12, \(next))", "entry VALUES (0, \(next))",
    "entry VALUES (-1, \(next))", "entry VALUES (NULL, \(next))", "entry VALUES ('x', \(next))",
    "entry VALUES (13, 'settings', NULL, NULL, NULL, '{}', zeroblob(31))",
    "entry VALUES (13, 'settings', NULL, NULL, NULL, '{}', 'text of thirty-two letters in all')",
    "entry VALUES (13, 'settings', NULL, NULL, NULL, x'7B7D', zeroblob(32))",
    "entry VALUES (13, 'delivery', NULL, NULL, 0, '{}', zeroblob(32))",
    "entry VALUES (13, 'delivery', NULL, NULL, -5, '{}', zeroblob(32))",
    "content VALUES (2, x'00')", "content SELECT * FROM content WHERE sequence = 5",
    "content VALUES (1, x'00')", "content VALUES (3, x'00')", "content VALUES (13, x'00')",
    "content VALUES (NULL, x'00')", "content VALUES (-1, x'00')", "content VALUES (2, 'text')",
    "receipt VALUES (1, '{}')", "receipt SELECT * FROM receipt WHERE number = 2", "receipt VALUES (5, '{}')",
    "receipt VALUES (NULL, '{}')", "receipt VALUES (-1, '{}')",
  ]

  private static let upserts = [
    "INSERT INTO entry \(again) = 3 ON CONFLICT (sequence) DO UPDATE SET line = '{}'",
    "INSERT INTO entry SELECT 13, kind, unit, period, NULL, line, digest FROM entry WHERE sequence = 5"
      + " ON CONFLICT (digest) DO UPDATE SET line = '{}'",
    "INSERT INTO entry SELECT 13, kind, unit, period, receipt, line, zeroblob(32) FROM entry WHERE sequence = 4"
      + " ON CONFLICT (receipt) DO NOTHING",
    "INSERT INTO content VALUES (2, x'00') ON CONFLICT DO UPDATE SET bytes = x'00'",
    "INSERT INTO content VALUES (2, x'00') ON CONFLICT DO NOTHING",
    "INSERT INTO receipt VALUES (1, '{}') ON CONFLICT (number) DO UPDATE SET json = excluded.json",
    "REPLACE INTO receipt VALUES (2, '{}')", "REPLACE INTO content VALUES (2, x'00')",
  ]
}
