import DurableFiles
import ReportingModel

/// Whom the workspace is open to, beside whom it should be (<doc:commands#Rights>).
extension Doctor {
  func rights() -> Probe {
    let kept = ["store", "quarantine", "reports", "keys", "outbox", "projections", "ledger.sqlite", "tonghop.json"]
    let open = kept.filter { DurableFiles.rights(of: workspace.root + "/" + $0)?.isOpenToOthers == true }
    let units = units()
    let closed = ([""] + units).filter { DurableFiles.rights(of: inbox($0))?.isWritableByGroup == false }
    let strange = units.filter { hasLostGroup($0) }
    var said: [LocalizedText] = []
    if !open.isEmpty {
      let names = Doctor.listed(open)
      said.append(
        LocalizedText(
          "tài khoản ngoài nhóm vào được \(names) (đề nghị chmod o-rwx)",
          "accounts outside the group can get into \(names) (chmod o-rwx)"))
    }
    if !closed.isEmpty {
      let names = Doctor.listed(closed.map { "inbox/" + $0 })
      said.append(
        LocalizedText(
          "nhóm không ghi được vào \(names) (đề nghị chmod 2770)", "the group cannot write to \(names) (chmod 2770)"))
    }
    if !strange.isEmpty {
      let names = Doctor.listed(strange)
      said.append(
        LocalizedText(
          "không đổi được nhóm của thư mục trong inbox/ hoặc outbox/: \(names) (đề nghị chgrp)",
          "the group of folders in inbox/ or outbox/ could not be changed: \(names) (chgrp)"))
    }
    guard !said.isEmpty else {
      return Probe(
        "rights", .good, "Quyền của các thư mục đúng như cần.", "The folders are open to whom they should be.")
    }
    return Probe(
      "rights", .fallback, "Quyền chưa đúng: \(said.map(\.vietnamese).joined(separator: "; ")).",
      "Rights: \(said.map(\.english).joined(separator: "; ")).")
  }

  /// A folder that this account made, and whose group is still the account's own or not that of the unit's folder.
  private func hasLostGroup(_ unit: String) -> Bool {
    guard let inbox = DurableFiles.rights(of: workspace.inbox), let dropped = DurableFiles.rights(of: self.inbox(unit))
    else { return false }
    if dropped.group == FileRights.ownGroup, dropped.group != inbox.group { return true }
    guard let receipts = DurableFiles.rights(of: workspace.outbox + "/" + unit) else { return false }
    return receipts.group != dropped.group
  }

  private func units() -> [String] {
    ((try? DurableFiles.names(in: workspace.inbox)) ?? []).filter {
      !$0.hasPrefix(".") && $0 != Workspace.checkFolder && DurableFiles.status(of: inbox($0))?.kind == .folder
    }
  }

  private func inbox(_ unit: String) -> String { unit.isEmpty ? workspace.inbox : workspace.inbox + "/" + unit }

  private static func listed(_ names: [String]) -> String {
    names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
  }
}
