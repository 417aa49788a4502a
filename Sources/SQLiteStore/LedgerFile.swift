import DurableFiles
import Ledger

/// Why a file cannot be opened as a ledger.
package enum LedgerFileProblem: Error, Sendable, Hashable {
  /// A file of zero bytes, or one that is no ledger of this program.
  case notALedger(String)
}

/// The ledger's file, opened the way its user may (<doc:record#Reading>).
package enum LedgerFile {
  /// Makes a ledger in a file that is not there yet.
  package static func make(_ path: String) throws -> SQLiteStore {
    // The log and the shared memory beside it get its rights.
    try DurableFiles.write([], to: path, sync: false)
    let connection = try SQLiteConnection(path, .making)
    try connection.makeSchema()
    try connection.prepareWriting()
    return SQLiteStore(connection)
  }

  /// Opens a ledger for the one writer.
  package static func write(_ path: String) throws -> SQLiteStore {
    try checkHead(path)
    let connection = try SQLiteConnection(path, .writing)
    try connection.checkDeclarations()
    try connection.prepareWriting()
    return SQLiteStore(connection)
  }

  /// A file that nobody writes to.
  static func unchanging(_ path: String) throws -> SQLiteStore {
    let connection = try SQLiteConnection(path, .immutable)
    try connection.checkDeclarations()
    return SQLiteStore(connection)
  }

  /// A file that somebody writes to, or that a writer left without closing it.
  static func beside(_ path: String) throws -> SQLiteStore {
    do {
      let connection = try SQLiteConnection(path, .reading)
      try connection.checkDeclarations()
      return SQLiteStore(connection)
    } catch let fault as StoreFault where fault.kind == .unreachable {
      // What the log holds cannot be seen without shared memory, and none can be made here.
      let copy = try TemporaryCopy(of: path)
      let connection = try SQLiteConnection(copy.path, .writing)
      try connection.checkDeclarations()
      return SQLiteStore(connection, temporary: copy)
    }
  }

  /// The first bytes of the file are those of a ledger of ours.
  static func checkHead(_ path: String) throws {
    let head = try DurableFiles.ends(of: path, head: 100, tail: 0).head
    let magic = Array("SQLite format 3\0".utf8)
    let mark = head.count == 100 ? head[68..<72].reduce(Int64(0)) { $0 << 8 | Int64($1) } : 0
    guard head.starts(with: magic), mark == SQLiteSchema.applicationID else {
      throw LedgerFileProblem.notALedger(path)
    }
  }
}

/// A copy of a ledger and its log in a folder that goes away with it.
final class TemporaryCopy: Sendable {
  private let folder: String
  let path: String

  init(of original: String) throws(FileFault) {
    folder = try DurableFiles.makeTemporaryFolder()
    path = folder + "/ledger.sqlite"
    for ending in ["", "-wal"] where DurableFiles.exists(original + ending) {
      try DurableFiles.copy(original + ending, to: path + ending, sync: false)
    }
  }

  deinit {
    for ending in ["", "-wal", "-shm"] { try? DurableFiles.remove(path + ending) }
    try? DurableFiles.removeFolder(folder)
  }
}

extension SQLiteConnection {
  fileprivate func prepareWriting() throws(StoreFault) {
    try execute("PRAGMA journal_mode = WAL")
    // NORMAL lost acknowledged rows in simulated power cuts, FULL none.
    try execute("PRAGMA synchronous = FULL")
    try execute("PRAGMA foreign_keys = ON")
    // A trigger that guards deleting is asked also where a row would be replaced.
    try execute("PRAGMA recursive_triggers = ON")
  }

  fileprivate func checkDeclarations() throws {
    let foreign = try foreignDeclarations()
    guard foreign.isEmpty else {
      let names = foreign.joined(separator: ", ")
      throw LedgerDamage(
        .file, "cấu trúc tệp sổ không như chương trình đã tạo: \(names)",
        "the ledger's file is not declared as the program made it: \(names)")
    }
  }
}
