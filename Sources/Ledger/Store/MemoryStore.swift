import ReportingModel
private import Synchronization

/// A store that lives as long as its owner: for checks against nothing, and for tests.
package final class MemoryStore: LedgerStore {
  private let kept = Mutex(Kept())

  /// What is kept; a value, so that a batch that is refused halfway leaves nothing behind.
  fileprivate struct Kept {
    var rows: [LedgerRow] = []
    var digests: Set<Digest> = []
    var contents: [Int64: [UInt8]] = [:]
    /// By number; `nil` inside for a delivery that came without.
    var receipts: [Int: [UInt8]?] = [:]
  }

  package init() {}

  package func last() async throws(StoreFault) -> LedgerRow? { kept.withLock { $0.rows.last } }

  package func rows(_ query: RowQuery, limit: Int) async throws(StoreFault) -> [LedgerRow] {
    kept.withLock { Array($0.rows.lazy.filter(query.asksFor).prefix(limit)) }
  }

  package func append(_ additions: [LedgerAddition], after head: LedgerHead) async throws(StoreFault) {
    let fault: StoreFault? = kept.withLock { kept in
      let last = kept.rows.last.map { LedgerHead(sequence: $0.sequence, digest: $0.digest) } ?? .empty
      guard last == head else { return StoreFault(.overtaken, "the ledger ends at \(last.sequence)") }
      var longer = kept
      for addition in additions {
        guard longer.take(addition) else {
          return StoreFault(.inputOutput, "row \(addition.row.sequence) cannot follow")
        }
      }
      kept = longer
      return nil
    }
    if let fault { throw fault }
  }

  package func contents(of sequences: [Int64]) async throws(StoreFault) -> [Int64: [UInt8]] {
    kept.withLock { kept in
      sequences.reduce(into: [:]) { found, sequence in found[sequence] = kept.contents[sequence] }
    }
  }

  package func removeContents(of sequences: [Int64]) async throws(StoreFault) {
    kept.withLock { kept in for sequence in sequences { kept.contents[sequence] = nil } }
  }

  package func receipt(_ number: Int) async throws(StoreFault) -> [UInt8]? {
    kept.withLock { $0.receipts[number] ?? nil }
  }

  package func damages() async throws(StoreFault) -> [LedgerDamage] { [] }
}

extension MemoryStore.Kept {
  /// Takes a row and what is kept beside it; `false` where it cannot follow.
  fileprivate mutating func take(_ addition: LedgerAddition) -> Bool {
    let row = addition.row
    guard row.sequence == (rows.last?.sequence ?? 0) + 1, digests.insert(row.digest).inserted,
      addition.content == nil || row.kind == EventKind.submission.rawValue
    else { return false }
    if let number = row.receipt {
      guard number > 0, receipts.updateValue(addition.receipt, forKey: number) == nil else { return false }
    } else if addition.receipt != nil {
      return false
    }
    rows.append(row)
    if let content = addition.content { contents[row.sequence] = content.bytes }
    return true
  }
}

extension RowQuery {
  /// Whether a row is one of those asked for.
  fileprivate func asksFor(_ row: LedgerRow) -> Bool {
    range.contains(row.sequence) && (kinds?.contains(row.kind) ?? true) && (unit == nil || row.unit == unit)
      && (period == nil || row.period == period) && (receipt == nil || row.receipt == receipt)
  }
}
