import Bundles
import DurableFiles
import Inbox
package import Receipts
import ReportingModel
import Settings
package import Workspaces

/// Takes in what arrives in the inbox, for as long as it is asked to look.
///
/// It looks through the inbox whole each time; whoever drives it decides when, from events and from what the last look
/// returned. Faults keep files where they are, are told once, and are tried again with growing pauses.
package final class InboxWatch {
  /// What one look did.
  package struct Look: Sendable {
    /// Troubles that were not there at the look before, and those that have gone since.
    package var begun: [InboxTrouble] = []
    package var ended: [InboxTrouble] = []
    /// Milliseconds until something may change without any event.
    package var nextChange: Int64 = InboxWatch.longestPause
    /// The folders to listen to.
    package var folders: [String] = []
  }

  /// File systems of other machines send no events, so the inbox is looked through at least this often.
  package static let longestPause: Int64 = 30_000

  private let writer: Writer
  private var workspace: Workspace { writer.workspace }
  private var tracker: StabilityTracker
  private var pauses = Pauses()
  private var ingestion: Ingestion?
  /// Files of the check folder as they were when their receipts were written.
  private var checked: [String: FileStatus] = [:]
  /// All troubles there are, in the order in which they were found.
  package private(set) var troubles: [InboxTrouble] = []

  package init(_ writer: Writer) {
    self.writer = writer
    tracker = StabilityTracker(StabilityTracker.Patience(writer.workspace.serviceSettings))
  }

  /// Looks through the inbox once and takes in what is ready.
  /// - Parameters:
  ///   - clock: milliseconds of a clock that only goes forward.
  ///   - each: called with every receipt after it is durable, with the milliseconds since its file was ready.
  /// - Throws: only defects; what the system refuses becomes a trouble.
  package func look(
    _ occasion: Occasion, clock: () -> Int64, isStopping: () -> Bool, each: (Receipt, Int64) throws -> Void
  ) async throws -> Look {
    var look = Look()
    var found: [InboxTrouble] = []
    let now = clock()
    do {
      if pauses.allow(InboxWatch.road, now: now) {
        try await pass(occasion, now, clock, isStopping, &look, &found, each)
        _ = pauses.worked(InboxWatch.road)
      } else {
        found = troubles
      }
    } catch {
      guard let trouble = InboxTrouble(stopping: error) else { throw error }
      // What the spoiled value knows may be ahead of the ledger.
      ingestion = nil
      _ = pauses.failed(InboxWatch.road, now: clock())
      found.append(trouble)
    }
    look.nextChange = min(look.nextChange, pauses.nextTry(now: clock()) ?? InboxWatch.longestPause)
    let before = Set(troubles.map(\.path))
    let after = Set(found.map(\.path))
    look.begun = found.filter { !before.contains($0.path) }
    look.ended = troubles.filter { !after.contains($0.path) }
    troubles = found
    return look
  }

  /// Lets others write who wait for it; the next look goes by what the record is then.
  package func giveWay(clock: () -> Int64, isStopping: () -> Bool, pause: () async -> Void) async throws {
    try await writer.giveWay(clock: clock, isStopping: isStopping, pause: pause)
    ingestion = nil
    // What is refused here is refused to the next look too, which tells of it and tries again.
    try? await writer.reload()
  }

  private static let road = ""

  private func pass(
    _ occasion: Occasion, _ now: Int64, _ clock: () -> Int64, _ isStopping: () -> Bool, _ look: inout Look,
    _ found: inout [InboxTrouble], _ each: (Receipt, Int64) throws -> Void
  ) async throws {
    var refusals: [(Delivery, FileFault)] = []
    let refused = { (delivery: Delivery, fault: FileFault) in refusals.append((delivery, fault)) }
    let ingestion = try await readyIngestion(occasion, refused: refused) { try each($0, clock() - now) }
    let scan = try InboxScan(of: workspace.inbox, checkFolder: Workspace.checkFolder)
    look.folders = scan.folders
    found += scan.passed.map { InboxTrouble($0) }

    let state = tracker.look(at: scan.files + scan.checks, now: now) { isWhole($0, refused) }
    found += state.overdue.map { InboxTrouble(unfinished: $0.file, waited: $0.waited) }
    look.nextChange = min(look.nextChange, state.nextChange ?? InboxWatch.longestPause)

    let ready = state.ready.filter { pauses.allow($0.delivery.path, now: now) }
    let deliveries = ready.filter(\.delivery.isInInbox).map(\.delivery)
    try await ingestion.ingest(deliveries, occasion, isStopping: isStopping, refused: refused) {
      try each($0, clock() - now)
    }
    for file in ready where file.isMarked && file.delivery.isInInbox && !DurableFiles.exists(file.delivery.path) {
      try? DurableFiles.remove(file.delivery.path + InboxScan.marker)
    }
    try await check(ready.filter { !$0.delivery.isInInbox }, occasion, ingestion, refused) {
      try each($0, clock() - now)
    }

    found += refusals.map { InboxTrouble($1, path: $0.path) }
    settle(scan, refusals, now: clock())
  }

  /// The ingestion of this look; a new one first finishes what was left unfinished.
  private func readyIngestion(
    _ occasion: Occasion, refused: Ingestion.Refusal, each: (Receipt) throws -> Void
  ) async throws -> Ingestion {
    if let ingestion {
      if ingestion.hasClaims { try await ingestion.resume(occasion, refused: refused, each: each) }
      return ingestion
    }
    try await writer.reload()
    let made = try Ingestion(writer)
    try await made.resume(occasion, refused: refused, each: each)
    ingestion = made
    return made
  }

  /// Whether a file that stands still has its end; a file that cannot be read is not taken, and told about.
  private func isWhole(_ file: InboxScan.File, _ refused: (Delivery, FileFault) -> Void) -> Bool? {
    do throws(FileFault) {
      let ends = try DurableFiles.ends(
        of: file.delivery.path, head: BundleCompleteness.headCount, tail: BundleCompleteness.tailCount)
      return BundleCompleteness.isWhole(head: ends.head, tail: ends.tail, size: file.status.size)
    } catch {
      if !error.isMissing { refused(file.delivery, error) }
      return nil
    }
  }

  /// Writes the receipts of files to be checked that are new or have changed.
  private func check(
    _ files: [InboxScan.File], _ occasion: Occasion, _ ingestion: Ingestion, _ refused: Ingestion.Refusal,
    each: (Receipt) throws -> Void
  ) async throws {
    checked = checked.filter { path, _ in files.contains { $0.delivery.path == path } }
    for file in files where checked[file.delivery.path] != file.status {
      try await ingestion.check([file.delivery], occasion, refused: refused, each: each)
      checked[file.delivery.path] = file.status
    }
  }

  private func settle(_ scan: InboxScan, _ refusals: [(Delivery, FileFault)], now: Int64) {
    let paths = scan.files + scan.checks
    pauses.keep(Set(paths.map(\.delivery.path)))
    let failed = Set(refusals.map(\.0.path))
    for path in failed { _ = pauses.failed(path, now: now) }
    for file in paths where !failed.contains(file.delivery.path) && pauses.allow(file.delivery.path, now: now) {
      _ = pauses.worked(file.delivery.path)
    }
  }
}

extension StabilityTracker.Patience {
  fileprivate init(_ service: ServiceSettings) {
    // A file that has stood for an hour without its end gets none any more.
    let most = min(Int64(service.patienceSeconds), 3600) * 1000
    self.init(quiet: Int64(service.quietSeconds) * 1000, told: min(60_000, most), most: most)
  }
}
