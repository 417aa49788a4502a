import Ledger
import TestSupport
import Testing

@testable import SQLiteStore

/// What SQLite is told, so that an acknowledged row outlives a power cut.
@Suite struct DurabilityTests {
  @Test func everyWriterWritesThrough() async throws {
    let folder = try Folder()
    let made = try LedgerFile.make(folder.path + "/ledger.sqlite")
    try await isDurable(made)
    await made.close()
    let opened = try LedgerFile.write(folder.path + "/ledger.sqlite")
    try await isDurable(opened)
    await opened.close()
  }

  private func isDurable(_ store: SQLiteStore) async throws {
    let expected = ["journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1"]
    for (name, value) in expected {
      let found = try await store.onQueue { (connection) throws(StoreFault) in
        try connection.first("PRAGMA \(name)") { (row) throws(StoreFault) in row.text(0) }
      }
      #expect(found == value, "\(name)")
    }
  }
}
