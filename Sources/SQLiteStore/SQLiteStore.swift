private import Dispatch
package import Ledger
import ReportingModel

/// The rows of a ledger in one SQLite file: append-only by triggers, durable on commit.
///
/// SQLite blocks, so its calls run one after the other on a queue of their own and never on the pool of tasks.
package final class SQLiteStore: LedgerStore {
  private let box: Box
  private let queue = DispatchQueue(label: "ledger")
  /// A copy that was made to be read, and goes away with the store.
  private let temporary: TemporaryCopy?

  /// The connection, touched only on the queue.
  private final class Box: @unchecked Sendable {
    var connection: SQLiteConnection?
    init(_ connection: SQLiteConnection) { self.connection = connection }
  }

  init(_ connection: SQLiteConnection, temporary: TemporaryCopy? = nil) {
    box = Box(connection)
    self.temporary = temporary
  }

  /// Lets go of the file: what the log holds is moved into it, unless somebody still reads.
  package func close() async {
    let box = box
    await withCheckedContinuation { continuation in
      queue.async {
        box.connection = nil
        continuation.resume()
      }
    }
  }

  func onQueue<Value: Sendable>(
    _ body: @escaping @Sendable (SQLiteConnection) throws(StoreFault) -> Value
  ) async throws(StoreFault) -> Value {
    let box = box
    let result: Result<Value, StoreFault> = await withCheckedContinuation { continuation in
      queue.async {
        continuation.resume(
          returning: Result { () throws(StoreFault) in
            guard let connection = box.connection else { throw StoreFault(.unreachable, "the ledger was closed") }
            return try body(connection)
          })
      }
    }
    return try result.get()
  }

  package func last() async throws(StoreFault) -> LedgerRow? {
    try await onQueue { (connection) throws(StoreFault) in try connection.last() }
  }

  package func rows(_ query: RowQuery, limit: Int) async throws(StoreFault) -> [LedgerRow] {
    try await onQueue { (connection) throws(StoreFault) in
      var rows: [LedgerRow] = []
      rows.reserveCapacity(min(limit, 1024))
      let (sql, values) = SQLiteStore.statement(query, limit: limit)
      try connection.rows(sql, values) { (row) throws(StoreFault) in rows.append(row.ledgerRow) }
      return rows
    }
  }

  private static func statement(_ query: RowQuery, limit: Int) -> (sql: String, values: [SQLiteValue]) {
    var conditions = ["sequence BETWEEN ? AND ?"]
    var values: [SQLiteValue] = [.integer(query.range.lowerBound), .integer(query.range.upperBound)]
    if let kinds = query.kinds {
      conditions.append("kind IN (\(kinds.map { _ in "?" }.joined(separator: ", ")))")
      values += kinds.sorted().map { .text($0) }
    }
    if let unit = query.unit {
      conditions.append("unit = ?")
      values.append(.text(unit))
    }
    if let period = query.period {
      conditions.append("period = ?")
      values.append(.text(period))
    }
    if let receipt = query.receipt {
      conditions.append("receipt = ?")
      values.append(.integer(Int64(receipt)))
    }
    let sql = """
      SELECT \(SQLiteRow.ledgerColumns) FROM entry
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY sequence LIMIT ?
      """
    return (sql, values + [.integer(Int64(limit))])
  }

  package func append(_ additions: [LedgerAddition], after head: LedgerHead) async throws(StoreFault) {
    try await onQueue { (connection) throws(StoreFault) in
      try connection.transaction { () throws(StoreFault) in
        let last = try connection.last().map { LedgerHead(sequence: $0.sequence, digest: $0.digest) } ?? .empty
        guard last == head else { throw StoreFault(.overtaken, "the ledger ends at \(last.sequence)") }
        for addition in additions { try connection.insert(addition) }
      }
    }
  }

  package func contents(of sequences: [Int64]) async throws(StoreFault) -> [Int64: [UInt8]] {
    try await onQueue { (connection) throws(StoreFault) in
      var found: [Int64: [UInt8]] = [:]
      for sequence in sequences {
        found[sequence] = try connection.first(
          "SELECT bytes FROM content WHERE sequence = ?", [.integer(sequence)]
        ) { (row) throws(StoreFault) in row.bytes(0) }
      }
      return found
    }
  }

  package func removeContents(of sequences: [Int64]) async throws(StoreFault) {
    try await onQueue { (connection) throws(StoreFault) in
      // What is deleted is overwritten, in the file and in its log.
      try connection.execute("PRAGMA secure_delete = ON")
      try connection.transaction { () throws(StoreFault) in
        for sequence in sequences {
          try connection.run("DELETE FROM content WHERE sequence = ?", [.integer(sequence)])
        }
      }
      try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  package func contentSizes(of sequences: [Int64]) async throws(StoreFault) -> [Int64: Int] {
    try await onQueue { (connection) throws(StoreFault) in
      var found: [Int64: Int] = [:]
      for sequence in sequences {
        found[sequence] = try connection.first(
          "SELECT length(bytes) FROM content WHERE sequence = ?", [.integer(sequence)]
        ) { (row) throws(StoreFault) in Int(row.integer(0)) }
      }
      return found
    }
  }

  package func eachContentPiece(
    of sequence: Int64, _ body: @escaping @Sendable ([UInt8]) -> Void
  ) async throws(StoreFault) {
    try await onQueue { (connection) throws(StoreFault) in
      let isThere = try connection.first(
        "SELECT 1 FROM content WHERE sequence = ?", [.integer(sequence)]
      ) { (_) throws(StoreFault) in true }
      guard isThere == true else { return }
      let blob = try SQLiteBlob(of: "content", "bytes", row: sequence, on: connection, forWriting: false)
      var offset = 0
      while offset < blob.count {
        let piece = try blob.read(from: offset, count: min(256 << 10, blob.count - offset))
        offset += piece.count
        body(piece)
      }
    }
  }

  package func receipt(_ number: Int) async throws(StoreFault) -> [UInt8]? {
    try await onQueue { (connection) throws(StoreFault) in
      try connection.first("SELECT json FROM receipt WHERE number = ?", [.integer(Int64(number))]) {
        (row) throws(StoreFault) in row.bytes(0)
      }
    }
  }

  package func damages() async throws(StoreFault) -> [LedgerDamage] {
    try await onQueue { (connection) throws(StoreFault) in try connection.damages() }
  }
}

extension SQLiteRow {
  static let ledgerColumns = "sequence, kind, unit, period, receipt, line, digest"

  /// The row of `ledgerColumns`.
  var ledgerRow: LedgerRow {
    LedgerRow(
      sequence: integer(0), kind: text(1), unit: isNull(2) ? nil : text(2), period: isNull(3) ? nil : text(3),
      receipt: isNull(4) ? nil : Int(integer(4)), line: bytes(5),
      digest: Digest(bytes: bytes(6)) ?? .zero)
  }
}

extension SQLiteConnection {
  func last() throws(StoreFault) -> LedgerRow? {
    try first("SELECT \(SQLiteRow.ledgerColumns) FROM entry ORDER BY sequence DESC LIMIT 1") {
      (row) throws(StoreFault) in row.ledgerRow
    }
  }

  fileprivate func insert(_ addition: LedgerAddition) throws(StoreFault) {
    let row = addition.row
    try run(
      "INSERT INTO entry (\(SQLiteRow.ledgerColumns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(row.sequence), .text(row.kind), SQLiteValue(row.unit), SQLiteValue(row.period),
        SQLiteValue(row.receipt), .utf8(row.line), .blob(row.digest.bytes),
      ])
    if let content = addition.content {
      try insert(content, of: row.sequence)
    }
    if let receipt = addition.receipt {
      guard let number = row.receipt else { throw StoreFault(.inputOutput, "row \(row.sequence) is no delivery") }
      try run("INSERT INTO receipt (number, json) VALUES (?, ?)", [.integer(Int64(number)), .utf8(receipt)])
    }
  }

  /// A content that is small goes in at once; of a large one the place is made first, and filled piece by piece.
  private func insert(_ content: KeptContent, of sequence: Int64) throws(StoreFault) {
    let statement = "INSERT INTO content (sequence, bytes) VALUES (?, ?)"
    guard content.count > SQLiteConnection.largeBlob else {
      return try run(statement, [.integer(sequence), .blob(content.bytes)])
    }
    try run(statement, [.integer(sequence), .zeros(content.count)])
    let blob = try SQLiteBlob(of: "content", "bytes", row: sequence, on: self)
    var written = 0
    try content.eachPiece { (piece) throws(StoreFault) in
      guard written + piece.count <= content.count else { throw StoreFault(.inputOutput, "a content has changed") }
      try blob.write(piece, at: written)
      written += piece.count
    }
    guard written == content.count else { throw StoreFault(.inputOutput, "a content cannot be read again") }
  }
}
