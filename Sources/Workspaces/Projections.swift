import DurableFiles
import Ledger
import Register
import ReportingModel

/// `projections/`: what spares a reading of every entry, and can be made again of them (<doc:record#Projections>). Only writers
/// write it, after their commit; it is not made durable, for what a crash takes of it is not missed.
struct Projections: Sendable {
  private let folder: String
  private var file: String { folder + "/register" }

  init(folder: String) {
    self.folder = folder
  }

  /// What lies there; `nil` where nothing does or it cannot be read.
  func register() -> RegisterProjection? {
    guard let file = try? OpenFile(file) else { return nil }
    // A writer may add to it meanwhile: what was there when it was opened is whole or not taken.
    return (try? file.bytes(from: 0, count: Int(file.status.size))).map { RegisterProjection($0) }
  }

  /// Puts a segment behind those before it, and cuts off whatever lay there.
  func append(_ segment: [UInt8], at offset: Int) throws(FileFault) {
    try DurableFiles.makeFolder(folder)
    try DurableFiles.overwrite(file, with: segment, from: offset)
  }

  /// Takes it away: what a purge removes must not be read here either.
  func remove() throws(FileFault) {
    guard DurableFiles.exists(file) else { return }
    try DurableFiles.remove(file)
    try DurableFiles.syncFolder(folder)
  }
}

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
