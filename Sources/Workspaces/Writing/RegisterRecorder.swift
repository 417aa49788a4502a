import DurableFiles
import Ledger
import Register
import ReportingModel

/// The projection as a writer carries it on.
struct RegisterRecorder {
  private let projections: Projections
  /// The entry that it ends with, and the bytes up to there.
  private var head: LedgerHead
  private var end: Int
  /// It could not be written. Nothing depends on it: who reads next follows the chain from where it ends.
  private var isStuck = false

  /// - Parameter projection: what was taken, of a ledger that ends there.
  init(_ projections: Projections, after projection: RegisterProjection?, in ledger: Ledger, to end: LedgerHead) async {
    self.projections = projections
    let segment = try? await projection?.last(in: ledger, endingAt: end.sequence)
    head = segment?.head ?? .empty
    self.end = segment?.end ?? 0
    await catchUp(with: ledger, to: end)
  }

  /// Adds what the ledger has and the projection lacks.
  private mutating func catchUp(with ledger: Ledger, to last: LedgerHead) async {
    while head.sequence < last.sequence, !isStuck {
      let lines = (try? await ledger.lines(from: head.sequence + 1, through: last.sequence)) ?? []
      let entries = lines.compactMap { try? LedgerEntry(stored: $0) }
      guard !entries.isEmpty, entries.count == lines.count else {
        isStuck = true
        return
      }
      add(entries)
    }
  }

  /// Adds entries that were written after those that it holds.
  mutating func add(_ entries: [LedgerEntry], summaries: (Int64) -> ContentSummary? = { _ in nil }) {
    guard !isStuck, let last = entries.last, entries.first?.previous == head.digest else { return }
    let segment = RegisterProjection.segment(of: entries, after: head, summaries: summaries)
    do throws(FileFault) {
      try projections.append(segment, at: end)
      head = last.head
      end += segment.count
    } catch {
      isStuck = true
    }
  }

  /// Makes it anew, after what it was made of has changed.
  mutating func restart(with ledger: Ledger, to last: LedgerHead) async throws(FileFault) {
    try projections.remove()
    head = .empty
    end = 0
    await catchUp(with: ledger, to: last)
  }
}
