import DurableFiles
import Hashing
import Inbox
import Ledger
import Receipts
import Regimes
import Register
import ReportingModel
import Settings
import Spooling
import Submissions
import Validation
import Workspaces

/// One submission of a delivery, examined by the version of its regime that applies to it.
struct Case: Sendable {
  let validator: SubmissionValidator
  var arrival: Arrival
  var examined: SubmissionValidator.Examined

  var key: UnitPeriod? {
    guard let unit = examined.subject.unit, let period = examined.subject.period else { return nil }
    return UnitPeriod(unit: unit, period: period)
  }
}

/// A delivery with everything that can be said of its submissions alone.
struct ExaminedDelivery: Sendable {
  let delivery: Delivery
  let opened: OpenedDelivery
  var cases: [Case]

  /// Findings and causes that are held in memory.
  var weight: Int { cases.reduce(0) { $0 + $1.examined.found.kept.count + 50 } }

  /// Who sent it: the folder's unit, else the one unit common to its submissions; `nil` where neither tells.
  var sender: String? {
    let units = Set(cases.compactMap(\.examined.subject.unit))
    return delivery.folderUnit ?? (units.count == 1 ? units.first : nil)
  }
}

/// A decided delivery with what goes into the ledger.
struct Judged {
  var receipt: Receipt
  var drafts: [EntryDraft]
  /// The receipt's JSON file; its digest is part of the delivery's entry.
  var json: [UInt8]
}

/// Judges deliveries by what is in force: examines them in any order, and decides upon them one after the other.
struct Court: Sendable {
  private let inForce: InForce
  /// By the digest of a regime's version.
  private let validators: [Digest: SubmissionValidator]
  /// The regime that judges what names none, and whose words head the receipts.
  private let office: Regime
  private let settingsSequence: Int64
  private let requiresFolder: Bool

  init(_ register: Register) throws {
    let inForce = register.inForce
    guard let registry = inForce.registry else { throw WorkspaceProblem.noRegistry }
    self.inForce = inForce
    office = try inForce.regime(nil).latest
    validators = Dictionary(
      inForce.regimes.flatMap { history in
        history.versions.map {
          (
            $0.digest,
            SubmissionValidator(
              regime: $0, registry: registry, requests: inForce.requests(of: history.id),
              closedPeriods: register.closedPeriods(of: history.id), history: history)
          )
        }
      }, uniquingKeysWith: { first, _ in first })
    settingsSequence = register.settingsSequence
    requiresFolder = register.settings.requireUnitFolder
  }

  /// What judges a regime's reports for a period: the version that applies to it, as recorded by a moment
  /// (<doc:regime#Versions>); the latest one without a period.
  private func validator(_ regime: String, _ period: PeriodKey?, asOf moment: Instant?) -> SubmissionValidator? {
    guard let all = inForce.regimes.first(where: { $0.id == regime }), let any = validators[all.latest.digest] else {
      return nil
    }
    guard all.versions.count > 1, let period else { return any }
    let history = moment.map { all.recorded(by: $0) } ?? all
    return validators[history.applying(to: period, requests: any.requests).digest]
  }

