import DurableFiles
import Foundation
import Ledger
import TestSupport
import Testing

@testable import SQLiteStore

/// What is no ledger is said to be none, and nothing is made of it.
@Suite struct ForeignFileTests {
  @Test(arguments: ["", "x", "Đây không phải sổ.\n", String(repeating: "SQLite format 3\0", count: 400)])
  func aFileOfAnotherKind(_ text: String) throws {
    let folder = try Folder()
    try folder.write("ledger.sqlite", text)
    try isNoLedger(folder)
  }

  @Test func anotherProgramsDatabase() throws {
    let folder = try Folder()
    let other = try SQLiteConnection(folder.path + "/ledger.sqlite", .making)
    try other.execute(
      "CREATE TABLE entry (sequence INTEGER PRIMARY KEY, line TEXT); INSERT INTO entry VALUES (1, '{}')")
    try isNoLedger(folder)
  }

  @Test func aLedgerThatIsCutOffInItsHeader() async throws {
    let ledger = try await LedgerFolder()
    for length in [1, 16, 99] {
      try ledger.folder.data("ledger.sqlite").prefix(length).write(to: URL(filePath: ledger.path))
      try isNoLedger(ledger.folder)
    }
  }

  @Test func aLedgerThatIsMarkedAsAnothers() async throws {
    let ledger = try await LedgerFolder()
    try ledger.shell("PRAGMA application_id = 1; PRAGMA wal_checkpoint(TRUNCATE)")
    try isNoLedger(ledger.folder)
  }

  /// A mark does not make a ledger: the tables must be the program's.
  @Test func anotherDatabaseThatBearsTheMark() throws {
    let folder = try Folder()
    let path = folder.path + "/ledger.sqlite"
    try SQLiteConnection(path, .making).execute(
      "PRAGMA application_id = \(SQLiteSchema.applicationID); CREATE TABLE entry (line TEXT)")
    #expect(throws: LedgerDamage.self) { try LedgerFile.write(path) }
    #expect(throws: LedgerDamage.self) { try ReadingStore(path, lock: folder.path + "/.lock") }
  }

  @Test func noFile() throws {
    let folder = try Folder()
    let path = folder.path + "/ledger.sqlite"
    #expect(throws: FileFault.self) { try LedgerFile.write(path) }
    #expect(throws: FileFault.self) { try ReadingStore(path, lock: folder.path + "/.lock") }
    #expect(folder.files(below: "").isEmpty)
  }

  /// One that is cut off behind its header is damaged, not foreign.
  @Test(arguments: [100, 4096, 4097, 8192]) func aLedgerThatIsCutOff(_ length: Int) async throws {
    let ledger = try await LedgerFolder(rows: 60)
    let whole = try ledger.folder.data("ledger.sqlite")
    #expect(whole.count > 8192)
    try whole.prefix(length).write(to: URL(filePath: ledger.path))
    for open in openings(ledger.path, ledger.lock) {
      let fault = #expect(throws: StoreFault.self) { try open() }
      #expect(fault?.kind == .damaged)
    }
  }

  private func isNoLedger(_ folder: Folder) throws {
    let path = folder.path + "/ledger.sqlite"
    let before = try folder.data("ledger.sqlite")
    for open in openings(path, folder.path + "/.lock") {
      #expect(throws: LedgerFileProblem.notALedger(path)) { try open() }
    }
    #expect(try folder.data("ledger.sqlite") == before)
    #expect(folder.files(below: "") == ["ledger.sqlite"])
  }

  private func openings(_ path: String, _ lock: String) -> [() throws -> Void] {
    [{ _ = try LedgerFile.write(path) }, { _ = try ReadingStore(path, lock: lock) }]
  }
}
