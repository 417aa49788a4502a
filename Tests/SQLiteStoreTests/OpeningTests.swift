import DurableFiles
import Foundation
import Ledger
import SQLiteStore
import StoreConformance
import TestSupport
import Testing

/// How a ledger is opened to be read, by what lies beside it (<doc:record#Reading>).
@Suite struct OpeningTests {
  @Test func aFileThatNobodyWritesToIsReadAsItLies() async throws {
    let ledger = try await LedgerFolder()
    let before = try ledger.files()
    #expect(Array(before.keys) == ["ledger.sqlite"])
    let store = try ReadingStore(ledger.path, lock: ledger.lock)
    #expect(try await store.sequences() == Array(1...12))
    #expect(try await store.receipt(1) == SampleRows.additions(1...1)[0].receipt)
    #expect(try ledger.files() == before)
  }

  /// Names that mean something in a URI mean nothing here.
  @Test(arguments: ["sổ", "a b", "a?mode=memory", "a#b", "50%", "%41", "a&vfs=none", "a'b\"c", "ngoặc (1)"])
  func anyNameOfAFolder(_ name: String) async throws {
    let ledger = try await LedgerFolder()
    let folder = ledger.folder.path + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try FileManager.default.moveItem(atPath: ledger.path, toPath: folder + "/ledger.sqlite")
    let store = try ReadingStore(folder + "/ledger.sqlite", lock: folder + "/.lock")
    #expect(try await store.sequences() == Array(1...12))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["ledger.sqlite"])
    let writer = try LedgerFile.write(folder + "/ledger.sqlite")
    #expect(try await writer.sequences() == Array(1...12))
  }

  @Test func besideAWriterItsRowsAreSeen() async throws {
    let ledger = try await LedgerFolder()
    let held = try FileLock.take(ledger.lock)
    #expect(FileLock.isHeld(ledger.lock))
    let writer = try LedgerFile.write(ledger.path)
    let reader = try ReadingStore(ledger.path, lock: ledger.lock)
    #expect(try await reader.sequences() == Array(1...12))
    let last = try #require(try await writer.last())
    try await writer.append(SampleRows.additions(13...15), after: last.head)
    #expect(try await reader.sequences() == Array(1...15))
    #expect(try await ReadingStore(ledger.path, lock: ledger.lock).sequences() == Array(1...15))
    await writer.close()
    #expect(try await reader.contents(of: [14])[14] == SampleRows.additions(14...14)[0].content?.bytes)
    _ = consume held
  }

  /// Somebody begins to write after the file was opened as one that nobody writes to, and ends again.
  @Test func whatIsWrittenMeanwhileIsSeen() async throws {
    let ledger = try await LedgerFolder()
    let reader = try ReadingStore(ledger.path, lock: ledger.lock)
    #expect(try await reader.last()?.sequence == 12)
    let writer = try LedgerFile.write(ledger.path)
    try await writer.append(SampleRows.additions(13...14), after: try #require(try await writer.last()).head)
    #expect(try await reader.last()?.sequence == 14)
    await writer.close()
    #expect(try await reader.sequences() == Array(1...14))

    let another = try ReadingStore(ledger.path, lock: ledger.lock)
    let next = try LedgerFile.write(ledger.path)
    try await next.append(SampleRows.additions(15...400), after: try #require(try await next.last()).head)
    await next.close()
    #expect(try await another.sequences() == Array(1...400))
  }

  /// A writer that ended without closing leaves its rows in the log; they are read with its shared memory and without.
  @Test(arguments: [true, false]) func aLogThatWasLeft(_ hasSharedMemory: Bool) async throws {
    let ledger = try await LedgerFolder()
    let writer = try LedgerFile.write(ledger.path)
    try await writer.append(SampleRows.additions(13...16), after: try #require(try await writer.last()).head)
    let left = try await LedgerFolder(rows: 1)
    for ending in ["", "-wal"] + (hasSharedMemory ? ["-shm"] : []) {
      try ledger.folder.data("ledger.sqlite" + ending).write(to: URL(filePath: left.path + ending))
    }
    let reader = try ReadingStore(left.path, lock: left.lock)
    #expect(try await reader.sequences() == Array(1...16))
    // The rows lie in the log and nowhere else, and stay there.
    #expect(try left.folder.data("ledger.sqlite") == ledger.folder.data("ledger.sqlite"))
    #expect(try left.folder.data("ledger.sqlite-wal") == ledger.folder.data("ledger.sqlite-wal"))
    try FileManager.default.removeItem(atPath: left.path + "-wal")
    try? FileManager.default.removeItem(atPath: left.path + "-shm")
    #expect(try await ReadingStore(left.path, lock: left.lock).sequences() == Array(1...12))
    await writer.close()
  }

  @Test func whoReadsAppendsNothing() async throws {
    let ledger = try await LedgerFolder()
    let before = try ledger.files()
    let reader = try ReadingStore(ledger.path, lock: ledger.lock)
    let head = try #require(try await reader.last()).head
    let fault = await #expect(throws: StoreFault.self) {
      try await reader.append(SampleRows.additions(13...13), after: head)
    }
    #expect(fault?.kind == .unreachable)
    #expect(try ledger.files() == before)
  }

  @Test func whatWasClosedSaysSo() async throws {
    let ledger = try await LedgerFolder()
    let store = try LedgerFile.write(ledger.path)
    await store.close()
    let fault = await #expect(throws: StoreFault.self) { try await store.last() }
    #expect(fault?.kind == .unreachable)
  }
}

extension LedgerRow {
  fileprivate var head: LedgerHead { LedgerHead(sequence: sequence, digest: digest) }
}
