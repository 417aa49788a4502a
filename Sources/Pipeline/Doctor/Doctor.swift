import DurableFiles
import Inbox
import Ledger
import Regimes
package import ReportingModel

/// Tries on the actual folders what ingestion relies on (<doc:commands#doctor>). Leaves nothing behind.
package struct Doctor {
  private let workspace: Workspace
  let now: Instant
  var folder: String { workspace.inbox + "/.thu" }

  package init(_ workspace: Workspace, now: Instant) {
    self.workspace = workspace
    self.now = now
  }

  package func probes() -> [Probe] {
    var probes = [registry(), ledger(), writers(), space()]
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
    return probes + unitFolders()
  }

  private func registry() -> Probe {
    do {
      guard let registry = try workspace.state().registry else { throw WorkspaceProblem.noRegistry }
      let count = registry.codes.count
      return Probe(
        "registry", .good, "Danh mục có \(VietnameseNumber.text(count)) đơn vị.", "The registry has \(count) units.")
    } catch {
      return Probe(
        "registry", .bad, "Chưa có danh mục đơn vị dùng được; đề nghị chạy «tonghop units import».",
        "There is no usable registry; run “tonghop units import”.")
    }
  }

  private func ledger() -> Probe {
    do {
      let head = try workspace.ledger.head()
      var previous = Digest.zero
      var sequence: Int64 = 0
      for entry in try workspace.ledger.entries(Set(EntryKind.allCases), from: 1, through: head.sequence) {
        sequence += 1
        guard entry.sequence == sequence, entry.previous == previous else {
          return Probe(
            "ledger", .bad, "Sổ đứt ở số thứ tự \(sequence); đề nghị khôi phục từ bản sao lưu.",
            "The ledger's chain breaks at \(sequence); restore a backup.")
        }
        previous = entry.digest
      }
      guard previous == head.digest else {
        return Probe(
          "ledger", .bad, "Dấu kiểm tra cuối sổ không khớp; đề nghị khôi phục từ bản sao lưu.",
          "The ledger's last digest does not match; restore a backup.")
      }
      return Probe(
        "ledger", .good, "Sổ liền mạch, \(VietnameseNumber.text(Int(clamping: sequence))) mục.",
        "The ledger's chain is whole, \(sequence) entries.")
    } catch {
      return Probe("ledger", .bad, "Không đọc được sổ: \(error)", "The ledger cannot be read: \(error)")
    }
  }

  private func writers() -> Probe {
    do {
      let lock = try workspace.lock()
      _ = consume lock
      return Probe("lock", .good, "Không có tiến trình nào khác đang ghi.", "No other process is writing.")
    } catch WorkspaceProblem.locked {
      return Probe(
        "lock", .fallback, "Một tiến trình khác đang ghi (có thể là «tonghop watch»); vẫn đọc được.",
        "Another process is writing (perhaps “tonghop watch”); reading works.")
    } catch {
      return Probe(
        "lock", .bad, "Không khóa được không gian làm việc: \(error)", "The workspace cannot be locked: \(error)")
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
      return Probe("space", .bad, "Không xem được dung lượng đĩa: \(error)", "Free space cannot be seen: \(error)")
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
        bad.append(DurableFiles.name(of: folder))
      }
    }
    guard !folders.isEmpty else { return [] }
    return [
      bad.isEmpty
        ? Probe(
          "units", .good, "Lấy được tệp ra khỏi cả \(folders.count) thư mục trong inbox.",
          "Files can be taken out of all \(folders.count) folders of the inbox.")
        : Probe(
          "units", .bad,
          "Không lấy được tệp ra khỏi: \(bad.joined(separator: ", ")); đề nghị xem lại quyền, hoặc bỏ ổ đĩa gắn riêng.",
          "Files cannot be taken out of: \(bad.joined(separator: ", ")); look at their rights, or at separate mounts.")
    ]
  }
}
