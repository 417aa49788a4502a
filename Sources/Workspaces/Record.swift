package import Ledger
package import Register
package import ReportingModel
import SQLiteStore
import Settings

/// A workspace that is read, as of N.
package struct Record: Sendable {
  package let workspace: Workspace
  package let ledger: Ledger
  package let register: Register
  /// What is not as it should be and keeps nobody from reading; each is one line on standard error.
  package let remarks: [LocalizedText]
  /// Hears how far reading has come.
  package var watching: ProgressNotice?
}

extension Record {
  /// The record as of an earlier sequence, through the same ledger.
  package func earlier(asOf sequence: Int64) async throws -> Record {
    guard sequence < register.head.sequence else { return self }
    let register = try await Register(ledger, asOf: sequence, StoredPlan(workspace.objects))
    return Record(workspace: workspace, ledger: ledger, register: register, remarks: [])
  }
}

extension Workspace {
  /// Reads the record: nothing is written and no writer waits (<doc:record#Reading>).
  /// - Parameters:
  ///   - sequence: N; the end of the ledger without one.
  ///   - isTrusting: takes what writers made of the entries, as far as the ledger has its stamp; who audits does not.
  ///   - watching: hears how far it has come, and later how far the reading of what units sent has.
  /// - Throws: `WorkspaceProblem`, `LedgerDamage`, `StoreFault`, `BeyondEnd`.
  package func read(
    asOf sequence: Int64? = nil, isTrusting: Bool = false, watching: ProgressNotice? = nil
  ) async throws -> Record {
    let known = headFile.read()
    let ledger = Ledger(try open { try ReadingStore($0, lock: lockFile) })
    let register = try await fold(
      ledger, asOf: sequence, known: known, from: isTrusting ? projections.register() : nil, watching: watching)
    return Record(
      workspace: self, ledger: ledger, register: register, remarks: remarks(on: known) + remarks(on: register),
      watching: watching)
  }

  /// Opens the ledger's file some way.
  func open<Store>(_ open: (String) throws -> Store) throws -> Store {
    do {
      return try open(ledgerFile)
    } catch LedgerFileProblem.notALedger(let path) {
      throw WorkspaceProblem.notALedger(path)
    }
  }

  /// Folds the ledger and holds it against what is known outside it.
  func fold(
    _ ledger: Ledger, asOf sequence: Int64? = nil, known: HeadFile.Known, from projection: RegisterProjection? = nil,
    watching: ProgressNotice? = nil
  ) async throws -> Register {
    var expected: LedgerHead?
    if case .head(let head) = known { expected = head }
    do {
      return try await Register(
        ledger, asOf: sequence, containing: expected, from: projection, StoredPlan(objects), watching: watching)
    } catch let gone as WentBack {
      throw WorkspaceProblem.wentBack(known: gone.known, end: gone.end)
    }
  }

  func remarks(on known: HeadFile.Known) -> [LocalizedText] {
    switch known {
    case .head: []
    case .none:
      [
        LocalizedText(
          "Không có keys/head: không biết sổ có bị lùi lại hay không.",
          "There is no keys/head: whether the ledger went back cannot be told.")
      ]
    case .unreadable(let reason):
      [
        LocalizedText(
          "Không đọc được keys/head (\(reason)): không biết sổ có bị lùi lại hay không.",
          "keys/head cannot be read (\(reason)): whether the ledger went back cannot be told.")
      ]
    }
  }

  /// The office's file may say something else than what is recorded; what is recorded counts.
  func remarks(on register: Register) -> [LocalizedText] {
    do {
      guard let file = try fileSettings(), file.office != register.settings else { return [] }
      return [
        LocalizedText(
          "tonghop.json khác với cài đặt đã ghi trong sổ (mục \(register.settingsSequence)), đang dùng cài đặt đã ghi; để áp dụng: tonghop settings apply.",
          "tonghop.json differs from the settings recorded (entry \(register.settingsSequence)), which are used; to apply it: tonghop settings apply."
        )
      ]
    } catch {
      return [
        LocalizedText(
          "Không đọc được tonghop.json, đang dùng cài đặt đã ghi trong sổ; xem lỗi: tonghop settings check.",
          "tonghop.json cannot be read; the settings recorded are used. See: tonghop settings check.")
      ]
    }
  }
}
