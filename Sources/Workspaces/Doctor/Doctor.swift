import DurableFiles
import Hashing
import Inbox
import Ledger
import Regimes
import Register
package import ReportingModel
import SQLiteStore

/// Tries on the actual folders what ingestion relies on (<doc:commands#doctor>). Leaves nothing behind.
package struct Doctor {
  package let workspace: Workspace
  let now: Instant
  private let watching: ProgressNotice?
  var folder: String { workspace.inbox + "/.thu" }

  /// - Parameter watching: hears how far the entries, then the stored objects have been looked at.
  package init(_ workspace: Workspace, now: Instant, watching: ProgressNotice? = nil) {
    self.workspace = workspace
    self.now = now
    self.watching = watching
  }

  /// - Throws: `WorkspaceProblem.notALedger`, and where the ledger cannot be opened at all.
  package func probes() async throws -> [Probe] {
    var probes = await [registry()] + (try record()) + [settings(), writers(), space()]
    do throws(FileFault) {
      try DurableFiles.makeFolder(folder)
      probes.append(.init("inbox", .good, "Ghi được vào inbox.", "The inbox can be written to."))
      probes += [events(), renames(), times(), names(), clock()]
      try DurableFiles.removeFolder(folder)
    } catch {
      probes.append(
        .init(
          "inbox", .bad, "Không ghi được vào inbox (\(error)); đề nghị cấp quyền ghi cho tài khoản chạy chương trình.",
          "The inbox cannot be written to (\(error)); give the program's account the right."))
    }
    return probes + unitFolders() + [rights()]
  }

  private func registry() async -> Probe {
    do {
      guard let registry = try await workspace.read().register.inForce.registry else {
        throw WorkspaceProblem.noRegistry
      }
      let count = registry.codes.count
      return Probe(
        "registry", .good, "Danh mục có \(VietnameseNumber.text(count)) đơn vị.",
        "The registry has \(counted(count, "unit")).")
    } catch WorkspaceProblem.noRegistry {
      return Probe(
        "registry", .bad, "Chưa có danh mục đơn vị dùng được; đề nghị chạy «tonghop units import».",
        "There is no usable registry; run “tonghop units import”.")
    } catch {
      return Probe(
        "registry", .bad, "Không đọc được danh mục vì sổ có chỗ hỏng, nêu ở dưới.",
        "The registry cannot be read, for the ledger is damaged as said below.")
    }
  }

  /// Everything that the record keeps, each thing against its digest; every damage is a line.
  private func record() async throws -> [Probe] {
    let examination: Examination
    do {
      let purged = try? await workspace.read().register.purges.keys
      examination = try await workspace.examine(purged: Set(purged.map { Array($0) } ?? []), watching: watching)
    } catch let damage as LedgerDamage {
      return [Doctor.damaged(damage)]
    }
    let outside =
      (examination.knowsEnd ? [] : [Doctor.unknownEnd])
      + [examination.changedProjection].compactMap { $0 }.map(Doctor.changedProjection)
    guard examination.damages.isEmpty else { return examination.damages.map(Doctor.damaged) + outside }
    let (entries, objects) = (examination.ledger.entries, examination.ledger.objects.count)
    return outside + [
      Probe(
        "ledger", .good,
        "Sổ liền mạch, \(VietnameseNumber.text(entries)) mục; nội dung, phiếu và \(VietnameseNumber.text(objects)) đối tượng đều khớp dấu kiểm tra.",
        "The ledger's chain is whole to entry \(entries); contents, receipts and \(counted(objects, "object")) agree with their digests."
      )
    ] + (await signature())
  }

  /// That the signed head is the ledger's.
  private func signature() async -> [Probe] {
    do {
      guard workspace.signedCheckpoint != nil else {
        return [
          Probe(
            "signature", .fallback, "Sổ không có khóa ký; xem «tonghop audit key renew».",
            "The ledger has no key to sign with; see “tonghop audit key renew”.")
        ]
      }
      let record = try await workspace.read()
      _ = try await workspace.tree(
        of: record.ledger, to: record.register.head, stored: workspace.headFile.contents())
      return [Probe("signature", .good, "Chữ ký của đầu sổ khớp với sổ.", "The signed head is the ledger's.")]
    } catch {
      return [
        Probe(
          "signature", .bad, "Đầu sổ đã ký không khớp với sổ; xem «tonghop audit verify».",
          "The signed head is not this ledger's; see “tonghop audit verify”.")
      ]
    }
  }

  /// Every writer leaves `keys/head` behind.
  private static let unknownEnd = Probe(
    "head", .bad, "Không có hoặc không đọc được keys/head: không biết sổ có bị lùi lại hay không.",
    "keys/head is missing or cannot be read: whether the ledger went back cannot be told.")

  private static func changedProjection(at sequence: Int64) -> Probe {
    Probe(
      "projections", .bad,
      "projections/ khác với sổ từ mục \(sequence): đề nghị xóa thư mục projections/ (lần ghi sau tự lập lại).",
      "projections/ differs from the ledger from entry \(sequence) on: delete the folder; the next writer makes it again."
    )
  }

  private static func damaged(_ damage: LedgerDamage) -> Probe {
    Probe(
      "ledger", .bad, "Sổ hỏng: \(damage.message.vietnamese); đề nghị khôi phục từ bản sao lưu.",
      "The ledger is damaged: \(damage.message.english); restore a backup.")
  }

  /// What the office's file says, beside what counts.
  private func settings() -> Probe {
    do {
      _ = try workspace.fileSettings()
      return Probe("settings", .good, "Đọc được tonghop.json.", "tonghop.json can be read.")
    } catch {
      return Probe(
        "settings", .fallback, "tonghop.json có lỗi, đang dùng cài đặt đã ghi trong sổ; xem «tonghop settings check».",
        "tonghop.json has faults; the settings recorded are used. See “tonghop settings check”.")
    }
  }

  private func writers() -> Probe {
    do throws(FileFault) {
      if let lock = try FileLock.take(workspace.lockFile) {
        _ = consume lock
        return Probe("lock", .good, "Không có tiến trình nào khác đang ghi.", "No other process is writing.")
      }
      guard let holder = LockHolder(of: workspace.lockFile) else {
        return Probe(
          "lock", .fallback, "Một tiến trình khác đang ghi; vẫn đọc được.", "Another process is writing; reading works."
        )
      }
      return Probe(
        "lock", .fallback, "\(holder.description.vietnamese) đang ghi; vẫn đọc được.",
        "\(holder.description.english) is writing; reading works.")
    } catch {
      return Probe(
        "lock", .bad, "Không khóa được không gian làm việc. \(error.words.vietnamese)",
        "The workspace cannot be locked. \(error.words.english)")
    }
  }

  /// A day of the province's reports fits into a gibibyte.
  private func space() -> Probe {
    let least: Int64 = 1 << 30
    do throws(FileFault) {
      let facts = try FileSystemFacts(of: workspace.root)
      let free = VietnameseNumber.text(Int(clamping: facts.freeBytes >> 20))
      return facts.freeBytes >= least
        ? Probe(
          "space", .good, "Còn trống \(free) MiB (\(facts.name)).", "\(facts.freeBytes >> 20) MiB free (\(facts.name))."
        )
        : Probe(
          "space", .bad, "Chỉ còn trống \(free) MiB (\(facts.name)); đề nghị dọn đĩa.",
          "Only \(facts.freeBytes >> 20) MiB free (\(facts.name)); make room.")
    } catch {
      return Probe(
        "space", .bad, "Không xem được dung lượng đĩa. \(error.words.vietnamese)",
        "Free space cannot be seen. \(error.words.english)")
    }
  }

  /// Whether a unit's folder lets files be taken out of it.
  private func unitFolders() -> [Probe] {
    let names = ((try? DurableFiles.names(in: workspace.inbox)) ?? []).filter { !$0.hasPrefix(".") }
    let folders = names.map { workspace.inbox + "/" + $0 }.filter { DurableFiles.status(of: $0)?.kind == .folder }
    var bad: [String] = []
    for folder in folders where DurableFiles.name(of: folder) != Workspace.checkFolder {
      let (from, to) = (folder + "/.thu", workspace.inbox + "/.thu-ra")
      do throws(FileFault) {
        try DurableFiles.write([], to: from, sync: false)
        try DurableFiles.move(from, to: to)
        try DurableFiles.remove(to)
      } catch {
        try? DurableFiles.remove(from)
        // A folder that is a mount of its own is served by copying.
        guard !error.crossesFileSystems else { continue }
        bad.append(DurableFiles.name(of: folder))
      }
    }
    guard !folders.isEmpty else { return [] }
    return [
      bad.isEmpty
        ? Probe(
          "units", .good, "Lấy được tệp ra khỏi cả \(folders.count) thư mục trong inbox.",
          "Files can be taken out of \(counted(folders.count, "folder")) of the inbox.")
        : Probe(
          "units", .bad,
          "Không lấy được tệp ra khỏi: \(bad.joined(separator: ", ")); đề nghị xem lại quyền.",
          "Files cannot be taken out of: \(bad.joined(separator: ", ")); look at their rights.")
    ]
  }
}
