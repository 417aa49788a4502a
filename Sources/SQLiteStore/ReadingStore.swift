import DurableFiles
package import Ledger

/// A ledger that is read where it lies; not a byte of the workspace changes by it, and no writer waits for it
/// (<doc:record#Reading>).
///
/// A file that nobody writes to is opened as one that cannot change. Should somebody begin to write meanwhile, what was just read
/// is read again through the writer's shared memory: rows are only added, so both agree on what both have.
package actor ReadingStore: LedgerStore {
  private let path: String
  private let lock: String
  private var store: SQLiteStore
  /// Of a file that was opened as unchanging; `nil` once it is read beside a writer.
  private var status: FileStatus?

  /// - Parameter lock: the lock that a writer holds.
  package init(_ path: String, lock: String) throws {
    self.path = path
    self.lock = lock
    try LedgerFile.checkHead(path)
    let found = DurableFiles.status(of: path)
    if ReadingStore.isUnchanging(path, lock) {
      let opened = Result { try LedgerFile.unchanging(path) }
      if ReadingStore.isUnchanging(path, lock), DurableFiles.status(of: path) == found {
        // What is damaged is said here: opened through shared memory, it would leave that behind.
        store = try opened.get()
        status = found
        return
      }
    }
    store = try LedgerFile.beside(path)
    status = nil
  }

  /// Nobody holds the lock, and no rows lie in a log beside the file.
  private static func isUnchanging(_ path: String, _ lock: String) -> Bool {
    (DurableFiles.status(of: path + "-wal")?.size ?? 0) == 0 && !FileLock.isHeld(lock)
  }

  private func settled<Value: Sendable>(
    _ call: (SQLiteStore) async throws(StoreFault) -> Value
  ) async throws(StoreFault) -> Value {
    guard let before = status else { return try await call(store) }
    let result: Result<Value, StoreFault>
    do throws(StoreFault) {
      result = .success(try await call(store))
    } catch {
      result = .failure(error)
    }
    if DurableFiles.status(of: path) == before, ReadingStore.isUnchanging(path, lock) { return try result.get() }
    status = nil
    do {
      store = try LedgerFile.beside(path)
    } catch let fault as StoreFault {
      throw fault
    } catch {
      throw StoreFault(.damaged, "\(error)")
    }
    return try await call(store)
  }

  package func last() async throws(StoreFault) -> LedgerRow? {
    try await settled { (store) throws(StoreFault) in try await store.last() }
  }

  package func rows(_ query: RowQuery, limit: Int) async throws(StoreFault) -> [LedgerRow] {
    try await settled { (store) throws(StoreFault) in try await store.rows(query, limit: limit) }
  }

  /// - Throws: always; who reads removes nothing.
  package func removeContents(of sequences: [Int64]) async throws(StoreFault) {
    throw StoreFault(.unreachable, "the ledger was opened for reading")
  }

  package func contents(of sequences: [Int64]) async throws(StoreFault) -> [Int64: [UInt8]] {
    try await settled { (store) throws(StoreFault) in try await store.contents(of: sequences) }
  }

  package func contentSizes(of sequences: [Int64]) async throws(StoreFault) -> [Int64: Int] {
    try await settled { (store) throws(StoreFault) in try await store.contentSizes(of: sequences) }
  }

  /// Pieces may come again from the first, where somebody began to write meanwhile; the digest tells.
  package func eachContentPiece(
    of sequence: Int64, _ body: @escaping @Sendable ([UInt8]) -> Void
  ) async throws(StoreFault) {
    try await settled { (store) throws(StoreFault) in try await store.eachContentPiece(of: sequence, body) }
  }

  package func receipt(_ number: Int) async throws(StoreFault) -> [UInt8]? {
    try await settled { (store) throws(StoreFault) in try await store.receipt(number) }
  }

  package func damages() async throws(StoreFault) -> [LedgerDamage] {
    try await settled { (store) throws(StoreFault) in try await store.damages() }
  }

  /// Never: whoever reads does not write.
  package func append(_ additions: [LedgerAddition], after head: LedgerHead) async throws(StoreFault) {
    throw StoreFault(.unreachable, "the ledger was opened for reading")
  }
}
