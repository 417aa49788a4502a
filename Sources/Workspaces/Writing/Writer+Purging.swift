import DurableFiles
import Hashing
import Ledger
import Register
package import ReportingModel

extension Writer {
  /// Removes bytes that should not be kept: the object, its quarantined copy, and what its submissions said. Entries, digests and
  /// verdicts stay (<doc:record#Undoing>).
  /// - Throws: `UndoingProblem`.
  package func purge(_ digest: Digest, reason: String, clock: Instant) async throws {
    guard register.purges[digest] == nil else { throw UndoingProblem.purged(digest) }
    let deliveries = register.deliveries.filter { $0.value.digest == digest }
    guard !deliveries.isEmpty else { throw UndoingProblem.noObject(digest.description) }
    for regime in register.receivedRegimes {
      for (_, version) in register.book(of: regime).live where deliveries[version.delivery] != nil {
        throw UndoingProblem.lives(digest, submission: version.sequence)
      }
    }
    try await append([EntryDraft(PurgeEvent(digest: digest, reason: reason))], clock: clock)
    try await finishPurge(of: digest)
  }

  /// Takes away what a purge names; a run that ended after its entry left it.
  func finishPurge(of digest: Digest) async throws {
    let deliveries = register.deliveries.filter { $0.value.digest == digest }
    var sequences: [Int64] = []
    for regime in register.receivedRegimes {
      let book = register.book(of: regime)
      for key in book.keys {
        sequences += (book.history(key)?.versions ?? []).filter { deliveries[$0.delivery] != nil }.map(\.sequence)
      }
    }
    try await ledger.removeContents(of: sequences)
    try await restartProjections()
    for number in deliveries.values.map(\.receipt) {
      let label = ReceiptLabel.of(number) + "."
      for name in try DurableFiles.names(in: workspace.quarantine) where name.hasPrefix(label) {
        let copy = workspace.quarantine + "/" + name
        if try Digest(ofFile: copy) == digest { try DurableFiles.remove(copy) }
      }
    }
    let path = workspace.objects.path(of: digest)
    if DurableFiles.exists(path) { try DurableFiles.remove(path) }
    try DurableFiles.syncAll(on: workspace.store)
  }
}
