package import DurableFiles
package import Inbox
package import Receipts
import Register
import ReportingModel
import Settings
package import Workspaces

/// Goes through the inbox time and again and takes in what has come to stand still; `ingest` and `watch` are driven by it alike.
package final class InboxRounds {
  /// What one round found.
  package struct Round {
    /// Left where it is.
    package var passed: [PassedOver] = []
    /// Not ready yet.
    package var waiting: [StabilityTracker.Waiting] = []
    package var refusals: [(delivery: Delivery, fault: FileFault)] = []
    /// The folders to listen to.
    package var folders: [String] = []
    /// Milliseconds until something may change without any event.
    package var nextChange: Int64?
    /// The files that were there and ready or not.
    var paths: Set<String> = []
  }

  private let writer: Writer
  private let patience: StabilityTracker.Patience
  private let stale: Int64
  private var tracker: StabilityTracker
  private var ingestion: Ingestion?
  /// What the writer knows may be ahead of the ledger.
  private var isSpoiled = false
  private var workspace: Workspace { writer.workspace }

  /// How long one run waits for files to stand still, in milliseconds.
  package var longestWait: Int64 { max(1000, 5 * patience.quiet) }

  package init(_ writer: Writer) {
    self.writer = writer
    let service = writer.workspace.serviceSettings
    let patienceMilliseconds = Int64(service.patienceSeconds) * 1000
    patience = StabilityTracker.Patience(
      quiet: Int64(service.quietSeconds) * 1000, told: min(60_000, patienceMilliseconds))
    stale = patienceMilliseconds * 1_000_000
    tracker = StabilityTracker(patience)
  }

  /// Goes through the inbox once.
  /// - Parameters:
  ///   - now: milliseconds of a clock that only goes forward.
  ///   - allows: whether a file may be tried now.
  ///   - each: called with every receipt after it is durable.
  /// - Throws: what stops the whole road; the next round begins anew then.
  package func round(
    _ occasion: Occasion, now: Int64, isStopping: () -> Bool = { false }, allows: (String) -> Bool = { _ in true },
    each: (Receipt) throws -> Void
  ) async throws -> Round {
    do {
      return try await go(occasion, now, isStopping, allows, each)
    } catch {
      (ingestion, isSpoiled) = (nil, true)
      throw error
    }
  }

  /// Lets others write who wait for it; the next round goes by what the record is then.
  func giveWay(clock: () -> Int64, isStopping: () -> Bool, pause: () async -> Void) async throws {
    try await writer.giveWay(clock: clock, isStopping: isStopping, pause: pause)
    // What is refused here is refused to the next round too, which tells of it and tries again.
    (ingestion, isSpoiled) = (nil, (try? await writer.reload()) == nil)
  }

  private func go(
    _ occasion: Occasion, _ now: Int64, _ isStopping: () -> Bool, _ allows: (String) -> Bool,
    _ each: (Receipt) throws -> Void
  ) async throws -> Round {
    var round = Round()
    var refusals: [(delivery: Delivery, fault: FileFault)] = []
    let refused = { (delivery: Delivery, fault: FileFault) in refusals.append((delivery, fault)) }
    let unfinished = Occasion(now: occasion.now)
    let ingestion = try await readyIngestion(unfinished, isStopping, refused, each)

    let inbox = try InboxFolder(workspace.inbox)
    let realTime = DurableFiles.realTime()
    let scan = try InboxScan(of: inbox, checkFolder: Workspace.checkFolder, now: realTime, patience: stale)
    let isOurs = (try? FileSystemFacts(of: workspace.inbox).isRemote) == false
    let look = tracker.look(at: scan.files + scan.checks, now: now, realTime: isOurs ? realTime : nil) {
      isWhole($0, inbox, refused)
    }
    let ready = look.ready.filter { allows($0.delivery.path) }
    let taken = ready.filter(\.delivery.isInInbox)
    try await ingestion.ingest(taken, in: inbox, occasion, isStopping: isStopping, refused: refused, each: each)
    for file in taken where file.isMarked { removeMarker(of: file, in: inbox) }
    let checks = ready.filter { !$0.delivery.isInInbox }
    try await ingestion.check(checks, in: inbox, unfinished, refused: refused, each: each)

    round.passed = scan.passed
    round.waiting = look.waiting
    round.refusals = refusals
    round.folders = scan.folders
    round.nextChange = look.nextChange
    round.paths = Set((scan.files + scan.checks).map(\.delivery.path))
    return round
  }

  /// The ingestion of this round; a new one first finishes what was left unfinished.
  private func readyIngestion(
    _ occasion: Occasion, _ isStopping: () -> Bool, _ refused: Ingestion.Refusal, _ each: (Receipt) throws -> Void
  ) async throws -> Ingestion {
    if let ingestion {
      if ingestion.hasClaims {
        try await ingestion.resume(occasion, isStopping: isStopping, refused: refused, each: each)
      }
      return ingestion
    }
    if isSpoiled { try await writer.reload() }
    isSpoiled = false
    let made = try Ingestion(writer)
    try await made.resume(occasion, isStopping: isStopping, refused: refused, each: each)
    ingestion = made
    return made
  }

  /// Whether a file that stands still has its end; a file that cannot be read is not taken, and told about.
  private func isWhole(
    _ file: InboxScan.File, _ inbox: InboxFolder, _ refused: (Delivery, FileFault) -> Void
  ) -> Bool? {
    do throws(FileFault) {
      return try inbox.isWhole(file, largest: writer.register.settings.limits.archiveBytes)
    } catch {
      if !error.isMissing { refused(file.delivery, error) }
      return nil
    }
  }

  private func removeMarker(of file: InboxScan.File, in inbox: InboxFolder) {
    guard let folder = try? inbox.folder(of: file), folder.status(of: file.delivery.fileName) == nil else { return }
    try? folder.remove(file.delivery.fileName + InboxScan.marker)
  }
}
