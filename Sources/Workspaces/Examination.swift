import DurableFiles
import Hashing
package import Ledger
import Register
package import ReportingModel
import SQLiteStore

/// What a look at everything that the record keeps came to.
package struct Examination: Sendable {
  /// Rows, contents, receipts.
  package let ledger: Ledger.Examination
  /// Stored objects that are missing or are not what their names say.
  package let objects: [LedgerDamage]
  /// The first entry of which `projections/` says something else than the ledger; `nil` where nothing lies there, where it agrees
  /// and where damage keeps it from being compared.
  package let changedProjection: Int64?
  /// Whether `keys/head` tells where the ledger must at least end.
  package let knowsEnd: Bool

  package var damages: [LedgerDamage] { ledger.damages + objects }
}

extension Workspace {
  /// Looks at every row, content, receipt and stored object, and goes on after what is damaged.
  /// - Parameters:
  ///   - purged: objects whose bytes were removed on purpose, as far as the ledger is known; they are not missed.
  ///   - watching: hears how far it has come, of the entries and then of the objects.
  /// - Throws: `WorkspaceProblem.notALedger`, `LedgerDamage` where the file cannot be opened at all.
  package func examine(purged: Set<Digest> = [], watching: ProgressNotice? = nil) async throws -> Examination {
    let store = try open { try ReadingStore($0, lock: lockFile) }
    var known: LedgerHead?
    if case .head(let head) = headFile.read() { known = head }
    let examination = try await Ledger(store).examine(containing: known, purged: purged, watching: watching)
    let damages = examination.objects.enumerated().compactMap { index, object -> LedgerDamage? in
      watching?(index, examination.objects.count)
      return purged.contains(object.digest) ? nil : damage(of: object.digest)
    }
    let ledger = Ledger(store)
    return Examination(
      ledger: examination, objects: damages,
      changedProjection: examination.damages.isEmpty ? try await projections.register()?.difference(from: ledger) : nil,
      knowsEnd: known != nil)
  }

  private func damage(of digest: Digest) -> LedgerDamage? {
    do {
      if try Digest(ofFile: objects.path(of: digest)) == digest { return nil }
      return LedgerDamage(.object(digest), "khác với dấu kiểm tra của nó", "differs from its digest")
    } catch {
      return LedgerDamage(
        .object(digest), error.isMissing ? "không có trong store/" : "không đọc được (\(error))",
        error.isMissing ? "is not in store/" : "cannot be read (\(error))")
    }
  }
}
