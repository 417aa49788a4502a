package import ReportingModel

/// Why a workspace cannot be used; the commands turn it into one line and an exit status
/// (<doc:commands#Exit-statuses>).
package enum WorkspaceProblem: Error, Sendable {
  /// No workspace lies there.
  case missing(String)
  case exists(String)
  /// Another process writes to it.
  case locked(String)
  case configuration(String)
  case unknownRegime(String)
  /// A template that comes with a regime cannot be used.
  case template(name: String, reason: String)
  /// No registry was imported yet.
  case noRegistry
  /// The sequence asked for lies beyond the ledger's end.
  case beyondEnd(asked: Int64, last: Int64)
  /// A registry or regime file has errors.
  case refused([Finding])
}
