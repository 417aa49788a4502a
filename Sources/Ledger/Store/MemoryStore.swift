import ReportingModel
private import Synchronization

/// A store that lives as long as its owner: for checks against nothing, and for tests.
package final class MemoryStore: LedgerStore {
  private let additions = Mutex<[LedgerAddition]>([])

  package init() {}

  package func last() async throws(StoreFault) -> LedgerRow? { additions.withLock { $0.last?.row } }

  package func rows(_ query: RowQuery, limit: Int) async throws(StoreFault) -> [LedgerRow] {
    additions.withLock { additions in
      Array(additions.lazy.map(\.row).filter(query.asksFor).prefix(limit))
    }
  }

  package func append(_ new: [LedgerAddition], after head: LedgerHead) async throws(StoreFault) {
    let isNext = additions.withLock { additions in
      guard (additions.last?.row).map({ LedgerHead(sequence: $0.sequence, digest: $0.digest) }) ?? .empty == head else {
        return false
      }
      additions += new
      return true
    }
    guard isNext else { throw StoreFault(.overtaken, "the ledger does not end at \(head.sequence)") }
  }

  package func contents(of sequences: [Int64]) async throws(StoreFault) -> [Int64: [UInt8]] {
    additions.withLock { additions in
      var found: [Int64: [UInt8]] = [:]
      for sequence in sequences where (1...Int64(additions.count)).contains(sequence) {
        found[sequence] = additions[Int(sequence) - 1].content
      }
      return found
    }
  }

  package func receipt(_ number: Int) async throws(StoreFault) -> [UInt8]? {
    additions.withLock { $0.first { $0.row.receipt == number }?.receipt }
  }
}

extension RowQuery {
  /// Whether a row is one of those asked for.
  fileprivate func asksFor(_ row: LedgerRow) -> Bool {
    range.contains(row.sequence) && (kinds?.contains(row.kind) ?? true) && (unit == nil || row.unit == unit)
      && (period == nil || row.period == period) && (receipt == nil || row.receipt == receipt)
  }
}