  /// Reads and examines the submissions of a delivery: in need of nothing else, so that many can be examined beside each other.
  /// - Parameter spool: where their contents go.
  func examine(
    _ delivery: Delivery, _ opened: OpenedDelivery, by reader: DeliveryReader, _ occasion: Occasion, into spool: Spool
  ) throws(FileFault) -> ExaminedDelivery {
    let arrival = Arrival(
      receivedAt: occasion.receivedAt ?? occasion.now, enteredAt: occasion.receivedAt == nil ? nil : occasion.now,
      folderUnit: delivery.folderUnit, requiresFolder: delivery.isInInbox && requiresFolder)
    var (opened, cases, budget) = (opened, [Case](), FindingBudget())
    try reader.eachSubmission(of: &opened, into: spool) { submission, passing in
      let regime = submission.content?.header.regime ?? office.id
      guard let validator = validator(regime, submission.period, asOf: occasion.receivedAt) else { return }
      let examined = validator.examine(submission, arrival, sortingIn: passing)
      let before = budget.detail
      budget.add(examined.found)
      cases.append(Case(validator: validator, arrival: arrival, examined: examined))
      // What will have no room on the receipt is not held until then.
      for index in budget.detail < before ? cases.indices : cases.indices.suffix(1) {
        cases[index].examined.withLogs { budget.cut(&$0) }
      }
    }
    markRepeated(&cases)
    var examined = ExaminedDelivery(delivery: delivery, opened: opened, cases: cases)
    // Who sent them is known when all were read.
    for index in cases.indices { examined.cases[index].arrival.sender = examined.sender }
    return examined
  }

  /// Two submissions for one unit and period in one bundle are both rejected (<doc:bundle#Submissions-in-a-bundle>).
  private func markRepeated(_ cases: inout [Case]) {
    struct Key: Hashable {
      let regime: String?
      let key: UnitPeriod
    }
    func key(_ one: Case) -> Key? {
      one.key.map { Key(regime: one.examined.subject.content?.header.regime, key: $0) }
    }
    let groups = Dictionary(grouping: cases.indices, by: { key(cases[$0]) })
    for (key, indices) in groups where key != nil && indices.count > 1 {
      let paths = indices.map { cases[$0].examined.subject.path }
      for index in indices {
        let origin = cases[index].examined.subject.origin
        let finding = Court.twice(
          paths, except: cases[index].examined.subject.path, at: origin.location(.header, line: origin.headerLine))
        cases[index].examined.withLogs { $0.add(finding) }
      }
    }
  }

  private static func twice(_ paths: [String], except own: String, at place: SourceLocation) -> Finding {
    // As many as a person reads.
    let others = paths.lazy.filter { $0 != own }.prefix(5).joined(separator: ", ") + (paths.count > 6 ? ", …" : "")
    return Finding(
      .headerTwice, .error, at: place,
      message: LocalizedText(
        "Trong gói có hai báo cáo của cùng một đơn vị cho cùng một kỳ (\(others)).",
        "The bundle holds another report of the same unit for the same period (\(others))."),
      hint: LocalizedText("Đề nghị giữ lại một báo cáo rồi nộp lại.", "Keep one of them and send it again."))
  }

  /// What must be made ready before deliveries are decided upon: units and periods by regime, and whether peers are asked for.
  func needs(_ deliveries: [ExaminedDelivery]) -> [(regime: String, keys: Set<UnitPeriod>, peers: Bool)] {
    var keys: [String: Set<UnitPeriod>] = [:]
    for one in deliveries.flatMap(\.cases) {
      if let key = one.key { keys[one.validator.regime.id, default: []].insert(key) }
    }
    return keys.sorted { $0.key < $1.key }.map { regime, keys in
      let history = inForce.regimes.first { $0.id == regime }
      return (regime, keys, history?.versions.contains(where: \.comparesPeers) ?? false)
    }
  }

  /// Makes ready what a delivery is decided against.
  func prepare(
    _ register: inout Register, for examined: ExaminedDelivery, from ledger: Ledger
  ) async throws {
    for need in needs([examined]) {
      try await register.prepare(need.keys, of: need.regime, withPeers: need.peers, from: ledger)
    }
  }

