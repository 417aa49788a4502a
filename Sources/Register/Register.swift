package import Ledger
package import ReportingModel
package import Settings

/// What the entries up to N say: the one fold over the ledger. Everything that is judged, counted or printed asks it.
///
/// It is a value: reading further entries makes it later, and nothing else changes it. Contents lie in the ledger; what is needed
/// of them is loaded (`load`) and kept beside their versions.
package struct Register: Sendable {
  /// The chain as far as it was followed.
  package private(set) var chain = Chain()
  /// What the office has set, and by which entry.
  package private(set) var settings = OfficeSettings()
  package private(set) var settingsSequence: Int64 = 0
  /// Templates that regimes brought with them, by regime and name: `NQ71/quarter.ubnd-tinh`.
  package private(set) var templates: [String: Digest] = [:]
  /// Reports that were issued, oldest first.
  package private(set) var issued: [IssuedReport] = []
  /// Signed copies and other documents beside issued reports, oldest first.
  package private(set) var attachments: [AttachmentEvent] = []
  /// Keys that the ledger was signed with after its first, oldest first.
  package private(set) var keySequences: [(sequence: Int64, event: KeyEvent)] = []
  package var keys: [KeyEvent] { keySequences.map(\.event) }
  /// Objects whose bytes were removed, by digest.
  package private(set) var purges: [Digest: PurgedObject] = [:]
  /// The rollbacks that were accepted, by the sequence of their entry.
  package private(set) var rollbacks: [(sequence: Int64, event: RollbackEvent)] = []
  /// Deliveries, by the sequence of their entry.
  package private(set) var deliveries: [Int64: DeliveryEvent] = [:]
  /// The number of the next receipt.
  package private(set) var nextReceipt = 1
  /// Versions by regime.
  private var books: [String: VersionBook] = [:]
  /// The first delivery of the same bytes that had something accepted, by digest.
  private var originals: [Digest: Int64] = [:]
  var plan = PlanEntries()
  /// What is in force, once `resolve` has read it.
  package internal(set) var inForce = InForce(regimes: [], registry: nil)
  var summaries: [Int64: ContentSummary] = [:]
  /// Those that need no content to be read.
  var projected = ProjectedSummaries()
  /// By regime and sequence, of the units that reports were made ready for last.
  var rows: [String: [Int64: RetellableRows]] = [:]
  var peers = PeerValues()

  package init() {}

  /// A record of which only what is in force is known: what `check` has without a workspace.
  package init(inForce: InForce) { self.inForce = inForce }

  /// A report and the entry that issued it.
  package struct IssuedReport: Sendable, Hashable {
    package let sequence: Int64
    package let report: ReportEvent
  }

  /// An object that was purged, and by which entry.
  package struct PurgedObject: Sendable, Hashable {
    package let sequence: Int64
    package let reason: String

    package init(sequence: Int64, reason: String) {
      self.sequence = sequence
      self.reason = reason
    }
  }

  package var head: LedgerHead { chain.head }

  /// The last sequence that was noted, written or not.
  package private(set) var noted: Int64 = 0

  /// The day of N.
  package var today: CalendarDate? { chain.recordedAt?.date }

  package func book(of regime: String) -> VersionBook { books[regime] ?? VersionBook() }

  /// The regimes of which something was received.
  package var receivedRegimes: some Collection<String> { books.keys }

  /// Regime, unit and period of an accepted submission.
  package func place(of sequence: Int64) -> (regime: String, key: UnitPeriod)? {
    for (regime, book) in books {
      if let key = book.place(of: sequence) { return (regime, key) }
    }
    return nil
  }

  /// The first delivery of the same bytes of which something was accepted.
  package func original(of digest: Digest) -> DeliveryEvent? { originals[digest].flatMap { deliveries[$0] } }

  /// Why the report of a version was entered with another time than that of its record; `nil` for most.
  package func lateReason(of version: SubmissionVersion) -> String? { deliveries[version.delivery]?.lateReason }

  /// Follows the chain by one entry.
  /// - Throws: `LedgerDamage` where an entry says what cannot be.
  mutating func take(_ entry: LedgerEntry, _ chain: Chain) throws(LedgerDamage) {
    try note(entry.event, at: entry.sequence, recordedAt: entry.recordedAt)
    advance(to: chain)
  }

  /// The entries of what was noted are in the ledger.
  package mutating func advance(to chain: Chain) { self.chain = chain }

  /// Takes in what an entry says, or is about to say: later reports are decided against it before it is written.
  /// - Parameters:
  ///   - summary: of an accepted submission whose content is at hand.
  ///   - rows: likewise.
  /// - Throws: `LedgerDamage` where it says what cannot be.
  package mutating func note(
    _ event: Event, at sequence: Int64, recordedAt: Instant, summary: ContentSummary? = nil, rows: RetellableRows? = nil
  ) throws(LedgerDamage) {
    noted = max(noted, sequence)
    switch event {
    case .settings(let event): try apply(event, at: sequence)
    case .regime, .registry, .request, .closing: plan.note(event, recordedAt: recordedAt)
    case .template(let event): templates["\(event.regime)/\(event.name)"] = event.digest
    case .delivery(let event): deliver(event, at: sequence)
    case .submission(let event):
      receive(event, at: sequence, summary)
      if let rows { self.rows[event.regime, default: [:]][sequence] = rows }
    case .withdrawal(let event): try withdraw(event, at: sequence)
    case .report(let event): issued.append(IssuedReport(sequence: sequence, report: event))
    case .rollback(let event):
      nextReceipt = max(nextReceipt, event.nextReceipt)
      rollbacks.append((sequence, event))
    case .attachment(let event): attachments.append(event)
    case .key(let event): keySequences.append((sequence, event))
    case .purge(let event): purges[event.digest] = PurgedObject(sequence: sequence, reason: event.reason)
    case .account: break
    }
  }

  private mutating func apply(_ event: SettingsEvent, at sequence: Int64) throws(LedgerDamage) {
    do {
      settings = try OfficeSettings(JSONNode(parsing: event.office.canonicalBytes))
    } catch {
      throw LedgerDamage(.entry(sequence), "cài đặt không đọc được", "its settings cannot be read")
    }
    settingsSequence = sequence
  }

  private mutating func deliver(_ event: DeliveryEvent, at sequence: Int64) {
    deliveries[sequence] = event
    nextReceipt = max(nextReceipt, event.receipt + 1)
    if event.status == "accepted" || event.status == "partial", let digest = event.digest, originals[digest] == nil {
      originals[digest] = sequence
    }
  }

  /// The values of its peers are gathered anew when they are asked for: of what lives again nothing may have been loaded.
  private mutating func withdraw(_ event: WithdrawalEvent, at sequence: Int64) throws(LedgerDamage) {
    guard let (regime, key) = place(of: event.submission) else {
      throw LedgerDamage(
        .entry(sequence), "rút một mục không phải báo cáo đã tiếp nhận", "withdraws what is no accepted submission")
    }
    books[regime]?.withdraw(event.submission, by: sequence)
    peers.forget(key.period, of: regime)
  }

  private mutating func receive(_ event: SubmissionEvent, at sequence: Int64, _ summary: ContentSummary?) {
    guard let key = event.key else { return }
    guard let version = SubmissionVersion(event, at: sequence) else {
      return refuse(Refusal(event, at: sequence), key, of: event.regime)
    }
    let before = books[event.regime]?.live(key)
    accept(version, key, of: event.regime)
    guard let summary else { return }
    summaries[sequence] = summary
    peers.replace(before.flatMap { summaries[$0.sequence] }, by: summary, key, in: event.regime, describedBy: inForce)
  }

  private mutating func accept(_ version: SubmissionVersion, _ key: UnitPeriod, of regime: String) {
    books[regime, default: VersionBook()].accept(version, key)
  }

  private mutating func refuse(_ refusal: Refusal, _ key: UnitPeriod, of regime: String) {
    books[regime, default: VersionBook()].refuse(refusal, key)
  }

  /// Takes in what a projection holds of an entry.
  /// - Throws: `LedgerDamage` where it says what cannot be.
  mutating func take(_ entry: ProjectedEntry, at sequence: Int64) throws(LedgerDamage) {
    noted = sequence
    switch entry {
    case .nothing: break
    case .line(let line):
      let entry = try LedgerEntry(stored: line)
      try note(entry.event, at: sequence, recordedAt: entry.recordedAt)
    case .delivery(let event): deliver(event, at: sequence)
    case .accepted(let version, let key, let regime, let summary):
      accept(version, key, of: regime)
      if let summary { projected.keep(summary, of: sequence) }
    case .refused(let refusal, let key, let regime): refuse(refusal, key, of: regime)
    }
  }
}
