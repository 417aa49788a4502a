import DurableFiles
import Inbox
package import Receipts
import ReportingModel
package import Workspaces

/// Takes in what arrives in the inbox, for as long as it is asked to look.
///
/// Whoever drives it decides when, from events and from what the last look returned. Faults keep files where they are, are told once,
/// and are tried again with growing pauses.
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

  private let rounds: InboxRounds
  private var pauses = Pauses()
  /// All troubles there are, in the order in which they were found.
  package private(set) var troubles: [InboxTrouble] = []

  package init(_ writer: Writer) {
    rounds = InboxRounds(writer)
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
        let round = try await rounds.round(
          occasion, now: now, isStopping: isStopping, allows: { pauses.allow($0, now: now) }
        ) { try each($0, clock() - now) }
        _ = pauses.worked(InboxWatch.road)
        found = InboxTrouble.all(in: round)
        look.folders = round.folders
        look.nextChange = min(look.nextChange, round.nextChange ?? InboxWatch.longestPause)
        settle(round, now: clock())
      } else {
        found = troubles
      }
    } catch {
      guard let trouble = InboxTrouble(stopping: error) else { throw error }
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

  private static let road = ""

  private func settle(_ round: InboxRounds.Round, now: Int64) {
    pauses.keep(round.paths)
    let failed = Set(round.refusals.map(\.delivery.path))
    for path in failed { _ = pauses.failed(path, now: now) }
    for path in round.paths where !failed.contains(path) && pauses.allow(path, now: now) { _ = pauses.worked(path) }
  }
}
