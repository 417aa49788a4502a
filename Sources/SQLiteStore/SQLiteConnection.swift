private import CSQLite
import Ledger

/// One connection to a database file; whoever holds it uses it from one thread at a time.
@safe final class SQLiteConnection {
  fileprivate let handle: OpaquePointer
  private let path: String
  /// Prepared once, used again and again.
  private var statements: [String: SQLiteStatement] = [:]

  enum Access {
    /// A file that is made when it is not there.
    case making
    case writing
    /// Through the shared memory of whoever writes.
    case reading
    /// A file that nobody writes to: no lock is taken, and nothing beside it is looked for or made.
    case immutable
  }

  /// - Parameter path: a file, or `:memory:`.
  init(_ path: String, _ access: Access) throws(StoreFault) {
    let flags =
      switch access {
      case .making: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .writing: SQLITE_OPEN_READWRITE
      case .reading, .immutable: SQLITE_OPEN_READONLY
      }
    let name = access == .immutable ? "file:\(SQLiteConnection.escaped(path))?immutable=1" : path
    let uri = access == .immutable ? SQLITE_OPEN_URI : 0
    var opened: OpaquePointer?
    let status = unsafe sqlite3_open_v2(name, &opened, flags | uri | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard let handle = unsafe opened else { throw StoreFault(.inputOutput, "\(path): SQLite has no memory") }
    unsafe self.handle = handle
    self.path = path
    guard status == SQLITE_OK else {
      let fault = fault()
      unsafe sqlite3_close_v2(handle)
      throw fault
    }
    // Another process may write for a moment: wait for it rather than fail.
    unsafe sqlite3_busy_timeout(handle, 5000)
  }

  /// A path in a URI: what has a meaning there is written as its bytes.
  private static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.map { byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
        String(UnicodeScalar(byte))
      default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }.joined()
  }

  deinit {
    statements = [:]
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs statements that give no rows.
  func execute(_ sql: String) throws(StoreFault) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw fault() }
  }

  /// Runs a statement once for its effect.
  func run(_ sql: String, _ values: [SQLiteValue] = []) throws(StoreFault) {
    try rows(sql, values) { (_) throws(StoreFault) in }
  }

  /// Hands over the rows of a query one by one.
  func rows(
    _ sql: String, _ values: [SQLiteValue] = [], _ body: (borrowing SQLiteRow) throws(StoreFault) -> Void
  ) throws(StoreFault) {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values, on: self)
    while try statement.step(on: self) { try body(SQLiteRow(statement)) }
  }

  /// The first row of a query, made into a value.
  func first<Value>(
    _ sql: String, _ values: [SQLiteValue] = [], _ make: (borrowing SQLiteRow) throws(StoreFault) -> Value
  ) throws(StoreFault) -> Value? {
    let statement = try statement(sql)
    defer { statement.reset() }
    try statement.bind(values, on: self)
    return try statement.step(on: self) ? try make(SQLiteRow(statement)) : nil
  }

  /// All of it happens, durably, or nothing.
  func transaction<Value>(_ body: () throws(StoreFault) -> Value) throws(StoreFault) -> Value {
    try execute("BEGIN IMMEDIATE")
    do throws(StoreFault) {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // Some faults end the transaction by themselves.
      if unsafe sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  private func statement(_ sql: String) throws(StoreFault) -> SQLiteStatement {
    if let known = statements[sql] { return known }
    let made = try SQLiteStatement(sql, on: self)
    statements[sql] = made
    return made
  }

  /// What the last call came to.
  func fault() -> StoreFault {
    let text = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? "SQLite"
    let code = unsafe sqlite3_extended_errcode(handle)
    let kind: StoreFault.Kind =
      switch code & 0xFF {
      case SQLITE_FULL: .full
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH, SQLITE_READONLY: .unreachable
      default: .inputOutput
      }
    return StoreFault(kind, "\(path): \(text) (\(code))")
  }
}

/// A prepared statement.
@safe final class SQLiteStatement {
  fileprivate let handle: OpaquePointer

  fileprivate init(_ sql: String, on connection: SQLiteConnection) throws(StoreFault) {
    var prepared: OpaquePointer?
    let status = unsafe sqlite3_prepare_v3(
      connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard status == SQLITE_OK, let handle = unsafe prepared else { throw connection.fault() }
    unsafe self.handle = handle
  }

  deinit { unsafe sqlite3_finalize(handle) }

  fileprivate func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }

  fileprivate func bind(_ values: [SQLiteValue], on connection: SQLiteConnection) throws(StoreFault) {
    for (index, value) in values.enumerated() {
      guard unsafe value.bind(to: handle, at: Int32(index + 1)) == SQLITE_OK else { throw connection.fault() }
    }
  }

  /// Whether there is a row.
  fileprivate func step(on connection: SQLiteConnection) throws(StoreFault) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw connection.fault()
    }
  }
}

/// A value that a statement takes.
enum SQLiteValue {
  case null
  case integer(Int64)
  case text(String)
  /// A text as bytes of UTF-8.
  case utf8([UInt8])
  case blob([UInt8])

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }

  fileprivate func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch self {
    case .null: unsafe sqlite3_bind_null(statement, index)
    case .integer(let value): unsafe sqlite3_bind_int64(statement, index, value)
    case .text(let text):
      unsafe csqlite_bind_text(statement, index, text, UInt64(text.utf8.count))
    case .utf8(let bytes):
      unsafe bytes.withUnsafeBytes {
        unsafe csqlite_bind_text(
          statement, index, $0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt64($0.count))
      }
    case .blob(let bytes):
      unsafe bytes.withUnsafeBytes { unsafe csqlite_bind_blob(statement, index, $0.baseAddress, UInt64($0.count)) }
    }
  }
}

/// The row that a statement stands on.
struct SQLiteRow: ~Copyable {
  private let statement: SQLiteStatement

  fileprivate init(_ statement: SQLiteStatement) {
    self.statement = statement
  }

  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement.handle, column) }

  func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(statement.handle, column) == SQLITE_NULL }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes of a blob or a text.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = unsafe sqlite3_column_blob(statement.handle, column) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(statement.handle, column))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}
