import Ledger
import SQLiteStore
import StoreConformance
import TestSupport
import Testing

/// A ledger file keeps what every store keeps, also once it was closed and opened again.
@Suite struct ConformanceTests {
  @Test(arguments: StoreLaw.all) func asItWasMade(_ law: StoreLaw) async throws {
    try await law.hold { try await subject { try LedgerFile.make($0) } }
  }

  @Test(arguments: StoreLaw.all) func openedAgain(_ law: StoreLaw) async throws {
    try await law.hold {
      try await subject { path in
        try await LedgerFile.make(path).close()
        return try LedgerFile.write(path)
      }
    }
  }

  /// Other writers and readers have connections of their own, as other processes do.
  private func subject(_ make: (String) async throws -> SQLiteStore) async throws -> StoreSubject {
    let folder = try Folder()
    let path = folder.path + "/ledger.sqlite"
    return StoreSubject(
      store: try await make(path),
      another: { try LedgerFile.write(folder.path + "/ledger.sqlite") },
      reader: { try ReadingStore(folder.path + "/ledger.sqlite", lock: folder.path + "/.lock") })
  }
}
