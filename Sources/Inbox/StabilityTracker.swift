import DurableFiles

/// Tells which files of an inbox nobody is writing to any more: those whose name, size, times and inode have stood still.
///
/// Modification times alone tell nothing, since many programs set them back to those of the original; when a file was last changed
/// nobody can set back. The tracker takes the times as arguments and reads nothing itself.
package struct StabilityTracker: Sendable {
  /// Milliseconds.
  package struct Patience: Sendable {
    /// How long a file stands still before it is looked into.
    package var quiet: Int64
    /// How long a file that is not ready is waited for before somebody is told.
    package var told: Int64
    /// How long a file that does not look whole stands still before it is taken as it is.
    package var most: Int64

    package init(quiet: Int64 = 2000, told: Int64 = 60_000, most: Int64 = 3_600_000) {
      self.quiet = quiet
      self.told = told
      self.most = most
    }
  }

  /// What became of one look.
  package struct Look: Sendable {
    /// Ready to be taken, in the order given.
    package var ready: [InboxScan.File] = []
    /// Not ready.
    package var waiting: [Waiting] = []
    /// When a file may become ready, or be told about, without any event; `nil` when none is waiting.
    package var nextChange: Int64?
  }

  package struct Waiting: Sendable {
    package var file: InboxScan.File
    /// It has stood still and has no end yet; else somebody may be writing to it.
    package var isStill: Bool
    /// Milliseconds since it was first seen or last changed, whichever is longer ago.
    package var waited: Int64
    /// It is not ready for so long that somebody should know.
    package var isOverdue: Bool
  }

  private struct Watched {
    var status: FileStatus
    var firstSeen: Int64
    var still: Int64
    /// What was found in it since it stands still.
    var isWhole: Bool?
  }

  private let patience: Patience
  private var watched: [String: Watched] = [:]

  package init(_ patience: Patience = Patience()) {
    self.patience = patience
  }

  /// Compares what lies there now with what lay there before.
  /// - Parameters:
  ///   - now: milliseconds of a clock that only goes forward.
  ///   - realTime: nanoseconds since 1970 by the clock that the files' times are of; `nil` where they are of another machine's.
  ///   - isWhole: looks into a file that has stood still; `nil` when it cannot be told and must be asked again.
  package mutating func look(
    at files: [InboxScan.File], now: Int64, realTime: Int64? = nil, isWhole: (InboxScan.File) -> Bool?
  ) -> Look {
    var result = Look()
    var next: [String: Watched] = [:]
    for file in files {
      let path = file.delivery.path
      var entry = watched[path] ?? Watched(status: file.status, firstSeen: now, still: now)
      if entry.status != file.status {
        // Another file under the same name is waited for from its own beginning.
        if entry.status.inode != file.status.inode { entry.firstSeen = now }
        entry.status = file.status
        entry.still = now
        entry.isWhole = nil
      }
      let age = realTime.map { ($0 - file.status.changed) / 1_000_000 } ?? 0
      let stood = max(now - entry.still, age)
      if stood >= patience.quiet, entry.isWhole == nil { entry.isWhole = isWhole(file) }
      next[path] = entry
      let isTaken = file.isMarked || stood >= patience.most || (stood >= patience.quiet && entry.isWhole == true)
      if isTaken, file.status.size > 0 {
        result.ready.append(file)
        continue
      }
      let waited = max(now - entry.firstSeen, stood)
      result.waiting.append(
        Waiting(
          file: file, isStill: stood >= patience.quiet, waited: waited, isOverdue: waited >= patience.told))
      let changes = [patience.quiet - stood, patience.told - waited, patience.most - stood].filter { $0 > 0 }
      if let soonest = changes.min() { result.nextChange = min(result.nextChange ?? soonest, soonest) }
    }
    watched = next
    return result
  }
}