  /// Decides upon the submissions of a delivery in their order; the register notes each, so that the next sees it.
  /// The delivery's entry comes after the last that was noted, and those of its submissions after it.
  func decide(
    _ examined: ExaminedDelivery, _ occasion: Occasion, _ register: inout Register
  ) throws -> Judged {
    let (delivery, read) = (examined.delivery, examined.opened)
    let receivedAt = occasion.receivedAt ?? occasion.now
    let deliverySequence = register.noted + 1
    var next = deliverySequence + 1
    var drafts: [EntryDraft] = []
    var lines: [SubmissionReceipt] = []
    for one in examined.cases {
      let earlier = one.key.flatMap { register.live($0, of: one.validator.regime.id) }
      let (submission, verdict) = one.validator.decide(one.examined, one.arrival, earlier: register)
      var line = SubmissionReceipt(submission, verdict, one, earlier: earlier)
      if let draft = draft(verdict, submission, one, deliverySequence) {
        try register.note(draft.event, at: next, recordedAt: occasion.now, summary: verdict.summary, rows: verdict.rows)
        drafts.append(draft)
        line.sequence = next
        next += 1
      }
      lines.append(line)
    }
    var receipt = Receipt(
      regime: office, number: register.nextReceipt, fileName: delivery.fileName, folderUnit: delivery.folderUnit,
      folderUnitName: delivery.folderUnit.flatMap { inForce.registry?.rows(of: $0).last?.name }, digest: read.digest,
      receivedAt: receivedAt, lateReason: occasion.receivedAt == nil ? nil : occasion.reason,
      isReadable: read.isReadable, submissions: lines, findings: read.findings)
    if receipt.status == .duplicate, let first = read.digest.flatMap({ register.original(of: $0) }) {
      receipt.original = Receipt.Original(number: first.receipt, receivedAt: first.receivedAt)
    }
    receipt.cutToSize()
    // Receipts are for units: what is stored and hashed does not depend on whoever runs the program.
    let json = receipt.json(.vietnamese).fileBytes
    let event = DeliveryEvent(
      receipt: register.nextReceipt, file: delivery.fileName, folder: delivery.folderUnit, digest: read.digest,
      size: read.size, receivedAt: receivedAt, lateReason: receipt.lateReason, status: receipt.status.rawValue,
      sender: examined.sender, receiptDigest: Digest(of: json), program: Court.program,
      setAside: read.setAside)
    try register.note(.delivery(event), at: deliverySequence, recordedAt: occasion.now)
    return Judged(receipt: receipt, drafts: [EntryDraft(event, receipt: json)] + drafts, json: json)
  }

  /// The receipt of a check: what deciding would say, of which nothing is kept but what the register noted.
  func check(
    _ examined: ExaminedDelivery, _ occasion: Occasion, _ register: inout Register
  ) throws -> Receipt {
    try decide(examined, occasion, &register).receipt.asCheck
  }

  /// The version of the program, as the entries name it.
  static let program = ProgramVersion.current

  /// What is recorded of a verdict; `nil` for a duplicate, of which nothing is recorded twice.
  private func draft(_ verdict: Verdict, _ submission: Submission, _ one: Case, _ delivery: Int64) -> EntryDraft? {
    let validator = one.validator
    let circumstances = SubmissionEvent.Circumstances(
      delivery: delivery, path: submission.path, encoding: submission.encoding, regime: validator.regime.id,
      receivedAt: one.arrival.receivedAt,
      ground: SubmissionEvent.Ground(
        regimeDigest: validator.regime.digest, registryDigest: validator.registry.digest, settings: settingsSequence),
      errors: submission.log.errorCount, warnings: submission.log.warningCount, medians: submission.medians,
      explained: submission.log.explained.sorted())
    switch verdict {
    case .duplicate: return nil
    case .accepted(let validated): return EntryDraft(accepting: validated, circumstances)
    case .overtaken: return EntryDraft(refusing: submission.unit, submission.period, circumstances, isOvertaken: true)
    case .rejected where submission.isUnopened: return EntryDraft(refusing: nil, nil, circumstances)
    case .rejected:
      let told = submission.unit.flatMap { validator.registry.rows(of: $0).isEmpty ? nil : $0 }
      let unit = told ?? one.arrival.folderUnit ?? submission.unit
      return EntryDraft(refusing: unit, submission.period, circumstances)
    }
  }
}
