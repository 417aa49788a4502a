import Intake
import Ledger
import Register
import ReportingModel
import Workspaces

/// Judges every delivery of a ledger again, in order, and holds what comes of it against what was recorded.
struct VerdictReplay {
  /// A delivery's entry with those of its submissions.
  private struct Group {
    var delivery: Rejudging.Case
    var entries: [LedgerEntry]
    var chain: Chain
  }

  private(set) var checks: [AuditCheck] = []
  private(set) var deliveries = 0
  private(set) var submissions = 0
  /// Entries from here on cannot be judged: what came before is not what was recorded.
  private(set) var stoppedAt: Int64?
  private var rejudging: Rejudging
  private var pending: [Group] = []
  private let purges: [Digest: Register.PurgedObject]
  /// Submissions whose bundle and content were purged.
  private(set) var gone: Set<Int64> = []
  /// Hears of each outcome before the ledger that it is decided against has it.
  private let keep: (Rejudging.Outcome) -> Void
  /// Hears of the entries of a group, or one alone, once they are done with.
  private let done: ([LedgerEntry]) async throws -> Void

  init(
    _ rejudging: Rejudging, purges: [Digest: Register.PurgedObject],
    keep: @escaping (Rejudging.Outcome) -> Void = { _ in },
    done: @escaping ([LedgerEntry]) async throws -> Void = { _ in }
  ) {
    self.rejudging = rejudging
    self.purges = purges
    self.keep = keep
    self.done = done
  }

  var isStopped: Bool { stoppedAt != nil }

  /// Takes the next entry.
  mutating func take(_ entry: LedgerEntry, _ chain: Chain) async throws {
    guard !isStopped else { return }
    switch entry.event {
    case .delivery(let event):
      if pending.count >= Rejudging.width { try await flush() }
      let one = Rejudging.Case(sequence: entry.sequence, event: event, recordedAt: entry.recordedAt)
      pending.append(Group(delivery: one, entries: [entry], chain: chain))
    case .submission where !pending.isEmpty:
      pending[pending.count - 1].entries.append(entry)
      pending[pending.count - 1].chain = chain
    default:
      try await flush()
      guard !isStopped else { return }
      try rejudging.note(entry)
      rejudging.advance(to: chain)
      try await done([entry])
    }
  }

  /// Judges what is waiting.
  mutating func flush() async throws {
    let groups = pending
    pending = []
    guard !groups.isEmpty, !isStopped else { return }
    let known = groups.filter { !isGone($0.delivery) }
    if known.count == groups.count {
      if try await judge(groups) { return }
    }
    // One by one: what was purged, or is decided against what was, is passed over.
    for group in groups where !isStopped {
      if isGone(group.delivery) {
        gone.formUnion(group.entries.dropFirst().map(\.sequence))
        try await passOver(group, "đã xóa (purge)", "purged")
      } else if try await !judge([group]) {
        try await passOver(group, "xét dựa vào nội dung đã xóa (purge)", "decided against what was purged")
      }
    }
  }

  /// Its bytes were removed after it came.
  private func isGone(_ delivery: Rejudging.Case) -> Bool {
    guard let purge = delivery.event.digest.flatMap({ purges[$0] }) else { return false }
    return purge.sequence == 0 || purge.sequence > delivery.sequence
  }

  /// - Returns: false where nothing was judged because something purged is missing.
  private mutating func judge(_ groups: [Group]) async throws -> Bool {
    let outcomes: [Rejudging.Outcome]
    do {
      outcomes = try await rejudging.judge(groups.map(\.delivery))
    } catch is PurgedContent {
      return false
    } catch let damage as LedgerDamage {
      if case .entry(let missing) = damage.place, damage.matter == .content, gone.contains(missing) { return false }
      let sequence = groups[0].delivery.sequence
      checks.append(AuditCheck("verdict", .failed, at: ["sequence": .int(sequence)], damage.message))
      stoppedAt = sequence
      return true
    }
    for (group, outcome) in zip(groups, outcomes) {
      keep(outcome)
      compare(group, outcome)
      deliveries += 1
      submissions += group.entries.count - 1
      try await done(group.entries)
    }
    if let last = groups.last { rejudging.advance(to: last.chain) }
    return true
  }

  private mutating func passOver(_ group: Group, _ vietnamese: String, _ english: String) async throws {
    for entry in group.entries { try rejudging.note(entry) }
    rejudging.advance(to: group.chain)
    checks.append(
      AuditCheck(
        "verdict", .skipped, at: ["sequence": .int(group.delivery.sequence)],
        LocalizedText(
          "mục \(group.delivery.sequence): \(vietnamese)", "entry \(group.delivery.sequence): \(english)")))
    try await done(group.entries)
  }

  private mutating func compare(_ group: Group, _ outcome: Rejudging.Outcome) {
    let recorded = group.entries.map(\.event)
    let made = outcome.drafts.map(\.event)
    guard recorded.count == made.count else {
      fail(
        group.delivery.sequence,
        LocalizedText(
          "mục \(group.delivery.sequence): gói «\(group.delivery.event.file)» có \(recorded.count - 1) báo cáo trong sổ, lập lại có \(made.count - 1)",
          "entry \(group.delivery.sequence): “\(group.delivery.event.file)” has \(recorded.count - 1) submissions in the ledger, \(made.count - 1) when judged again"
        ))
      stoppedAt = group.delivery.sequence
      return
    }
    for (index, (then, now)) in zip(recorded, made).enumerated() where !VerdictReplay.isSame(then, now) {
      let sequence = group.entries[index].sequence
      let members = VerdictReplay.differences(then, now).joined(separator: ", ")
      fail(
        sequence,
        LocalizedText(
          "mục \(sequence): kết luận lập lại khác với sổ (\(members))",
          "entry \(sequence): judged again it is not what was recorded (\(members))"))
    }
  }

  private mutating func fail(_ sequence: Int64, _ message: LocalizedText) {
    checks.append(AuditCheck("verdict", .failed, at: ["sequence": .int(sequence)], message))
  }

  /// The version of the program is part of no verdict.
  private static func members(_ event: Event) -> [String: JSONValue] {
    guard case .object(var members) = event.json else { return [:] }
    members["program"] = nil
    return members
  }

  private static func isSame(_ left: Event, _ right: Event) -> Bool {
    left.kind == right.kind && members(left) == members(right)
  }

  private static func differences(_ left: Event, _ right: Event) -> [String] {
    let (a, b) = (members(left), members(right))
    return Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
  }
}
