import Bundles
package import DurableFiles
package import Inbox
import Ledger
import Register
import ReportingModel
import Settings
package import Workspaces

/// What lies in the inbox now and is not going to be taken in: looked up, and told by `status` and `doctor`.
package struct InboxLeftovers {
  package private(set) var passed: [PassedOver] = []
  private let workspace: Workspace

  /// - Parameter largest: bytes of the largest file that is read.
  /// - Throws: a fault when the inbox cannot be read.
  package init(of workspace: Workspace, largest: Int) throws(FileFault) {
    self.workspace = workspace
    let inbox = try InboxFolder(workspace.inbox)
    let realTime = DurableFiles.realTime()
    let scan = try InboxScan(
      of: inbox, checkFolder: Workspace.checkFolder, now: realTime,
      patience: Int64(workspace.serviceSettings.patienceSeconds) * 1_000_000_000)
    var tracker = StabilityTracker()
    let look = tracker.look(at: scan.files + scan.checks, now: 0, realTime: realTime) {
      inbox.isWhole($0, largest: largest)
    }
    let waiting = look.waiting.filter { $0.isOverdue && $0.isStill }.map {
      PassedOver($0.file, $0.file.status.size == 0 ? .empty : .incomplete)
    }
    passed = scan.passed + waiting
  }

  /// A path as people in the office know it: below the inbox.
  package func name(of passed: PassedOver) -> String {
    passed.path.hasPrefix(workspace.inbox + "/")
      ? String(passed.path.dropFirst(workspace.inbox.count + 1)) : passed.path
  }

  /// A path as the unit knows it: below its own folder, where it lies in one.
  package func nameInFolder(of passed: PassedOver) -> String {
    let name = name(of: passed)
    guard passed.unit != nil, let slash = name.firstIndex(of: "/") else { return name }
    return String(name[name.index(after: slash)...])
  }
}

extension InboxFolder {
  /// Whether a file that was found has its end. One that is too large whatever is in it is not looked into.
  func isWhole(_ file: InboxScan.File, largest: Int) throws(FileFault) -> Bool {
    guard file.status.size <= largest else { return true }
    let ends = try open(file).ends(head: BundleCompleteness.headCount, tail: BundleCompleteness.tailCount)
    return BundleCompleteness.isWhole(head: ends.head, tail: ends.tail, size: file.status.size)
  }

  /// The same; `nil` where it cannot be read.
  fileprivate func isWhole(_ file: InboxScan.File, largest: Int) -> Bool? {
    try? (isWhole(file, largest: largest) as Bool)
  }
}

extension Doctor {
  /// What ingestion has left behind: what is passed over in the inbox, what was begun and not finished, what was set aside.
  package func leftovers() async -> [Probe] {
    let record = try? await workspace.read()
    let limits = record?.register.settings.limits ?? OfficeSettings.Limits()
    return inbox(limits.archiveBytes) + claimed() + (record.map(setAside) ?? [])
  }

  private func inbox(_ largest: Int) -> [Probe] {
    guard let leftovers = try? InboxLeftovers(of: workspace, largest: largest) else { return [] }
    let most = 50
    var probes = leftovers.passed.prefix(most).map { passed in
      let name = showingControls(in: leftovers.name(of: passed))
      return Probe(
        "passed", .fallback, "inbox/\(name): \(showingControls(in: passed.message.vietnamese))",
        "inbox/\(name): \(showingControls(in: passed.message.english))")
    }
    let more = leftovers.passed.count - most
    if more > 0 {
      probes.append(
        Probe(
          "passed", .fallback, "Còn \(VietnameseNumber.text(more)) thứ khác trong inbox không được nhận.",
          "\(more) more things in the inbox are not taken."))
    }
    return probes
  }

  private func claimed() -> [Probe] {
    let claims = (try? ClaimFolder(folder: workspace.claimed, inbox: workspace.inbox).listed()) ?? []
    return claims.map { claim in
      let name = showingControls(in: claim.delivery?.fileName ?? claim.receipt.map { "BN-\($0)" } ?? "")
      return Probe(
        "claimed", .fallback,
        "Đang tiếp nhận dở: \(name) (đã thử \(claim.tries) lần); lần chạy sau sẽ làm tiếp.",
        "Begun and not finished: \(name) (tried \(claim.tries)×); the next run goes on with it.")
    }
  }

  private func setAside(_ record: Record) -> [Probe] {
    record.register.deliveries.sorted { $0.key < $1.key }.compactMap { _, delivery in
      guard let tries = delivery.setAside else { return nil }
      let name = showingControls(in: delivery.file)
      return Probe(
        "setAside", .fallback,
        "Để riêng, không đọc: \(name) (phiếu \(delivery.receipt)), sau \(tries) lần đọc không xong.",
        "Set aside unread: \(name) (receipt \(delivery.receipt)), after \(tries) tries that did not end.")
    }
  }
}
