import Foundation
import Ledger
import StoreConformance
import TestSupport

@testable import SQLiteStore

/// A folder with a ledger file of some rows, closed.
struct LedgerFolder {
  let folder: Folder
  var path: String { folder.path + "/ledger.sqlite" }
  var lock: String { folder.path + "/.lock" }

  /// - Parameter name: of the folder inside, for names that mean something to a URI.
  init(rows: Int64 = 12) async throws {
    folder = try Folder()
    let store = try LedgerFile.make(folder.path + "/ledger.sqlite")
    try await store.append(SampleRows.additions(1...rows), after: .empty)
    await store.close()
  }

  /// Runs statements as a plain shell does: no pragma is set.
  func shell(_ sql: String) throws {
    try SQLiteConnection(path, .writing).execute(sql)
  }

  /// Everything that lies in the three tables.
  func dump() throws -> [String] {
    let connection = try SQLiteConnection(path, .writing)
    var lines: [String] = []
    for columns in [
      "'entry', sequence, kind, unit, period, receipt, line, hex(digest) FROM entry",
      "'content', sequence, hex(bytes), '', '', '', '', '' FROM content",
      "'receipt', number, json, '', '', '', '', '' FROM receipt",
    ] {
      try connection.rows("SELECT \(columns) ORDER BY 2") { row in
        lines.append((0..<8).map { row.text($0) }.joined(separator: "|"))
      }
    }
    return lines
  }

  /// Names and bytes of everything in the folder.
  func files() throws -> [String: Data] {
    Dictionary(uniqueKeysWithValues: try folder.files(below: "").map { ($0, try folder.data($0)) })
  }
}

extension LedgerStore {
  func sequences() async throws -> [Int64] {
    try await rows(RowQuery(1...Int64.max), limit: .max).map(\.sequence)
  }
}
