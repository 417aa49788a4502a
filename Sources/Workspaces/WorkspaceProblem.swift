package import Ledger
package import ReportingModel

/// Why a workspace cannot be used; the commands turn it into one line and an exit status (<doc:commands#Exit-statuses>).
package enum WorkspaceProblem: Error, Sendable {
  /// No workspace lies there.
  case missing(String)
  case exists(String)
  /// What was recorded outside the ledger is there, the ledger is not.
  case lostLedger(String)
  /// The ledger's file has no bytes, or is no ledger of this program.
  case notALedger(String)
  /// The ledger lacks an entry that was known outside it.
  case wentBack(known: LedgerHead, end: LedgerHead)
  /// Another process writes to it, which may have said who it is.
  case locked(String, by: LockHolder?)
  /// Somebody names a moment as the present before which the last entry was not yet recorded.
  case past(Instant, last: Instant)
  /// A template that comes with a regime cannot be used.
  case template(name: String, reason: String)
  /// No registry was imported yet.
  case noRegistry
  /// A registry or regime file has errors.
  case refused([Finding])
}
