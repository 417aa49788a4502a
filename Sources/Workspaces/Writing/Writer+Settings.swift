import Ledger
import Register
package import ReportingModel
package import Settings

/// Why something cannot be undone.
package enum UndoingProblem: Error, Sendable, Hashable {
  /// No entry of that sequence is an accepted submission.
  case noSubmission(Int64)
  case withdrawn(Int64)
  /// No delivery brought an object of that digest.
  case noObject(String)
  /// A submission of the object is counted: it is to be withdrawn before.
  case lives(Digest, submission: Int64)
  case purged(Digest)
}

extension Writer {
  /// Records what the office's file says now (<doc:record#Settings>).
  /// - Returns: false when that is what is recorded already; then nothing is.
  /// - Throws: `InForce.UnknownRegime` for a regime that the workspace does not have.
  package func apply(_ settings: OfficeSettings, clock: Instant) async throws -> Bool {
    if let regime = settings.regime { _ = try register.inForce.regime(regime) }
    guard settings != register.settings else { return false }
    try await append([EntryDraft(SettingsEvent(office: settings.json))], clock: clock)
    try resolve()
    return true
  }

  /// Takes an accepted submission back: it lives no more, and the version before lives again (<doc:record#Undoing>).
  /// - Throws: `UndoingProblem`.
  package func withdraw(_ sequence: Int64, reason: String, clock: Instant) async throws {
    guard let (regime, key) = register.place(of: sequence),
      let version = register.book(of: regime).history(key)?.versions.first(where: { $0.sequence == sequence })
    else { throw UndoingProblem.noSubmission(sequence) }
    guard version.withdrawnBy == nil else { throw UndoingProblem.withdrawn(sequence) }
    try await append([EntryDraft(WithdrawalEvent(submission: sequence, reason: reason))], clock: clock)
  }
}
